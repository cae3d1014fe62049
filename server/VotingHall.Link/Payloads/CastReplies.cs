using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>记名应答: plaintext of VOTE, SVOTE and TVOTE. Source: protocol 4.2, 4.3.</summary>
/// <param name="Rev">Revision of the record of this round; 0 without one. Not pressed with rev above 0: that press is spoiled.</param>
/// <param name="Vector">Choice vector, one nibble a row; zero when nothing is pressed.</param>
public sealed record VotePayload(ReplyState State, ushort Rev, byte[] Vector) : IUpPayload
{
    /// <summary>Bytes of the reply body with CRC for a vector of <paramref name="vectorBytes"/>.</summary>
    public static int BodyBytes(int vectorBytes) => 22 + vectorBytes;

    public byte[] Write() => CastLayout.Write(State, Rev, Vector);

    /// <summary>False also for a vector of another length, a pressed reply without rev, or a filler that is not zero (<c>ballot_invalid</c>).</summary>
    public static bool TryParse(ReadOnlySpan<byte> payload, int vectorBytes, [NotNullWhen(true)] out VotePayload? read)
    {
        read = CastLayout.TryRead(payload, vectorBytes, out ReplyState state, out ushort rev, out byte[] vector) && state.Fragment == 0
            ? new VotePayload(state, rev, vector)
            : null;
        return read is not null;
    }
}

/// <summary>无记名应答: plaintext of BALLOT, SBALLOT and TBALLOT, one piece of a masked ballot. Source: protocol 4.2, 8.2.</summary>
public sealed record BallotPiecePayload(ReplyState State, ushort Rev, byte[] Piece) : IUpPayload
{
    public byte[] Write() => CastLayout.Write(State, Rev, Piece);

    /// <summary>False also for a piece of another length, a pressed reply without rev, or bytes without a press (<c>ballot_invalid</c>).</summary>
    public static bool TryParse(ReadOnlySpan<byte> payload, int pieceBytes, [NotNullWhen(true)] out BallotPiecePayload? read)
    {
        read = CastLayout.TryRead(payload, pieceBytes, out ReplyState state, out ushort rev, out byte[] piece)
            ? new BallotPiecePayload(state, rev, piece)
            : null;
        return read is not null;
    }
}

/// <summary>应答布局: state, rev and the rest, shared by both kinds of cast replies.</summary>
internal static class CastLayout
{
    public static byte[] Write(ReplyState state, ushort rev, byte[] rest)
    {
        ByteWriter writer = new(3 + rest.Length);
        writer.U8(state.Value);
        writer.U16(rev);
        writer.Put(rest);
        return writer.Done();
    }

    public static bool TryRead(ReadOnlySpan<byte> payload, int restBytes, out ReplyState state, out ushort rev, out byte[] rest)
    {
        ByteReader reader = new(payload);
        state = new ReplyState(reader.U8());
        rev = reader.U16();
        rest = reader.Bytes(restBytes);
        reader.Require(state.Pressed ? rev > 0 : !rest.AsSpan().ContainsAnyExcept((byte)0));
        return reader.Complete;
    }
}
