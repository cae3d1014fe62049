namespace VotingHall.Link;

/// <summary>应答状态 st: first byte of every reply about a round. Source: protocol 4.2.</summary>
public readonly record struct ReplyState(byte Value)
{
    /// <summary>A cast exists (and is not spoiled).</summary>
    public bool Pressed => (Value & 1) != 0;

    public bool Latched => (Value & 2) != 0;

    /// <summary>No cast since the last start; with <see cref="Pressed"/> the record is a restored one.</summary>
    public bool Restarted => (Value & 4) != 0;

    /// <summary>Challenge or IDENTIFY key.</summary>
    public bool Call => (Value & 8) != 0;

    /// <summary>Index of the ballot piece, 0 to 15.</summary>
    public int Fragment => Value >> 4;

    public static ReplyState Of(bool pressed, bool latched = false, bool restarted = false, bool call = false, int fragment = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fragment);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fragment, 15);
        return new ReplyState((byte)((pressed ? 1 : 0) | (latched ? 2 : 0) | (restarted ? 4 : 0) | (call ? 8 : 0) | (fragment << 4)));
    }
}
