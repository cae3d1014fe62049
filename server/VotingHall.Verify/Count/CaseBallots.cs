using System.Text.Json.Nodes;
using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>一种填法的票: one way of filling the paper and how many were filled so.</summary>
internal sealed record CountBallot(int Times, IReadOnlyList<PaperRow> Rows, IReadOnlyList<string> WrittenIn);

/// <summary>
/// 逐票计票: papers given one by one are read as Core reads a paper, and summed into the figures of a case. A listed name that a paper leaves out
/// is unmarked. Papers without a readable mark (illegible, torn, not official) are not among them: they stand in <c>ballotsInvalid</c>.
/// Source: EL44; rules 4.2–4.4.
/// </summary>
internal static class CaseBallots
{
    /// <summary>The case with rows, written-in names and papers counted; null when seats or names are missing.</summary>
    public static CountCase? Summed(CountCase one)
    {
        if (one.Seats is not int seats || one.Items.Count == 0)
            return null;
        Dictionary<string, RowTally> rows = one.Items.ToDictionary(item => item.Name, item => new RowTally(item.Name, 0, 0, 0), StringComparer.Ordinal);
        SortedDictionary<string, int> writtenIn = new(StringComparer.Ordinal);
        int read = 0, invalid = 0;
        foreach (CountBallot ballot in one.Ballots)
        {
            read += ballot.Times;
            IEnumerable<PaperRow> unmarked = one.Items.Where(item => ballot.Rows.All(row => row.Name != item.Name)).Select(item => new PaperRow(item.Name, []));
            BallotReading reading = BallotReading.Of([.. ballot.Rows, .. unmarked], ballot.WrittenIn, seats, one.Reading);
            if (!reading.IsValid)
                invalid += ballot.Times;
            foreach ((string name, Choice choice) in reading.Rows)
                if (rows.TryGetValue(name, out RowTally? row))
                    rows[name] = Add(row, choice, ballot.Times);
            foreach (string name in reading.WriteIns)
                writtenIn[name] = writtenIn.GetValueOrDefault(name) + ballot.Times;
        }
        int valid = read - invalid, setAside = one.BallotsInvalid ?? 0;
        return one with
        {
            Ballots = [],
            Items =
            [
                .. one.Items.Select(item => Row(rows[item.Name], valid)),
                .. writtenIn.Select(person => new CountItem(person.Key, person.Value, null, null, null, null, null, IsWriteIn: true, [], null)),
            ],
            BallotsCollected = one.BallotsCollected ?? read + setAside,
            BallotsInvalid = invalid + setAside,
        };
    }

    /// <summary>What the papers came to, as it is printed beside the outcome.</summary>
    public static JsonObject Tally(CountCase summed) => new()
    {
        ["collected"] = summed.BallotsCollected,
        ["invalid"] = summed.BallotsInvalid,
        ["rows"] = new JsonArray([.. summed.Items.Where(item => !item.IsWriteIn).Select(item => (JsonNode)new JsonObject
        {
            ["name"] = item.Name,
            ["for"] = item.For,
            ["against"] = item.Against,
            ["abstain"] = item.Abstain,
            ["rowInvalid"] = item.RowInvalid,
        })]),
        ["writeIns"] = new JsonArray([.. summed.Items.Where(item => item.IsWriteIn).Select(item => (JsonNode)new JsonObject
        {
            ["name"] = item.Name,
            ["for"] = item.For,
        })]),
    };

    private static RowTally Add(RowTally row, Choice choice, int times) => choice switch
    {
        Choice.For => row with { For = row.For + times },
        Choice.Against => row with { Against = row.Against + times },
        Choice.Abstain => row with { Abstain = row.Abstain + times },
        _ => throw new ArgumentOutOfRangeException(nameof(choice)),
    };

    /// <summary>Valid papers without a mark that counts in this row: void there.</summary>
    private static CountItem Row(RowTally row, int valid) =>
        new(row.Name, row.For, row.Against, row.Abstain, null, valid - row.Marks, null, IsWriteIn: false, [], null);
}
