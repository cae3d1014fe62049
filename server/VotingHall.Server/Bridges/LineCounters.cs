using VotingHall.Link;

namespace VotingHall.Server.Bridges;

/// <summary>线路计数: how well a line is read, for the technician. Sweeps of votes and of final tags count alike.</summary>
internal sealed class LineCounters
{
    private long lastEndMs;

    public int SweepMs { get; private set; }

    public long Swept { get; private set; }

    public long Repeated { get; private set; }

    public long BadFrames { get; private set; }

    public void Ended(LinkMessage.SweepEnd sweep, long nowMs)
    {
        // A pause between two rounds is no sweep.
        long apart = nowMs - lastEndMs;
        if (lastEndMs > 0 && apart < 5_000)
            SweepMs = (int)apart;
        lastEndMs = nowMs;
        Swept += sweep.Count;
        Repeated += sweep.Tries > 1 ? 1 : 0;
        BadFrames += sweep.CrcBad + sweep.OffSlot;
    }
}
