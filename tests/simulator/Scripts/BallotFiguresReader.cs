using System.Text.Json;

namespace VotingHall.Simulator;

/// <summary>选择数目读入: the four ways in which a file says how many mark what: choices, ballots, mix, mixes.</summary>
internal static class BallotFiguresReader
{
    public const int OptionsMax = 5;
    public const int RowsMax = 128;

    /// <summary>Names of the fields this reads.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["choices", "ballots", "mix", "mixes"];

    private static readonly string[] MixNames = ["for", "against", "abstain", "option4", "option5"];

    /// <summary>Null = none of them is there, or it is malformed.</summary>
    public static BallotFigures? Read(JsonElement args, int forMax)
    {
        if (args.ValueKind != JsonValueKind.Object)
            return null;
        if (args.TryGetProperty("choices", out JsonElement choices))
            return Marks(choices) is { } marks ? new BallotFigures.Same(marks) : null;
        if (args.TryGetProperty("ballots", out JsonElement ballots))
            return Groups(ballots) is { } groups ? new BallotFigures.Groups(groups) : null;
        if (args.TryGetProperty("mix", out JsonElement mix))
            return Mix(mix) is { } row ? new BallotFigures.PerRow([row], 1) : null;
        return args.TryGetProperty("mixes", out JsonElement mixes) && Mixes(mixes) is { } rows ? new BallotFigures.PerRow(rows, forMax) : null;
    }

    private static int[]? Marks(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > RowsMax)
            return null;
        List<int> marks = [];
        foreach (JsonElement item in list.EnumerateArray())
            if (item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out int option) && option is >= 0 and <= OptionsMax)
                marks.Add(option);
        return marks.Count == list.GetArrayLength() ? [.. marks] : null;
    }

    private static List<(IReadOnlyList<int> Marks, int Count)>? Groups(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array)
            return null;
        List<(IReadOnlyList<int> Marks, int Count)> groups = [];
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("marks", out JsonElement given) || Marks(given) is not { } marks
                || !item.TryGetProperty("count", out JsonElement number) || number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out int count) || count < 0)
                return null;
            groups.Add((marks, count));
        }
        return groups;
    }

    private static List<IReadOnlyList<int>>? Mixes(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > RowsMax)
            return null;
        List<IReadOnlyList<int>> rows = [];
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (Mix(item) is not { } row)
                return null;
            rows.Add(row);
        }
        return rows;
    }

    private static int[]? Mix(JsonElement mix)
    {
        if (mix.ValueKind != JsonValueKind.Object)
            return null;
        int[] counts = new int[OptionsMax];
        foreach (JsonProperty property in mix.EnumerateObject())
        {
            int option = Array.IndexOf(MixNames, property.Name);
            if (option < 0 || property.Value.ValueKind != JsonValueKind.Number || !property.Value.TryGetInt32(out int count) || count < 0 || count > SimulatedHall.KeypadsOfLineMax * SimulatedHall.LinesMax)
                return null;
            counts[option] = count;
        }
        return counts;
    }
}
