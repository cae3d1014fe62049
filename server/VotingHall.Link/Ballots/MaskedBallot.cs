using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>
/// 掩码选票: what the server holds of one secret press. Without the station's masks it says nothing about the choice; it carries no keypad.
/// Source: protocol 8.2.
/// </summary>
public sealed class MaskedBallot
{
    private readonly byte[] _part;
    private readonly ulong[] _words;

    private MaskedBallot(PressStamp press, byte[] part, ulong tag, ulong[] words) => (Press, _part, Tag, _words) = (press, part, tag, words);

    public PressStamp Press { get; }

    /// <summary>P, 8 bytes: proof of participation for the station.</summary>
    public ReadOnlySpan<byte> Part => _part;

    /// <summary>t, canonical.</summary>
    public ulong Tag { get; }

    /// <summary>c[0..W), canonical.</summary>
    public IReadOnlyList<ulong> Words => _words;

    /// <summary>Payload P8 | t8 | c.. of one press; false if an element is not below p (<c>ballot_invalid</c>) or the length is wrong.</summary>
    public static bool TryParse(PressStamp press, ReadOnlySpan<byte> payload, int words, [NotNullWhen(true)] out MaskedBallot? ballot)
    {
        ballot = null;
        if (words < 1 || payload.Length != 16 + (8 * words))
        {
            return false;
        }

        ByteReader reader = new(payload);
        byte[] part = reader.Bytes(8);
        ulong tag = reader.U64();
        reader.Require(Field61.IsCanonical(tag));
        ulong[] read = new ulong[words];
        for (int j = 0; j < words; j++)
        {
            read[j] = reader.U64();
            reader.Require(Field61.IsCanonical(read[j]));
        }

        ballot = reader.Complete ? new MaskedBallot(press, part, tag, read) : null;
        return ballot is not null;
    }

    /// <summary>合并分片: pieces 0.. of one press, each <see cref="BallotShape.PieceBytes"/> long, fillers zero.</summary>
    public static bool TryJoin(
        BallotShape shape, PressStamp press, IReadOnlyList<byte[]> pieces, [NotNullWhen(true)] out MaskedBallot? ballot)
    {
        ballot = null;
        if (pieces.Count != shape.Pieces || pieces.Any(piece => piece.Length != shape.PieceBytes))
        {
            return false;
        }

        byte[] joined = [.. pieces.SelectMany(piece => piece)];
        return !joined.AsSpan(shape.PayloadBytes).ContainsAnyExcept((byte)0)
            && TryParse(press, joined.AsSpan(0, shape.PayloadBytes), shape.Words, out ballot);
    }

    /// <summary>The bytes to store: S8 | P8 | t8 | c...</summary>
    public byte[] Write()
    {
        ByteWriter writer = new(24 + (8 * _words.Length));
        writer.U64(Press.Value);
        writer.Put(_part);
        writer.U64(Tag);
        foreach (ulong word in _words)
        {
            writer.U64(word);
        }

        return writer.Done();
    }

    /// <summary>Reads stored bytes.</summary>
    public static bool TryRead(ReadOnlySpan<byte> stored, [NotNullWhen(true)] out MaskedBallot? ballot)
    {
        ballot = null;
        ByteReader reader = new(stored);
        return PressStamp.TryFrom(reader.U64(), out PressStamp press) && reader.Good
            && TryParse(press, stored[8..], (stored.Length - 24) / 8, out ballot);
    }

    /// <summary>Same press and same content; another content under one press is <c>press_conflict</c>.</summary>
    public bool SameAs(MaskedBallot other) => Write().AsSpan().SequenceEqual(other.Write());

    public override string ToString() => "masked ballot";
}
