namespace VotingHall.Bench;

/// <summary>链路帧: cuts the bytes of a bridge link into whole frames, each with its closing zero. Source: protocol 10.</summary>
internal sealed class LinkFrames
{
    private readonly List<byte> begun = [];

    /// <summary>The frames that these bytes complete.</summary>
    public IReadOnlyList<byte[]> Read(ReadOnlySpan<byte> bytes)
    {
        List<byte[]> frames = [];
        foreach (byte next in bytes)
        {
            begun.Add(next);
            if (next != 0)
                continue;
            frames.Add([.. begun]);
            begun.Clear();
        }
        return frames;
    }
}
