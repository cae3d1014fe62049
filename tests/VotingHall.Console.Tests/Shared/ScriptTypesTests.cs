using System.Diagnostics;
using Xunit;

namespace VotingHall.Screens.Tests.Shared;

/// <summary>The scripts' JSDoc types hold: <c>tsc --checkJs</c> is silent about the console, and speaks when a type is wrong.</summary>
public sealed class ScriptTypesTests
{
    [Fact]
    public async Task The_scripts_have_no_type_error()
    {
        (int exit, string said) = await Check("-p", Repository.Path("console", "VotingHall.Console"));

        Assert.True(exit == 0, said);
    }

    [Fact]
    public async Task A_wrong_type_is_found()
    {
        string script = Path.Combine(Directory.CreateTempSubdirectory("votinghall-types").FullName, "wrong.js");
        await File.WriteAllTextAsync(script, "/** @type {number} */\nexport const votes = \"151\";\n", TestContext.Current.CancellationToken);

        (int exit, string said) = await Check("--allowJs", "--checkJs", "--noEmit", "--strict", "--target", "es2022", script);

        Directory.Delete(Path.GetDirectoryName(script)!, recursive: true);
        Assert.NotEqual(0, exit);
        Assert.Contains("wrong.js", said, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Said)> Check(params string[] arguments)
    {
        Assert.True(File.Exists("/usr/bin/tsc"), "tsc is missing: apt-get install node-typescript (tests/run.sh does)");
        using Process process = Process.Start(new ProcessStartInfo("/usr/bin/tsc", ["--pretty", "false", .. arguments]) { RedirectStandardOutput = true })!;
        string said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said);
    }
}
