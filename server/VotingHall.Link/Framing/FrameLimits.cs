namespace VotingHall.Link;

/// <summary>帧长上限: sizes of bodies, CRC included, and the receiver's buffer for coded bytes. Source: protocol 2 and 10.</summary>
/// <param name="BodyMax">Largest body with its CRC, bytes.</param>
/// <param name="BufferSize">Coded bytes held before a frame counts as oversize.</param>
public readonly record struct FrameLimits(int BodyMax, int BufferSize)
{
    /// <summary>Smallest body with its CRC.</summary>
    public const int BodyMin = 4;

    /// <summary>RS-485 line.</summary>
    public static FrameLimits Line { get; } = new(240, 248);

    /// <summary>Bridge link.</summary>
    public static FrameLimits BridgeLink { get; } = new(253, 256);
}
