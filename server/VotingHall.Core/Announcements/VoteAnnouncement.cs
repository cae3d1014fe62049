namespace VotingHall.Core;

/// <summary>表决过程宣读词: before the keys are pressed, the reminder, the end. Source: screens 6; rules 13.1.</summary>
public static class VoteAnnouncement
{
    /// <summary>Before a vote: what is voted, and which keys do it.</summary>
    /// <param name="parts">Amendments and clauses of this motion that were declared before it.</param>
    public static Announcement Before(Question question, RoundMode mode, Body body, IReadOnlyList<Round>? parts = null)
    {
        BodyWords words = BodyWords.Of(body);
        Speech speech = new();
        switch (question)
        {
            case RollCall:
                return speech.Say("现在签到。", "We now call the roll.")
                    .Say($"请各位{words.Members}按任意键签到。", "Please press any key to sign in.").Text;
            case Election election:
                Open(speech, election);
                Choose(speech, words, "逐人", election.PaperFor(mode).Groups[0], mode);
                speech.Say(
                    $"赞成和另选的人数{(election.BallotRule == BallotRule.ExactlySeats ? "须为" : "不得超过")}{election.Seats}名。",
                    $"Choose {(election.BallotRule == BallotRule.ExactlySeats ? "exactly" : "at most")} {election.Seats}, other persons included.");
                break;
            case RunoffElection runoff:
                speech.Say(
                    $"现在就票数相等的{runoff.Candidates.Count}人再次投票，应选{runoff.Seats}名，以得票多的当选。",
                    $"We now vote again among the {runoff.Candidates.Count} with equal votes for {runoff.Office}, places {runoff.Seats}; more votes wins.");
                Choose(speech, words, "逐人", runoff.PaperFor(mode).Groups[0], mode);
                speech.Say($"赞成的人数不得超过{runoff.Seats}名。", $"Choose at most {runoff.Seats}.");
                break;
            case ProjectVote projects:
                Open(speech, projects);
                Choose(speech, words, "逐项", projects.PaperFor(mode).Groups[0], mode);
                speech.Say($"赞成的项目不得超过{projects.Seats}个。", $"Choose at most {projects.Seats}.");
                break;
            case PreSelection preSelection:
                Open(speech, preSelection);
                speech.Say(
                    $"请各位{words.Members}在表决器上选择被提名人，不得超过{preSelection.FormalPlaces}名。",
                    $"Please choose at most {preSelection.FormalPlaces} on your keypad.");
                break;
            case Evaluation evaluation:
                speech.Say($"现在对{QuotedTitle.Of(evaluation.Title)}进行{evaluation.Verb}。", $"We now appraise: {evaluation.Title}.").Say(
                    $"请各位{words.Members}在表决器上逐项选择{string.Join("、", evaluation.PaperFor(mode).Groups[0].Labels.Select(label => $"“{label}”"))}。",
                    $"Please choose for each: {string.Join(", ", evaluation.PaperFor(mode).Groups[0].Labels)}.");
                break;
            case InquiryAnswer answer:
                speech.Say(
                    $"现在请提出质询案的{answer.Signatories.Count}位{words.Members}对答复是否满意进行表决。",
                    $"The {answer.Signatories.Count} who signed the inquiry now say whether they are satisfied with the answer.").Say(
                    "满意的请按“赞成”键，不满意的请按“反对”键。", "Press 赞成 if you are satisfied, 反对 if you are not.");
                break;
            default:
                Title(speech, question, parts ?? []);
                if (question.PaperFor(mode).CastsAtOnce)
                    return OnePress(speech, words);
                Choose(speech, words, "逐人", question.PaperFor(mode).Groups[0], mode);
                break;
        }
        return speech.Say("核对后按“确认”键送出。", "Check, then press 确认 to send.").Text;
    }

