using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>票箱中的一张: a masked ballot with the keypad it came from and F, if FINAL was sealed for this very press.</summary>
public sealed record UrnBallot(WireUid Uid, MaskedBallot Ballot, byte[]? Final);

/// <summary>名单项: 37 bytes about one participant, nothing of the choice. Source: protocol 8.3.</summary>
/// <param name="Part">P, 8 bytes.</param>
/// <param name="Final">F, 12 bytes, or null.</param>
public sealed record ListEntry(WireUid Uid, PressStamp Press, byte[] Part, byte[]? Final);

/// <summary>
/// 汇总请求 TALLY: the list of participants and the sums of the masked ballots, whole round or nothing. Source: protocol 8.3.
/// The proof that the log says <c>closed</c> goes beside it.
/// </summary>
public sealed class TallyRequest
{
    private const int EntrySize = 37;

    private TallyRequest(Digest32 ctx, CloseNonce closeNonce, IReadOnlyList<ListEntry> entries, IReadOnlyList<ulong> sumWords, ulong sumTag) =>
        (Ctx, Nonce, Entries, SumWords, SumTag) = (ctx, closeNonce, entries, sumWords, sumTag);

    public Digest32 Ctx { get; }

    public CloseNonce Nonce { get; }

    /// <summary>As sent; the station checks that they are sorted by uid and unique.</summary>
    public IReadOnlyList<ListEntry> Entries { get; }

    /// <summary>sumC[0..W) modulo p.</summary>
    public IReadOnlyList<ulong> SumWords { get; }

    /// <summary>sumT modulo p.</summary>
    public ulong SumTag { get; }

    /// <summary>汇总: sorts by uid and adds up; the only thing that is ever done with masked ballots.</summary>
    /// <exception cref="ArgumentException">Two ballots of one keypad, or ballots of different papers: a bug of the urn.</exception>
    public static TallyRequest Compose(Digest32 ctx, CloseNonce closeNonce, int words, IEnumerable<UrnBallot> urn)
    {
        UrnBallot[] sorted = [.. urn.OrderBy(ballot => ballot.Uid)];
        ulong[] sums = new ulong[words];
        ulong sumTag = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            MaskedBallot ballot = sorted[i].Ballot;
            if (ballot.Words.Count != words || (i > 0 && sorted[i - 1].Uid == sorted[i].Uid))
            {
                throw new ArgumentException("One ballot per keypad, all of one paper.", nameof(urn));
            }

            sumTag = Field61.Add(sumTag, ballot.Tag);
            for (int j = 0; j < words; j++)
            {
                sums[j] = Field61.Add(sums[j], ballot.Words[j]);
            }
        }

        ListEntry[] entries = [.. sorted.Select(b => new ListEntry(b.Uid, b.Ballot.Press, b.Ballot.Part.ToArray(), b.Final))];
        return new TallyRequest(ctx, closeNonce, entries, sums, sumTag);
    }

    /// <summary>Canonical bytes: ctx32 | closeNonce8 | n4 | entries | sumC | sumT; what is logged as <c>tally</c> and sent.</summary>
    public byte[] Write()
    {
        ByteWriter writer = new(44 + (EntrySize * Entries.Count) + (8 * (SumWords.Count + 1)));
        writer.Digest(Ctx);
        writer.U64(Nonce.Value);
        writer.U32((uint)Entries.Count);
        foreach (ListEntry entry in Entries)
        {
            writer.Uid(entry.Uid);
            writer.U64(entry.Press.Value);
            writer.Exactly(8, entry.Part);
            writer.U8((byte)(entry.Final is null ? 0 : 1));
            writer.Exactly(12, entry.Final ?? new byte[12]);
        }

        foreach (ulong word in SumWords)
        {
            writer.U64(word);
        }

        writer.U64(SumTag);
        return writer.Done();
    }

    /// <summary>Total; also refuses sums that are not canonical and fillers that are not zero. Order is left to the station.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out TallyRequest? request)
    {
        request = null;
        ByteReader reader = new(bytes);
        Digest32 ctx = reader.Digest();
        CloseNonce closeNonce = new(reader.U64());
        uint count = reader.U32();
        // Entries come before the sums, so the count must leave room for at least one word and the tag.
        if (!reader.Good || (ulong)count * EntrySize + 16 > (ulong)reader.Left)
        {
            return false;
        }

        List<ListEntry> entries = [];
        for (uint i = 0; i < count && reader.Good; i++)
        {
            entries.Add(ReadEntry(ref reader));
        }

        List<ulong> elements = [];
        while (reader.Left >= 8)
        {
            elements.Add(reader.U64());
        }

        reader.Require(elements.TrueForAll(Field61.IsCanonical));
        request = reader.Complete && elements.Count >= 2 ? new TallyRequest(ctx, closeNonce, entries, elements[..^1], elements[^1]) : null;
        return request is not null;
    }

    /// <summary>名单摘要 HL = H("VH1 list" | bytes).</summary>
    public Digest32 ListDigest(ISuite suite) => Digest32.Read(suite.Hash([.. "VH1 list"u8, .. Write()]));

    private static ListEntry ReadEntry(ref ByteReader reader)
    {
        WireUid uid = reader.Uid();
        reader.Require(PressStamp.TryFrom(reader.U64(), out PressStamp press));
        byte[] part = reader.Bytes(8);
        byte flags = reader.U8();
        byte[] final = reader.Bytes(12);
        reader.Require(flags <= 1 && (flags == 1 || !final.AsSpan().ContainsAnyExcept((byte)0)));
        return new ListEntry(uid, press, part, flags == 1 ? final : null);
    }
}
