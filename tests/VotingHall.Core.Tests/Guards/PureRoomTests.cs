using System.Text.RegularExpressions;
using Xunit;

namespace VotingHall.Core.Tests.Guards;

/// <summary>
/// Aim: Core and Link use nothing of the framework that is not on the allow-list, and Core holds no floating point. The guards are shown to fail
/// on this test assembly, which opens files and computes with doubles on purpose.
/// </summary>
public sealed partial class PureRoomTests
{
    [Theory]
    [InlineData("VotingHall.Core.dll")]
    [InlineData("VotingHall.Link.dll")]
    public void A_pure_room_uses_only_what_is_allowed(string assembly) =>
        Assert.Empty(AllowList.OffencesOf(Path.Combine(AppContext.BaseDirectory, assembly)));

    [Fact]
    public void The_allow_list_can_fail()
    {
        IReadOnlyList<string> offences = AllowList.OffencesOf(typeof(PureRoomTests).Assembly.Location);

        Assert.Contains("System.IO.File", offences);
        Assert.Contains("System.DateTimeOffset", offences);
        Assert.Contains("System.Random", offences);
        Assert.Contains("System.Type.GetType", offences);
    }

    [Fact]
    public void Core_has_no_floating_point()
    {
        string core = Path.Combine(RepositoryRoot(), "server", "VotingHall.Core");
        string[] files = [.. Directory.GetFiles(core, "*.cs", SearchOption.AllDirectories).Where(file => !InBuildFolder(core, file))];

        Assert.True(files.Length > 20);
        Assert.Empty(files.SelectMany(file => FloatingPointIn(File.ReadAllText(file)).Select(word => Path.GetFileName(file) + ": " + word)));
    }

    [Theory]
    [InlineData("bool Half(int a, int b) => a * 100.0 / b > 50;", "100.0")]
    [InlineData("double share = 1;", "double")]
    [InlineData("var x = 3m;", "3m")]
    [InlineData("System.Decimal x;", "Decimal")]
    [InlineData("long x = (long)1e3;", "1e3")]
    public void The_scan_for_floating_point_can_fail(string source, string found) => Assert.Equal([found], FloatingPointIn(source));

    [Theory]
    [InlineData("/// a double-locked box\nint a = 0x1F; // 0.5")]
    [InlineData("string s = \"1.5 double\"; int[] part = all[1..5]; int b = tuple.Item1;")]
    [InlineData("/* 0.5m */ char c = '.'; long big = 1_000_000L; uint u = 7u;")]
    public void The_scan_is_silent_on_whole_numbers_texts_and_comments(string source) => Assert.Empty(FloatingPointIn(source));

    private static IEnumerable<string> FloatingPointIn(string source) =>
        FloatingPoint().Matches(CommentOrText().Replace(source, " ")).Select(match => match.Value);

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|"{3}.*?"{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\])+'""", RegexOptions.Singleline)]
    private static partial Regex CommentOrText();

    [GeneratedRegex(@"\b(?:float|double|decimal|Single|Double|Decimal|BigInteger)\b|(?<![\w.])(?!0[xXbB])\d[\d_]*(?:\.\d+(?:[eE][+-]?\d+)?[fFdDmM]?|[eE][+-]?\d+|[fFdDmM]\b)")]
    private static partial Regex FloatingPoint();

    private static bool InBuildFolder(string root, string file) =>
        Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj";

    private static string RepositoryRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VotingHall.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("VotingHall.sln not found above the tests");
    }

    /// <summary>What a pure room must not do; compiled here so that the guard has something to catch.</summary>
    private static readonly Func<string, (long, int, Type?)> Offender = text =>
        (DateTimeOffset.UnixEpoch.Ticks, new Random(1).Next(), Type.GetType(text));

    [Fact]
    public void The_offender_is_compiled_in() => Assert.NotEqual(default, Offender("System.Int32"));
}
