namespace VotingHall.Server.Tests.Papers;

/// <summary>The papers worker as it was built: copied beside the server, not beside its tests.</summary>
internal static class PapersProgram
{
    public static string Dll { get; } = Find();

    private static string Find()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        string configuration = folder.Parent!.Name;
        while (!File.Exists(Path.Combine(folder.FullName, "VotingHall.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("not inside the repository");
        return Path.Combine(folder.FullName, "server/VotingHall.Server/bin", configuration, "net10.0/papers/votinghall-papers.dll");
    }
}
