using System.Globalization;

namespace VotingHall.Simulator;

/// <summary>命令行 of votinghall-simulator.</summary>
public sealed record SimulatorOptions(string Meeting, string Lines, string Keys, string? Script, string? ServerPidFile, long? Seed)
{
    public const string Usage =
        "votinghall-simulator --meeting meeting.json --lines lines.json --keys DIR [--script script.json] [--seed N] [--server-pid-file FILE]";

    /// <summary>Null = something is missing, unknown or twice.</summary>
    public static SimulatorOptions? Read(IReadOnlyList<string> args)
    {
        Dictionary<string, string> given = new(StringComparer.Ordinal);
        if (args.Count % 2 != 0)
            return null;
        for (int i = 0; i < args.Count; i += 2)
            if (args[i] is not ("--meeting" or "--lines" or "--keys" or "--script" or "--seed" or "--server-pid-file") || !given.TryAdd(args[i], args[i + 1]))
                return null;
        long seed = 0;
        bool hasSeed = given.TryGetValue("--seed", out string? text);
        if (hasSeed && !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out seed))
            return null;
        return given.TryGetValue("--meeting", out string? meeting) && given.TryGetValue("--lines", out string? lines) && given.TryGetValue("--keys", out string? keys)
            ? new SimulatorOptions(meeting, lines, keys, given.GetValueOrDefault("--script"), given.GetValueOrDefault("--server-pid-file"), hasSeed ? seed : null)
            : null;
    }
}
