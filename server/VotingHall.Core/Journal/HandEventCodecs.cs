namespace VotingHall.Core;

/// <summary>手工计票的事实: stored forms.</summary>
internal static class HandEventCodecs
{
    public static IReadOnlyList<EventCodec> All { get; } =
    [
        EventCodec.Of<HallEvent.AttendanceMarked>("attendance.marked", "出席已登记", "Members without a keypad were marked present, or absent",
            e => Json.Of(("members", Json.ListOf(e.Members, member => member.Value)), ("present", e.Present)),
            (f, s) => new(s, [.. f.Ints("members", 1).Select(member => new MemberId(member))], f.Flag("present"))),
        EventCodec.Of<HallEvent.PapersIssued>("papers.issued", "已录入发出选票", "The number of papers issued was entered",
            e => Json.Of(("note", e.Note.Length == 0 ? null : e.Note), ("papers", e.Papers), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), f.Int("papers"), f.TextOrNone("note") ?? "")),
        EventCodec.Of<HallEvent.PapersCollected>("papers.collected", "已录入收回选票", "The number of papers collected was entered",
            e => Json.Of(("papers", e.Papers), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), f.Int("papers"))),
        EventCodec.Of<HallEvent.BallotDeclaredValid>("papers.valid", "投票有效", "The chair declared the ballot valid",
            e => Json.Of(("round", e.Round.Value)), (f, s) => new(s, f.Round("round"))),
        EventCodec.Of<HallEvent.CountEntered>("count.entered", "一人已录入计票", "A person entered a count",
            e => Json.Of(("count", HandJson.WriteCount(e.Count)), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), f.Object("count", HandJson.ReadCount))),
        EventCodec.Of<HallEvent.UnaccountedDecided>("count.unaccounted", "对缺额作出决定", "A scrutineer decided on marks that are missing",
            e => Json.Of(("note", e.Note), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), f.Text("note"))),
        EventCodec.Of<HallEvent.RecountOrdered>("count.recount", "主持人决定重新计票", "The chair ordered a recount",
            e => Json.Of(("round", e.Round.Value)), (f, s) => new(s, f.Round("round"))),
        EventCodec.Of<HallEvent.NamesMerged>("names.merged", "另选他人已合并", "A scrutineer decided that two written names are one person",
            e => Json.Of(("from", e.From), ("into", e.Into), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), f.Text("from"), f.Text("into"))),
        EventCodec.Of<HallEvent.SlipsEntered>("slips.entered", "一人已录入另选票", "A person entered the slips of other persons",
            e => Json.Of(("names", CountJson.WriteNames(e.Names)), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), CountJson.ReadNames(f, "names"))),
        EventCodec.Of<HallEvent.ManualVotesEntered>("manual.entered", "已录入不用表决器的合计", "Sums of members without a keypad were entered",
            e => Json.Of(
                ("participants", e.Votes.Participants), ("round", e.Round.Value), ("rows", Json.ListOf(e.Votes.Rows, CountJson.WriteRow))),
            (f, s) => new(s, f.Round("round"), new ManualVotes(f.Int("participants"), f.Objects("rows", CountJson.ReadRow)))),
    ];
}
