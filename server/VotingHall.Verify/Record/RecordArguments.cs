using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Verify;

/// <summary>命令参数 of <c>record</c>.</summary>
internal sealed record RecordArguments(string File, string? Policy, string? Proof, string? Journal, string? Qr, bool Json)
{
    /// <summary>Reads arguments; false with the one that is wrong.</summary>
    public static bool TryRead(string[] args, [NotNullWhen(true)] out RecordArguments? arguments, out string wrong)
    {
        arguments = null;
        wrong = "FILE";
        string? file = null;
        Dictionary<string, string> given = [];
        bool json = false;
        for (int i = 0; i < args.Length; i++)
        {
            wrong = args[i];
            if (args[i] == "--json")
            {
                json = true;
            }
            else if (args[i] is "--policy" or "--proof" or "--journal" or "--qr")
            {
                if (i + 1 == args.Length || !given.TryAdd(args[i], args[i + 1]))
                    return false;
                i++;
            }
            else if (args[i].StartsWith("--", StringComparison.Ordinal) || file is not null)
            {
                return false;
            }
            else
            {
                file = args[i];
            }
        }
        if (file is null)
        {
            wrong = "FILE";
            return false;
        }
        arguments = new RecordArguments(
            file, given.GetValueOrDefault("--policy"), given.GetValueOrDefault("--proof"), given.GetValueOrDefault("--journal"),
            given.GetValueOrDefault("--qr"), json);
        return true;
    }
}
