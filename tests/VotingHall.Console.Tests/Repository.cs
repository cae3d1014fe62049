namespace VotingHall.Screens.Tests;

/// <summary>仓库: finds files of the repository.</summary>
internal static class Repository
{
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root(), .. parts]);

    /// <summary>Sources of the console with this ending, by path; built files and foreign scripts are left out.</summary>
    public static IEnumerable<string> ConsoleFiles(string pattern) => Directory
        .EnumerateFiles(Path("console", "VotingHall.Console"), pattern, SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
            && !path.Contains("/wwwroot/lib/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static string Root()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(System.IO.Path.Combine(at.FullName, "VotingHall.sln")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("not inside the repository");
    }
}
