using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>计入码: what a keypad compares to show 已计入, 8 bytes.</summary>
public sealed record CountedCode(WireUid Uid, byte[] Code);

/// <summary>汇总结果 TALLIED: counts of the whole round, never of one keypad. Source: protocol 8.3.</summary>
/// <param name="Participants">n.</param>
/// <param name="ListDigest">HL of the list answered.</param>
/// <param name="Counts">T[g], counters in the order of <see cref="BallotShape"/>.</param>
/// <param name="Unattested">Entries counted without F.</param>
/// <param name="Counted">C_i in the order of the list.</param>
public sealed record TallyAnswer(
    Digest32 Ctx, int Participants, Digest32 ListDigest, IReadOnlyList<int> Counts, int Unattested, IReadOnlyList<CountedCode> Counted)
{
    /// <summary>Canonical bytes, the ones the station signs: ctx32 | n4 | HL32 | counters2 | T4.. | unattested4 | (uid8 C8)...</summary>
    public byte[] Write()
    {
        ByteWriter writer = new(74 + (4 * Counts.Count) + (16 * Counted.Count));
        writer.Digest(Ctx);
        writer.U32((uint)Participants);
        writer.Digest(ListDigest);
        writer.U16((ushort)Counts.Count);
        foreach (int count in Counts)
        {
            writer.U32((uint)count);
        }

        writer.U32((uint)Unattested);
        foreach (CountedCode counted in Counted)
        {
            writer.Uid(counted.Uid);
            writer.Exactly(8, counted.Code);
        }

        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out TallyAnswer? answer)
    {
        ByteReader reader = new(bytes);
        Digest32 ctx = reader.Digest();
        uint participants = reader.U32();
        Digest32 list = reader.Digest();
        int counters = reader.U16();
        List<int> counts = [];
        for (int g = 0; g < counters && reader.Good; g++)
        {
            uint count = reader.U32();
            reader.Require(count <= participants);
            counts.Add((int)(count & 0xFFFFFF));
        }

        uint unattested = reader.U32();
        reader.Require(participants <= 0xFFFF && unattested <= participants && reader.Left == 16 * (long)participants);
        List<CountedCode> counted = [];
        for (uint i = 0; i < participants && reader.Good; i++)
        {
            counted.Add(new CountedCode(reader.Uid(), reader.Bytes(8)));
        }

        answer = reader.Complete ? new TallyAnswer(ctx, (int)participants, list, counts, (int)unattested, counted) : null;
        return answer is not null;
    }
}
