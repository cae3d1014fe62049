using System.Runtime.CompilerServices;
using VotingHall.Server.Stores;

namespace VotingHall.Server.Tests.Stores;

/// <summary>The process that is killed: this test program, started again with a variable set, appends and acknowledges for ever.</summary>
internal static class JournalCrashProcess
{
    public const string Variable = "VOTINGHALL_TEST_APPEND_TO";
    public const int EntriesInBatch = 4;

    [ModuleInitializer]
    internal static void AppendInsteadOfTesting()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path)
            return;
        using SqliteJournalStore store = SqliteJournalStore.Open(path);
        using StreamWriter acknowledgements = new(Console.OpenStandardOutput()) { AutoFlush = true, NewLine = "\n" };
        while (true)
        {
            ulong keypad = (ulong)(store.EntryCount / EntriesInBatch) + 1;
            store.Append(JournalStoreContract.Batch(store.EntryCount, EntriesInBatch) with { Parts = [JournalStoreContract.Part(1, keypad, "part")] });
            store.Flush();
            acknowledgements.WriteLine(store.EntryCount);
        }
    }
}
