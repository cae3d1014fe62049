using System.Globalization;

namespace VotingHall.Simulator;

/// <summary>命令行 of votinghall-simulator.</summary>
/// <param name="Script">Who presses what in which round, or null.</param>
/// <param name="Attend">How members who attend by themselves vote, or null. Not both.</param>
/// <param name="LinesFolder">Folder for the serial ports that stand for lines of kind inproc, or null.</param>
public sealed record SimulatorOptions(string Meeting, string Lines, string Keys, string? Script, string? Attend, string? ServerPidFile, string? LinesFolder, long? Seed)
{
    public const string Usage =
        "votinghall-simulator --meeting meeting.json --lines lines.json --keys DIR [--script script.json | --attend attendance.json] [--seed N] [--lines-folder DIR] [--server-pid-file FILE]";

    /// <summary>Null = something is missing, unknown or twice.</summary>
    public static SimulatorOptions? Read(IReadOnlyList<string> args)
    {
        Dictionary<string, string> given = new(StringComparer.Ordinal);
        if (args.Count % 2 != 0)
            return null;
        for (int i = 0; i < args.Count; i += 2)
            if (args[i] is not ("--meeting" or "--lines" or "--keys" or "--script" or "--attend" or "--seed" or "--lines-folder" or "--server-pid-file") || !given.TryAdd(args[i], args[i + 1]))
                return null;
        long seed = 0;
        bool hasSeed = given.TryGetValue("--seed", out string? text);
        if (hasSeed && !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out seed))
            return null;
        if (given.ContainsKey("--script") && given.ContainsKey("--attend"))
            return null;
        return given.TryGetValue("--meeting", out string? meeting) && given.TryGetValue("--lines", out string? lines) && given.TryGetValue("--keys", out string? keys)
            ? new SimulatorOptions(meeting, lines, keys, given.GetValueOrDefault("--script"), given.GetValueOrDefault("--attend"), given.GetValueOrDefault("--server-pid-file"), given.GetValueOrDefault("--lines-folder"),
                hasSeed ? seed : null)
            : null;
    }
}
