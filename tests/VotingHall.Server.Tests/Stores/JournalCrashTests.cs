using System.Diagnostics;
using System.Globalization;
using VotingHall.Core;
using VotingHall.Server.Stores;
using Xunit;

namespace VotingHall.Server.Tests.Stores;

/// <summary>A process is killed (SIGKILL) while it appends; what it had acknowledged is on disk, and no batch is there in part.</summary>
public sealed class JournalCrashTests : IDisposable
{
    private const int Kills = 25;
    private readonly string folder = Directory.CreateTempSubdirectory("votinghall-crash-").FullName;

    [Fact]
    public async Task Twenty_five_kills_lose_nothing_acknowledged()
    {
        string path = Path.Combine(folder, "hall.db");
        Random random = new(20260301);
        long before = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            long acknowledged = await AppendUntilKilled(path, random.Next(1, 60));
            using SqliteJournalStore store = SqliteJournalStore.Open(path);
            Assert.True(acknowledged > before, "the process must have got on");
            Assert.InRange(store.EntryCount, acknowledged, long.MaxValue);
            Assert.Equal(0, store.EntryCount % JournalCrashProcess.EntriesInBatch);
            long batches = store.EntryCount / JournalCrashProcess.EntriesInBatch;
            Assert.Equal(store.EntryCount, store.ReadEntries().Count());
            Assert.Equal(batches, store.ReadRoots().Count);
            Assert.Equal(batches, store.ReadParts(new RoundNo(1)).Count);
            before = store.EntryCount;
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<long> AppendUntilKilled(string path, int acknowledgements)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(JournalCrashTests).Assembly.Location);
        start.Environment[JournalCrashProcess.Variable] = path;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        long acknowledged = 0;
        for (int i = 0; i < acknowledgements; i++)
        {
            string line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
                ?? throw new InvalidOperationException("the appending process ended by itself");
            acknowledged = long.Parse(line, CultureInfo.InvariantCulture);
        }
        process.Kill();
        string rest = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        // A last line without its end was not read by anybody: not an acknowledgement.
        int end = rest.LastIndexOf('\n');
        return end < 0 ? acknowledged : long.Parse(rest[..end].Split('\n')[^1], CultureInfo.InvariantCulture);
    }
}
