using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>记名名单的复核 (record.md 8, step 7): the list added up again row by row, each seat and each member once.</summary>
internal static class ListCheck
{
    public static void Run(RecordPayload payload, List<Finding> findings)
    {
        (FindingState state, string chinese, string english) = Judge(payload);
        findings.Add(new Finding(CheckStep.List, state, chinese, english));
    }

    private static (FindingState State, string Chinese, string English) Judge(RecordPayload payload)
    {
        if (payload.Mode != RecordPayload.Recorded || payload.RoundMode == RoundMode.SignIn || payload.State == RecordPayload.Void
            || payload.How != "keypad" || payload.Tally is not PayloadTally tally)
            return (FindingState.Absent, "不是按表决器记名的表决，没有名单", "no list: not a recorded vote on keypads");
        if (payload.Named.Select(line => line.NameId).Distinct().Count() != payload.Named.Count
            || payload.Named.Select(line => line.Seat).Distinct().Count() != payload.Named.Count)
            return (FindingState.Bad, "名单中有重复的代表或席位", "a member or seat stands twice in the list");
        PayloadRow[] rows = [.. tally.Listed];
        if (payload.Named.Any(line => line.Choice.Count != rows.Length || line.Choice.Any(choice => !IsKnown(choice))))
            return (FindingState.Bad, "名单的选择与票样不符", "choices of the list do not fit the paper");
        PayloadNamed[] voted = [.. payload.Named.Where(line => !line.NotPressed)];
        if (voted.Length != tally.Participants)
            return (FindingState.Bad, $"名单 {voted.Length} 人，参加表决 {tally.Participants} 人", $"{voted.Length} in the list, {tally.Participants} took part");
        for (int i = 0; i < rows.Length; i++)
            foreach (Choice choice in Enum.GetValues<Choice>())
            {
                int added = voted.Count(line => line.Choice[i] == EnumNames.Write(choice));
                if (added != rows[i].Tally.Of(choice))
                    return (FindingState.Bad, $"名单合计与票数不符：{rows[i].No} {rows[i].Name}", $"the list does not add up: {rows[i].No} {rows[i].Name}");
            }
        string[] written = [.. voted.SelectMany(line => line.WriteIns)];
        foreach (PayloadRow row in tally.Rows.Where(row => row.IsWrittenIn))
            if (written.Count(name => name == row.Name) != row.For)
                return (FindingState.Bad, "名单合计与另选他人票数不符：" + row.Name, "the list does not add up for the person written in: " + row.Name);
        return (FindingState.Good, $"名单 {voted.Length} 人，逐项相加与票数相符", $"list of {voted.Length}, adds up to the figures");
    }

    private static bool IsKnown(string choice) => choice is "notPressed" or "notChosen" || EnumNames.TryRead(choice, out Choice _);
}
