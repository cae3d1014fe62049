using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>仓库: finds files of the repository, and rewrites golden ones when VOTINGHALL_REWRITE=1.</summary>
internal static class Repository
{
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root(), .. parts]);

    /// <summary>The file holds exactly this text; with the switch on it is written instead, to be reviewed as a diff.</summary>
    public static void AssertGolden(string expected, params string[] parts)
    {
        string path = Path(parts);
        if (Environment.GetEnvironmentVariable("VOTINGHALL_REWRITE") == "1")
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }
        Assert.True(File.Exists(path), path + " is missing; VOTINGHALL_REWRITE=1 writes it");
        Assert.Equal(File.ReadAllText(path), expected);
    }

    private static string Root()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(System.IO.Path.Combine(at.FullName, "VotingHall.sln")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("not inside the repository");
    }
}
