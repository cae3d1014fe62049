namespace VotingHall.Core;

/// <summary>出席情况宣读词. Source: screens 6; rules 16.</summary>
public static class AttendanceAnnouncement
{
    /// <summary>Withheld unless due = present + absent. <paramref name="due"/> is the base and at least 1.</summary>
    public static AnnouncementOffer Of(Body body, ProfileRules rules, int due, int present, int absent)
    {
        SumFinding finding = SumFinding.Of(due, present, absent);
        if (finding.Check != SumCheck.Ok)
            return new AnnouncementOffer.Withheld(finding);
        Quorum quorum = Quorum.For(body, rules);
        return quorum.IsMetBy(present, due)
            ? new Announcement(
                $"今天会议应到{due}人，实到{present}人，缺席{absent}人，符合法定人数。现在开会。",
                $"{due} are due today, {present} are present, {absent} absent: the quorum is met. The meeting begins.")
            : new Announcement(
                $"今天会议应到{due}人，实到{present}人，不足法定人数{quorum.Needed(due)}人，会议暂不能举行。",
                $"{due} are due today, {present} are present, fewer than the quorum of {quorum.Needed(due)}: the meeting cannot be held for now.");
    }

    /// <summary>Of a counted roll call; anything else is a bug of the caller.</summary>
    public static AnnouncementOffer Of(Round rollCall)
    {
        if (rollCall.Question is not RollCall || rollCall.Counted is not Counted counted)
            throw new InvalidOperationException("attendance is read from a counted roll call");
        CountContext context = rollCall.Opening!.Context;
        int due = context.Base.Count;
        return Of(context.Body, context.Rules, due, counted.Tally.Participants, Math.Max(0, due - counted.Tally.Participants));
    }
}
