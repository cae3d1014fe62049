namespace VotingHall.Firmware.Tests;

/// <summary>Where things lie in the repository that these tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Firmware => Path.Combine(Root, "firmware-bridge");

    public static string Image(string name) => Path.Combine(Firmware, "build", "images", name + ".elf");

    public static string Hub => Path.Combine(Firmware, "build", "hub");

    /// <summary>A program as its own project built it, in the configuration of these tests.</summary>
    public static string Program(string project, string assembly) => Path.Combine(
        Root, "server", project, "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", assembly + ".dll");

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VotingHall.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("not inside the repository");
    }
}
