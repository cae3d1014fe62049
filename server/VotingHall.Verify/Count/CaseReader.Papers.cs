using System.Text.Json;
using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>票的读取: one filled paper, many of them, how the adopted measure reads them, and papers with several offices.</summary>
internal sealed partial class CaseReader
{
    private const string WriteInPrefix = "writeIn:";

    /// <summary>writeIn.needsCircle: a name without a mark is no name. Source: rules 4.2.8.</summary>
    private bool _needsCircle;

    private (IReadOnlyList<PaperRow>? Rows, IReadOnlyList<string> WrittenIn, int? Selected) Marks(JsonElement json)
    {
        if (!Has(json, "marks", out JsonElement marks))
            return (null, [], null);
        if (marks.ValueKind != JsonValueKind.Object)
        {
            Fail("marks: an object is expected");
            return (null, [], null);
        }
        if (Has(marks, "selectedCount", out _))
            return (null, [], Figure(marks, "selectedCount"));
        List<PaperRow> rows = [];
        List<string> writtenIn = [];
        foreach (JsonProperty mark in marks.EnumerateObject())
        {
            List<Choice> choices = Choices(mark);
            if (rows.Exists(row => row.Name == mark.Name))
                Fail("marks: a name stands twice");
            else if (!mark.Name.StartsWith(WriteInPrefix, StringComparison.Ordinal))
                rows.Add(new PaperRow(mark.Name, choices));
            else if (choices.TrueForAll(choice => choice == Choice.For))
            {
                if (choices.Count > 0 || !_needsCircle)
                    writtenIn.Add(mark.Name[WriteInPrefix.Length..]);
            }
            else
                Fail("marks: a written-in name can only be marked for");
        }
        return (rows, writtenIn, null);
    }

    private List<CountBallot> Ballots(JsonElement json)
    {
        List<CountBallot> ballots = [];
        if (!Has(json, "ballots", out JsonElement list))
            return ballots;
        if (list.ValueKind != JsonValueKind.Array)
        {
            Fail("ballots: a list is expected");
            return ballots;
        }
        long all = 0;
        foreach (JsonElement ballot in list.EnumerateArray())
        {
            if (ballot.ValueKind != JsonValueKind.Object)
            {
                Fail("ballots: each is an object with marks");
                break;
            }
            (IReadOnlyList<PaperRow>? rows, IReadOnlyList<string> writtenIn, _) = Marks(ballot);
            int times = Figure(ballot, "times") ?? 1;
            all += times;
            if (rows is null || all > FigureMax)
                Fail("ballots: each has marks, and all together are at most " + Arithmetic.Text(FigureMax));
            else
                ballots.Add(new CountBallot(times, rows, writtenIn));
        }
        return ballots;
    }

    /// <summary>The parameters ballot.* and writeIn.needsCircle by their names in a profile; the rule by its identifier.</summary>
    private BallotParameters Reading(JsonElement json)
    {
        if (!Has(json, "reading", out JsonElement reading))
            return new BallotParameters();
        if (reading.ValueKind != JsonValueKind.Object)
        {
            Fail("reading: an object is expected");
            return new BallotParameters();
        }
        _needsCircle = Has(reading, "writeInNeedsCircle", out JsonElement circle) && circle.ValueKind == JsonValueKind.True;
        return new BallotParameters(
            OneOf(reading, "rule", (RuleId.SelectedAtMostSeats, BallotRule.AtMostSeats), (RuleId.SelectedExactlySeats, BallotRule.ExactlySeats)),
            OneOf(reading, "blank", ("abstainAll", BlankBallot.AbstainAll), ("invalid", BlankBallot.Invalid)),
            OneOf(reading, "doubleMark", ("rowInvalid", DoubleMark.RowInvalid), ("ballotInvalid", DoubleMark.BallotInvalid)),
            OneOf(reading, "overVoteScope", ("office", OverVoteScope.Office), ("paper", OverVoteScope.Paper)));
    }

    /// <summary>The value of a name; the first where the field is absent.</summary>
    private T OneOf<T>(JsonElement json, string key, params ReadOnlySpan<(string Name, T Value)> names)
    {
        string text = Text(json, key);
        foreach ((string name, T value) in names)
            if (text.Length == 0 || name == text)
                return value;
        Fail("reading." + key + ": " + names[0].Name + " or " + names[1].Name + " is expected");
        return names[0].Value;
    }

    private List<Choice> Choices(JsonProperty mark)
    {
        IEnumerable<JsonElement> values = mark.Value.ValueKind == JsonValueKind.Array ? mark.Value.EnumerateArray() : [mark.Value];
        List<Choice> choices = [];
        foreach (JsonElement value in values)
        {
            if (value.ValueKind == JsonValueKind.Null)
                continue;
            switch (value.ValueKind == JsonValueKind.String ? value.GetString() : null)
            {
                case "for": choices.Add(Choice.For); break;
                case "against": choices.Add(Choice.Against); break;
                case "abstain": choices.Add(Choice.Abstain); break;
                default: Fail("marks: for, against, abstain or null is expected"); break;
            }
        }
        return choices;
    }

    private List<OfficeMarks> MarksByOffice(JsonElement json)
    {
        if (!Has(json, "marksByOffice", out JsonElement offices))
            return [];
        List<OfficeMarks> marks = [];
        if (offices.ValueKind != JsonValueKind.Object)
            Fail("marksByOffice: an object is expected");
        else
            foreach (JsonProperty office in offices.EnumerateObject())
            {
                if (office.Value.ValueKind == JsonValueKind.Object
                    && Figure(office.Value, "seats", min: 1) is int seats && Figure(office.Value, "selected") is int selected)
                    marks.Add(new OfficeMarks(office.Name, seats, selected));
                else
                    Fail("marksByOffice: each office has seats and selected");
            }
        return marks;
    }
}
