using VotingHall.Server.Stores;

namespace VotingHall.Server.Tests.Stores;

public sealed class MemoryJournalStoreTests : JournalStoreContract
{
    protected override IJournalStore Create() => new MemoryJournalStore();

    protected override IJournalStore CrashAndOpen(IJournalStore store) => ((MemoryJournalStore)store).Crash();
}
