using System.Globalization;
using System.Runtime.InteropServices;

namespace VotingHall.Bench;

/// <summary>机器: the line without which no figure means anything.</summary>
internal static class Machine
{
    public static string Line()
    {
        string model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "?";
        string load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        return string.Create(CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, {model}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, load before {load}, {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC");
    }

    /// <summary>A kB figure of /proc/PID/status in MB, or NaN when the process has gone.</summary>
    public static double StatusMb(int process, string field)
    {
        string path = $"/proc/{process}/status";
        string? line = File.Exists(path) ? File.ReadLines(path).FirstOrDefault(text => text.StartsWith(field + ":", StringComparison.Ordinal)) : null;
        return line is null ? double.NaN : long.Parse(new string([.. line.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture) / 1024.0;
    }
}