    /// <summary>Amendments and clauses come before the whole, and the whole is called by what they left of it. Source: rules 7, screens 6.</summary>
    private static void Title(Speech speech, Question question, IReadOnlyList<Round> parts)
    {
        string title = QuotedTitle.Of(question.Title);
        bool amended = parts.Any(part => part is { Question: Motion { Amends: not null }, Counted.Outcome: Outcome.Carried });
        switch (question)
        {
            case Motion { Amends: not null }:
                speech.Say($"先表决修正案：{title}。", $"The amendment is voted first: {title}.");
                break;
            case Motion { ClauseOf: not null }:
                speech.Say($"现在对{title}单独表决。", $"The clause is now voted apart: {title}.");
                break;
            case Motion when parts.Any(part => part.Question is Motion { Amends: not null }):
                speech.Say(
                    $"现在表决{(amended ? "经修正的" : "原")}草案：{title}。", $"We now vote on the {(amended ? "draft as amended" : "draft as tabled")}: {title}.");
                break;
            case Motion when parts.Count > 0:
                speech.Say($"现在表决草案全文：{title}。", $"We now vote on the whole draft: {title}.");
                break;
            default:
                speech.Say($"现在表决{title}。", $"We now vote on {title}.");
                break;
        }
    }

    private static void Open(Speech speech, PreSelection vote)
    {
        if (vote.Runoff)
            speech.Say(
                $"现在就票数相等的{vote.Nominees.Count}人再次预选，确定{vote.FormalPlaces}名正式候选人。",
                $"We now vote again among the {vote.Nominees.Count} with equal votes for {vote.FormalPlaces} formal candidates.");
        else
            speech.Say(
                $"现在进行{vote.Office}预选，被提名{vote.Nominees.Count}人，确定{vote.FormalPlaces}名正式候选人。",
                $"We now pre-select for {vote.Office}: {vote.Nominees.Count} nominated, {vote.FormalPlaces} formal candidates.");
    }

    /// <summary>提醒. It names nobody and no number.</summary>
    public static Announcement Reminder(Question question, Body body)
    {
        BodyWords words = BodyWords.Of(body);
        return question is RollCall
            ? new($"还没有签到的{words.Members}，请按任意键签到。", $"Those {words.MembersEnglish} who have not signed in, please press any key.")
            : new($"还没有按表决器的{words.Members}，请按表决器。", $"Those {words.MembersEnglish} who have not pressed yet, please press your keypad.");
    }

    /// <summary>结束.</summary>
    public static Announcement End(Question question) =>
        question is RollCall ? new("签到结束。", "Sign-in has ended.") : new("表决结束。", "Voting has ended.");

    private static Announcement OnePress(Speech speech, BodyWords words) => speech.Say(
        $"请各位{words.Members}按表决器，赞成的请按“赞成”键，反对的请按“反对”键，弃权的请按“弃权”键。",
        "Please press your keypad: 赞成 if you are for it, 反对 if you are against it, 弃权 if you abstain.").Text;

    private static void Open(Speech speech, Election election)
    {
        string act = election.Title.StartsWith(election.Verb, StringComparison.Ordinal) ? election.Title : election.Verb + "：" + election.Title;
        speech.Say($"现在{act}，应选{election.Seats}名。", $"We now vote in an election, {election.Office}, places {election.Seats}.");
    }

    private static void Open(Speech speech, ProjectVote projects)
    {
        if (projects.Runoff)
            speech.Say(
                $"现在对得票相等的{projects.Projects.Count}个项目再次表决，应选{projects.Seats}个，以得票多的入选。",
                $"We now vote again on the {projects.Projects.Count} projects with equal votes, places {projects.Seats}; more votes wins.");
        else
            speech.Say(
                $"现在表决{QuotedTitle.Of(projects.Title)}，应选{projects.Seats}个。",
                $"We now vote on {QuotedTitle.Of(projects.Title)}, places {projects.Seats}.");
    }

    private static void Choose(Speech speech, BodyWords words, string each, PaperGroup group, RoundMode mode)
    {
        if (group.IsPickList)
        {
            speech.Say($"请各位{words.Members}在表决器上选择赞成的项目。", "Please choose on your keypad those you are for.");
            return;
        }
        bool writeIn = group.Options.Contains(Choice.WriteIn);
        speech.Say(
            $"请各位{words.Members}在表决器上{each}选择“赞成”、“反对”{(writeIn ? "、“弃权”或“另选”" : "或“弃权”")}。",
            $"Please choose on your keypad, row by row: 赞成 (for), 反对 (against){(writeIn ? ", 弃权 (abstain) or 另选 (another person)" : " or 弃权 (abstain)")}.");
        if (mode == RoundMode.Named && group.WriteIns > 0)
            speech.Say("另选他人的，请输入其代表号。", "To elect another person, enter that person's number.");
    }
}
