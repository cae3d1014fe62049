namespace VotingHall.Link;

/// <summary>
/// 监票端存储: the durable memory of a station, given by the program that hosts it. Every writing call returns only when the bytes are on
/// disk, and a fault stops the process; the station answers nothing before. Source: protocol 8.4, 8.5, 11.
/// </summary>
public interface IStationRegister
{
    /// <summary>密钥状态: replaces the earlier one. It holds keys; the host seals it.</summary>
    void KeepKeys(ReadOnlySpan<byte> keys);

    /// <summary>The list answered for this round, null = none yet.</summary>
    Digest32? ListHeld(Digest32 ctx);

    /// <summary>One-shot: called once per ctx.</summary>
    void HoldList(Digest32 ctx, Digest32 listDigest);

    bool IsSpoiled(Digest32 ctx, WireUid uid, PressStamp press);

    void KeepSpoiled(Digest32 ctx, WireUid uid, PressStamp press);
}
