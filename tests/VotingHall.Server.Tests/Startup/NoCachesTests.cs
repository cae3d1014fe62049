using Xunit;

namespace VotingHall.Server.Tests.Startup;

/// <summary>
/// Aim: there are no caches: with journal, station folder and keys alone the server files everything again; records and papers become the same bytes, and
/// every record still passes the verifier program.
/// </summary>
public sealed class NoCachesTests
{
    /// <summary>What stays in the data folder besides the journal and its write-ahead file: keys, station, accounts.</summary>
    private static readonly string[] Kept = ["accounts-keys", "accounts.json", "signing", "station"];

    [Fact]
    public async Task Everything_is_filed_again_from_journal_station_and_keys()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using ScriptedSitting sitting = KilledSitting.Of(71, []);
        Assert.True(await sitting.Run(cancellation) == 0, sitting.Said);
        Dictionary<string, byte[]> before = Issued(sitting);
        Assert.Equal(3 + 3 + 1, before.Count);

        Directory.Delete(sitting.Out, recursive: true);
        foreach (FileSystemInfo other in new DirectoryInfo(sitting.Data).GetFileSystemInfos())
            if (!Kept.Contains(other.Name) && !other.Name.StartsWith("journal.db", StringComparison.Ordinal))
                Delete(other);

        Assert.True(await sitting.Run(cancellation) == 0, sitting.Said);
        Dictionary<string, byte[]> after = Issued(sitting);
        Assert.Equal(before.Keys.Order(), after.Keys.Order());
        Assert.All(before, file => Assert.True(file.Value.AsSpan().SequenceEqual(after[file.Key]), file.Key));
        foreach (int round in new[] { 1, 2, 3 })
        {
            (int verified, string text) = await sitting.Verify(round, cancellation);
            Assert.True(verified == 0, text);
        }
    }

    private static void Delete(FileSystemInfo entry)
    {
        if (entry is DirectoryInfo folder)
            folder.Delete(recursive: true);
        else
            entry.Delete();
    }

    /// <summary>Records, papers and the policy, by path in the out folder.</summary>
    private static Dictionary<string, byte[]> Issued(ScriptedSitting sitting) =>
        Directory.GetFiles(sitting.Out, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".record.json", StringComparison.Ordinal) || file.EndsWith(".pdf", StringComparison.Ordinal)
                || file.EndsWith("policy.json", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetRelativePath(sitting.Out, file), File.ReadAllBytes, StringComparer.Ordinal);
}
