namespace VotingHall.Core;

/// <summary>手工计票的拒绝.</summary>
public abstract partial record Refusal
{
    public sealed record MethodNotAgreed(VotingMethod Method) : Refusal("methodNotAgreed",
        $"议程没有规定用{VotingMethods.Chinese(Method)}；只有表决器故障作废后才能改用规则集规定的方式。",
        $"The agenda does not say {VotingMethods.English(Method)}; another method follows only after the keypads failed, as the profile has it.");

    public sealed record HandsNotAllowed(Law? Law) : Refusal("handsNotAllowed",
        Law is null ? "该事项须无记名，不能举手表决；请改用纸质票。" : $"依{Law.Chinese}须无记名投票，不能举手表决；请改用纸质票。",
        Law is null ? "This item is secret and cannot be voted by hands; use paper." : $"{Law.English} asks for a secret ballot, hands are not allowed; use paper.");

    public sealed record NotByHand() : Refusal("notByHand",
        "本轮用表决器表决，没有此步骤。", "This round is voted on keypads and has no such step.");

    public sealed record ByHandOnly() : Refusal("byHandOnly",
        "本轮不用表决器，没有此步骤。", "This round is not voted on keypads and has no such step.");

    public sealed record NotOnPaper() : Refusal("notOnPaper", "本轮不用纸质票，没有此步骤。", "This round is not on paper and has no such step.");

    public sealed record IssuedNotEntered() : Refusal("issuedNotEntered",
        "尚未录入发出选票的张数，请总监票人先报告。", "The number of papers issued is not entered; the chief scrutineer reports it first.");

    public sealed record IssuedAbovePresent(int Papers, int Present) : Refusal("issuedAbovePresent",
        $"发出 {Papers} 张，多于实到 {Present} 人；确属如此的，请写明原因。",
        $"{Papers} issued to {Present} present; if that is so, write down why.");

    public sealed record CollectedNotEntered() : Refusal("collectedNotEntered",
        "尚未录入收回选票的张数。", "The number of papers collected is not entered.");

    public sealed record ValidityWrong(int Issued, int Collected) : Refusal("validityWrong",
        $"发出 {Issued} 张，收回 {Collected} 张，投票{(Collected <= Issued ? "有效" : "无效，须重新投票")}；请按此宣布。",
        $"{Issued} issued, {Collected} collected: the ballot is {(Collected <= Issued ? "valid" : "void and is voted again")}; declare that.");

    public sealed record ValidityDeclared() : Refusal("validityDeclared",
        "投票有效已经宣布，发出和收回的张数不能再改。", "The ballot is declared valid; issued and collected stand.");

    public sealed record ValidityNotDeclared() : Refusal("validityNotDeclared",
        "主持人尚未宣布投票有效，不能录入计票。", "The chair has not declared the ballot valid; no count is entered before.");

    public sealed record FigureOutOfRange(int Max) : Refusal("figureOutOfRange",
        $"张数须为 0 至 {Max}。", $"A number of papers is 0 to {Max}.");

    public sealed record CountUnfit(string What, string WhatEnglish) : Refusal("countUnfit",
        $"计票内容有误：{What}。", $"The count does not fit the paper: {WhatEnglish}.");

    public sealed record TwoPersonsEntered() : Refusal("twoPersonsEntered",
        "两人都已录入；请由其中一人更正，或由主持人决定重新计票。",
        "Two persons have entered their counts; one of them corrects, or the chair orders a recount.");

    public sealed record CountsDiffer() : Refusal("countsDiffer", "两次录入不同，请先核对更正。", "The two entries differ; compare and correct them first.");

    public sealed record NothingUnaccounted() : Refusal("nothingUnaccounted", "没有须决定的缺额。", "No marks are missing; there is nothing to decide.");

    public sealed record NoteMissing() : Refusal("noteMissing", "请写明原因。", "Write down the reason.");

    public sealed record NothingToRecount() : Refusal("nothingToRecount", "没有可以重新计的票。", "There is nothing to count again.");

    public sealed record NameUnknown(string Name) : Refusal("nameUnknown", $"没有“{Name}”的另选票。", $"Nobody wrote in {Name}.");

    public sealed record SlipsNotCounted(int Marks) : Refusal("slipsNotCounted",
        $"有 {Marks} 个另选，另选票须由两人录入并相同后才能确认。", $"{Marks} chose another person; the slips are entered alike by two persons before the count is confirmed.");

    public sealed record NoSlips() : Refusal("noSlips", "本轮没有另选票。", "This round has no slips of other persons.");

    public sealed record SlipsExceedMarks(int Names, int Marks) : Refusal("slipsExceedMarks",
        $"另选票 {Names} 票，多于表决器上的另选 {Marks} 个；请核对。", $"{Names} votes on slips, but {Marks} chose another person on their keypads; check them.");

    public sealed record ManualUnfit(string What, string WhatEnglish) : Refusal("manualUnfit",
        $"人工录入有误：{What}。", $"The entry does not fit: {WhatEnglish}.");

    public sealed record HasKeypad(MemberId Member) : Refusal("hasKeypad",
        "这名代表用表决器表决，不能人工录入。", "This member votes on a keypad; nothing is entered by hand.");
}
