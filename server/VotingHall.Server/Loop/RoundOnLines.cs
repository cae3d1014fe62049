using VotingHall.Core;
using VotingHall.Link;

namespace VotingHall.Server.Loop;

/// <summary>
/// 线路上的一轮: what the lines must know of a round to run it, and nothing more (no title, no member, no rule of counting).
/// </summary>
/// <param name="No">轮次, the round number of the wire.</param>
/// <param name="Mode">Mode of the wire.</param>
/// <param name="FirstPressLocks">rule 1 of the wire.</param>
/// <param name="Paper">Bytes of the ballot paper (protocol 5.2).</param>
/// <param name="PaperDigest">PD.</param>
/// <param name="Ctx">ctx (protocol 5.4).</param>
/// <param name="Eligible">Keypads that may vote; in a roll call every bound keypad.</param>
/// <param name="WindowSeconds">Shown on the keypad only.</param>
/// <param name="Held">Presses already on disk (after a restart).</param>
public sealed record RoundOnLines(
    RoundNo No, RoundMode Mode, bool FirstPressLocks, ReadOnlyMemory<byte> Paper, PaperForm Form, Digest32 PaperDigest, Digest32 Ctx,
    IReadOnlySet<KeypadUid> Eligible, ushort WindowSeconds, IReadOnlyDictionary<KeypadUid, PressId> Held)
{
    /// <summary>What each option number of a row means, row by row: number 1 is the first.</summary>
    public required IReadOnlyList<IReadOnlyList<Choice>> Options { get; init; }

    public bool IsSecret => Mode == RoundMode.Secret;

    /// <summary>Lanes and pieces of a masked ballot on this paper.</summary>
    public BallotShape Shape { get; } = BallotShape.Of(Form);

    /// <summary>Frames a reply needs: 1, or more for a long masked ballot.</summary>
    public int Fragments => IsSecret ? Shape.Pieces : 1;

    /// <summary>Body of a reply with header, counter, tag and CRC. Source: protocol 4.2.</summary>
    public byte ReplyBody => checked((byte)(IsSecret ? Shape.BodyBytes : VotePayload.BodyBytes(Form.VectorBytes)));
}
