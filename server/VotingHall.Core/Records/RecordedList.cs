namespace VotingHall.Core;

/// <summary>表决情况名单: every elector of a named round with what they chose. Secret rounds and roll calls have none.</summary>
internal static class RecordedList
{
    private const string NotPressed = "notPressed";
    private const string NotChosen = "notChosen";

    public static Json.List? Of(Round round, Meeting meeting, RecordCircumstances circumstances)
    {
        if (round.Box is not BallotBox.Named named || round.Counted is null || round.Voided is not null)
            return null;
        Dictionary<MemberId, string> names = meeting.Members.ToDictionary(member => member.Id, member => member.Name);
        return Json.ListOf(
            round.Opening!.Electors.OrderBy(elector => elector.Member),
            elector => Line(round, elector, named.Ballots.GetValueOrDefault(elector.Keypad), names, circumstances.Receipts));
    }

    /// <summary>One choice for each row of the paper, in its order.</summary>
    private static Json.Object Line(
        Round round, Elector elector, NamedHolding? ballot, Dictionary<MemberId, string> names, IReadOnlyDictionary<KeypadUid, string> receipts)
    {
        IEnumerable<string> choices = ballot is null
            ? Enumerable.Repeat(NotPressed, round.Paper.RowCount)
            : ballot.Marks.Select(mark => mark is Choice choice ? EnumNames.Write(choice) : NotChosen);
        // Numbers nobody has were void in the count and are void here.
        string[] writeIns = [.. ballot?.WriteIns.Where(names.ContainsKey).Select(member => names[member]) ?? []];
        return Json.Of(
            ("choice", Json.ListOf(choices, choice => choice)),
            ("manual", elector.Keypad.IsHandPlace && ballot is not null ? true : null),
            ("name", names[elector.Member]),
            ("nameId", elector.Member.ToString()),
            ("receipt", ballot is not null && receipts.TryGetValue(elector.Keypad, out string? receipt) ? receipt : null),
            ("seat", elector.Seat.Value),
            ("writeIns", writeIns.Length > 0 ? Json.ListOf(writeIns, name => name) : null));
    }
}
