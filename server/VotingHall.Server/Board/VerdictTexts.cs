using VotingHall.Core;
using VotingHall.Screens;

namespace VotingHall.Server.Board;

/// <summary>结论的文字: the one line that stands in the frame of a result. Source: screens 3, 4.4-4.6.</summary>
internal static class VerdictTexts
{
    private static readonly string[] Digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

    public static Words Of(Question question, Outcome outcome, Verdict verdict) => verdict switch
    {
        Verdict.Carried when question is InquiryAnswer => new("满意", "Satisfied"),
        Verdict.NotCarried when question is InquiryAnswer => new("不满意", "Not satisfied"),
        Verdict.Carried when outcome is Outcome.Carried { PendingUpperApproval: true } => new("通过，报请批准", "Adopted, approval pending"),
        Verdict.Carried => new("通过", "Adopted"),
        Verdict.NotCarried => question is Appointment or ListVote or Resignation or ActingHead ? new("未获通过", "Not adopted") : new("未通过", "Not adopted"),
        Verdict.NoEffect => new("表决无效（参加表决人数不足）", "No effect (too few took part)"),
        Verdict.PersonByPerson when outcome is Outcome.Evaluated evaluated => Evaluated(evaluated),
        Verdict.PersonByPerson => EachPerson(((Outcome.PersonByPerson)outcome).Persons),
        Verdict.Filled when outcome is Outcome.Preselected selected => new(
            $"预选结束　{Numeral(Formal(selected.Persons))}人为正式候选人", $"Pre-selection: {Formal(selected.Persons)} formal candidates"),
        Verdict.Filled => Filled(question, Winners(((Outcome.Filled)outcome).Persons)),
        Verdict.Tie when outcome is Outcome.CutTied cut => new(
            $"{Numeral(Formal(cut.Persons))}人为正式候选人，{Numeral(cut.Tied.Count)}人票数相等，由主席团决定",
            $"{Formal(cut.Persons)} formal candidates, {cut.Tied.Count} tied: the presidium decides"),
        Verdict.Tie => Tie(question, (Outcome.RunoffRequired)outcome),
        Verdict.Shortfall => Shortfall(question, (Outcome.Shortfall)outcome),
        Verdict.QuorumMet => new("符合法定人数", "Quorum met"),
        Verdict.QuorumShort => new("不足法定人数", "Quorum not met"),
        Verdict.Invalid => new("票数不符，不得宣布", "The figures do not add up: nothing may be declared"),
        _ => throw new InvalidOperationException("unknown verdict"),
    };

    /// <summary>Numerals of the spoken language, 0 to 99; above in digits.</summary>
    public static string Numeral(int number) => number switch
    {
        < 0 or > 99 => number.ToString("D", null),
        < 10 => Digits[number],
        10 => "十",
        < 20 => "十" + Digits[number % 10],
        _ => Digits[number / 10] + "十" + (number % 10 == 0 ? "" : Digits[number % 10]),
    };

    private static Words EachPerson(IReadOnlyList<PersonOutcome> persons)
    {
        int passed = persons.Count(person => person.State is PersonState.Passed or PersonState.PassedPendingUpperApproval), failed = persons.Count - passed;
        return failed == 0
            ? new($"{Numeral(passed)}人均获通过", $"All {passed} adopted")
            : new($"{Numeral(passed)}人通过，{Numeral(failed)}人未获通过", $"{passed} adopted, {failed} not adopted");
    }

    private static int Formal(IReadOnlyList<PersonOutcome> persons) => persons.Count(person => person.State == PersonState.Formal);

    /// <summary>One item by its grade, several by how many reached each.</summary>
    private static Words Evaluated(Outcome.Evaluated outcome)
    {
        if (outcome.Items.Any(item => item.GradeName.Length == 0))
            return new("测评结束", "Evaluation closed");
        if (outcome.Items.Count == 1)
            return new(outcome.Items[0].GradeName, outcome.Items[0].GradeName);
        string[] grades = [.. outcome.Items.OrderBy(item => item.Grade).GroupBy(item => item.GradeName).Select(group => $"{group.Key}{group.Count()}项")];
        return new(string.Join("，", grades), string.Join(", ", grades));
    }

    private static Words Filled(Question question, int winners) => question is ProjectVote
        ? new($"{Numeral(winners)}个项目通过票决", $"{winners} projects chosen")
        : new($"选举有效　{Numeral(winners)}人当选", $"Election valid, {winners} elected");

    private static Words Tie(Question question, Outcome.RunoffRequired tie) => question is ProjectVote
        ? new($"{Numeral(tie.Tied.Count)}个项目票数相等，再次表决", $"{tie.Tied.Count} projects tied, voted again")
        : new($"{Numeral(Winners(tie.Persons))}人当选，{Numeral(tie.Tied.Count)}人票数相等，再次投票",
            $"{Winners(tie.Persons)} elected, {tie.Tied.Count} tied: run-off");

    private static Words Shortfall(Question question, Outcome.Shortfall shortfall)
    {
        int winners = Winners(shortfall.Persons), seats = winners + shortfall.Missing;
        if (question is ProjectVote)
            return new($"应选{seats}项，通过{winners}项", $"{winners} of {seats} projects chosen");
        return winners == 0
            ? new("无人当选", "Nobody elected")
            : new($"应选{seats}名，当选{winners}名", $"{winners} of {seats} elected");
    }

    private static int Winners(IReadOnlyList<PersonOutcome> persons) =>
        persons.Count(person => person.State is PersonState.Elected or PersonState.ElectedPendingUpperApproval);
}
