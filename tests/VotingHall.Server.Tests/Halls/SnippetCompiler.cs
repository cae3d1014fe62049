using System.Diagnostics;
using System.Text.RegularExpressions;
using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Loop;
using VotingHall.Signing;
using Xunit;

namespace VotingHall.Server.Tests.Halls;

/// <summary>Compiles C# snippets with the SDK's own compiler against the built assemblies, as a file of a room would be.</summary>
internal sealed partial class SnippetCompiler : IDisposable
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Linq;
        using VotingHall.Core;
        using VotingHall.Link;
        using VotingHall.Server.Loop;

        """;

    private readonly string folder = Directory.CreateTempSubdirectory("votinghall-snippets-").FullName;

    /// <summary>Errors by snippet: the compiler's code, or nothing for a snippet that compiles. All are compiled together.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors(IReadOnlyDictionary<string, string> snippets)
    {
        foreach ((string name, string code) in snippets)
            File.WriteAllText(Path.Combine(folder, name + ".cs"), Usings + code);
        List<string> arguments =
        [
            "exec", Compiler(), "-noconfig", "-nologo", "-nostdlib", "-target:library", "-nullable:enable", "-nowarn:CS1701,CS8632",
            $"-out:{Path.Combine(folder, "Snippets.dll")}",
        ];
        foreach (string reference in References())
            arguments.Add($"-reference:{reference}");
        foreach (string name in snippets.Keys)
            arguments.Add(Path.Combine(folder, name + ".cs"));

        ProcessStartInfo start = new("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process compiler = Process.Start(start)!;
        Task<string> problems = compiler.StandardError.ReadToEndAsync();
        string said = compiler.StandardOutput.ReadToEnd();
        compiler.WaitForExit();
        Dictionary<string, IReadOnlyList<string>> errors = snippets.Keys.ToDictionary(name => name, IReadOnlyList<string> (_) => []);
        foreach (Match error in ErrorLine().Matches(said))
            errors[error.Groups["name"].Value] = [.. errors[error.Groups["name"].Value], error.Groups["code"].Value];
        Assert.True(compiler.ExitCode == 0 || errors.Values.Any(codes => codes.Count > 0), said + problems.Result);
        return errors;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>csc.dll of the newest installed SDK of this runtime's version line.</summary>
    private static string Compiler()
    {
        using Process sdks = Process.Start(new ProcessStartInfo("dotnet", "--list-sdks") { RedirectStandardOutput = true })!;
        string listed = sdks.StandardOutput.ReadToEnd();
        sdks.WaitForExit();
        Match newest = SdkLine().Matches(listed).Last(match => match.Groups["version"].Value.StartsWith($"{Environment.Version.Major}.", StringComparison.Ordinal));
        return Path.Combine(newest.Groups["folder"].Value, newest.Groups["version"].Value, "Roslyn", "bincore", "csc.dll");
    }

    private static IEnumerable<string> References()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        foreach (string name in (string[])["System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Collections.Immutable", "System.Linq", "netstandard", "System.Memory", "System.Threading"])
            yield return Path.Combine(framework, name + ".dll");
        foreach (Type room in (Type[])[typeof(HallEvent), typeof(Station), typeof(DigestAlgorithm), typeof(HallLoop)])
            yield return room.Assembly.Location;
    }

    [GeneratedRegex(@"(?<name>[A-Za-z]+)\.cs\(\d+,\d+\): error (?<code>CS\d{4})")]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@"^(?<version>\S+) \[(?<folder>[^\]]+)\]", RegexOptions.Multiline)]
    private static partial Regex SdkLine();
}
