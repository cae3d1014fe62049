using System.Text.Json.Nodes;
using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>票的效力: a whole election by its papers, one ballot by its marks. Source: EL44; rules 4.2–4.4.</summary>
internal static class PaperAnswers
{
    public static CaseAnswer Validity(CountCase one) =>
        one.BallotsIssued is int issued && one.BallotsCollected is int collected
            ? Outcome(new JsonObject { ["electionValid"] = PaperCount.CollectedAtMostIssued(issued, collected) })
            : CaseAnswer.Undecided("ballotsIssued and ballotsCollected are needed");

    public static CaseAnswer OneBallot(CountCase one)
    {
        BallotRule rule = one.Rule == RuleId.SelectedExactlySeats ? BallotRule.ExactlySeats : BallotRule.AtMostSeats;
        if (one.MarksByOffice.Count > 0)
            return ByOffice(one, rule);
        if (one.Seats is not int seats)
            return CaseAnswer.Undecided("seats: missing");
        if (one.SelectedCount is int selected)
            return Outcome(new JsonObject
            {
                ["ballotValid"] = BallotReading.AllowsChosen(selected, seats, rule),
                ["counted"] = new JsonObject(),
            });
        if (one.Marks is null)
            return CaseAnswer.Undecided("marks: missing");
        BallotReading reading = BallotReading.Of(one.Marks, one.WrittenIn, seats, one.Reading with { Rule = rule });
        JsonObject counted = [];
        foreach ((string name, Choice choice) in reading.Rows)
            counted[name] = NameOf(choice);
        foreach (string name in reading.WriteIns)
            counted["writeIn:" + name] = NameOf(Choice.For);
        return Outcome(new JsonObject { ["ballotValid"] = reading.IsValid, ["counted"] = counted });
    }

    /// <summary>Several offices on one paper: too many names void that office only, unless the measure voids the paper.</summary>
    public static CaseAnswer ByOffice(CountCase one, BallotRule rule)
    {
        BallotReading[] offices = [.. one.MarksByOffice.Select(marks => new BallotReading(BallotReading.AllowsChosen(marks.Selected, marks.Seats, rule), [], []))];
        IReadOnlyList<BallotReading> read = BallotReading.OfPaper(offices, one.Reading);
        JsonObject valid = [];
        for (int i = 0; i < read.Count; i++)
            valid[one.MarksByOffice[i].Office] = read[i].IsValid;
        return Outcome(new JsonObject { ["ballotValidByOffice"] = valid });
    }

    private static string NameOf(Choice choice) => choice switch
    {
        Choice.For => "for",
        Choice.Against => "against",
        Choice.Abstain => "abstain",
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };

    private static CaseAnswer Outcome(JsonObject outcome) => new() { Fields = [("outcome", outcome)] };
}
