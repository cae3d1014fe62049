using VotingHall.Core;
using VotingHall.Server.Loop;
using VotingHall.Server.Stores;
using VotingHall.Signing;

namespace VotingHall.Server.Startup;

/// <summary>
/// 重启起点: what the journal, and nothing else, says about the run before: the hall, its log, and when it last knew of anything. A new hall has the
/// same form, empty. Source: design.md, settled questions 3 and 17.
/// </summary>
/// <param name="State">The hall as it is on disk.</param>
/// <param name="Tree">The log's tree over the same entries.</param>
/// <param name="StoppedAt">The last moment the run before knew of; what came after it, nobody was told. Null in a new hall.</param>
public sealed record RestartPoint(HallState State, JournalTree Tree, Instant? StoppedAt)
{
    /// <summary>Reads the whole store.</summary>
    /// <exception cref="JournalFault">The journal was changed or is damaged.</exception>
    public static RestartPoint Read(IJournalStore store, RecordSuite suite)
    {
        (HallState state, JournalTree tree) = JournalReplay.Read(store, suite);
        return new RestartPoint(state, tree, LastKnown(store));
    }

    /// <summary>
    /// The first commands of the new run: the next epoch (strictly rising, odd at this node), then the open round goes on. Source: protocol 1, 7.2.
    /// </summary>
    public IReadOnlyList<HallCommand> FirstCommands(Instant now)
    {
        HallCommand epoch = new HallCommand.RaiseEpoch(State.Epoch + (State.Epoch % 2 == 0 ? 1u : 2u)) { Issuer = Issuer.System, At = now };
        return StoppedAt is { } stopped && State.CurrentRound is { Phase: RoundPhase.Open }
            ? [epoch, new HallCommand.ResumeRounds(stopped) { Issuer = Issuer.System, At = now }]
            : [epoch];
    }

    /// <summary>Epochs raised at the end are starts that went no further: the window did not run in them.</summary>
    private static Instant? LastKnown(IJournalStore store)
    {
        for (long number = store.EntryCount - 1; number >= 0; number--)
            if (JournalEntry.TryRead(store.ReadEntries(number).First().Leaf.Span, out JournalEntry read) && read.Event is not HallEvent.EpochRaised)
                return read.Event.At;
        return null;
    }
}
