namespace VotingHall.Bench;

/// <summary>磁盘目录 of a measurement, removed afterwards.</summary>
internal sealed class DiskFolder : IDisposable
{
    public DiskFolder() => Path = Directory.CreateTempSubdirectory("votinghall-bench-").FullName;

    public string Path { get; }

    public string Journal => System.IO.Path.Combine(Path, "journal.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
