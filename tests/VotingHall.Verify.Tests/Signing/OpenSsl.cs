using System.Diagnostics;

namespace VotingHall.Verify.Tests;

/// <summary>The second implementation: Debian's openssl on the command line.</summary>
internal static class OpenSsl
{
    public static (int Exit, string Output) Run(string directory, params string[] arguments)
    {
        ProcessStartInfo start = new("openssl") { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
