using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>开启表决. Source: protocol 4.1 (03).</summary>
/// <param name="Mode">See <see cref="RoundModes"/>.</param>
/// <param name="Rule">0 last press counts, 1 first press locks.</param>
/// <param name="WindowSeconds">Shown only.</param>
/// <param name="KStep">Key step of secret rounds, else 0.</param>
public sealed record OpenPayload(uint Round, byte Mode, byte Rule, Digest32 PaperDigest, SlotSet Eligible, ushort WindowSeconds, ushort KStep)
    : IDownPayload
{
    public const int Size = 74;

    public DownKind Kind => DownKind.Open;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U32(Round);
        writer.U8(Mode);
        writer.U8(Rule);
        writer.Digest(PaperDigest);
        writer.Put(Eligible.ToArray());
        writer.U16(WindowSeconds);
        writer.U16(KStep);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out OpenPayload? open)
    {
        open = null;
        if (payload.Length != Size)
        {
            return false;
        }

        ByteReader reader = new(payload);
        OpenPayload read = new(
            reader.U32(), reader.U8(), reader.U8(), reader.Digest(), SlotSet.Read(reader.Bytes(SlotSet.Size)), reader.U16(), reader.U16());
        reader.Require(RoundModes.IsValid(read.Mode) && read.Rule <= 1);
        open = reader.Complete ? read : null;
        return open is not null;
    }
}

/// <summary>截止表决: latch and seal. Source: protocol 4.1 (04).</summary>
public sealed record ClosePayload(uint Round, CloseNonce Nonce) : IDownPayload
{
    public const int Size = 12;

    public DownKind Kind => DownKind.Close;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U32(Round);
        writer.U64(Nonce.Value);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out ClosePayload? close)
    {
        ByteReader reader = new(payload);
        ClosePayload read = new(reader.U32(), new CloseNonce(reader.U64()));
        close = reader.Complete ? read : null;
        return close is not null;
    }
}

/// <summary>轮次了结: kept or void. Source: protocol 4.1 (05).</summary>
public sealed record CommitPayload(uint Round, bool Kept) : IDownPayload
{
    public const int Size = 5;

    public DownKind Kind => DownKind.Commit;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U32(Round);
        writer.U8((byte)(Kept ? 1 : 2));
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out CommitPayload? commit)
    {
        ByteReader reader = new(payload);
        uint round = reader.U32();
        byte result = reader.U8();
        reader.Require(result is 1 or 2);
        commit = reader.Complete ? new CommitPayload(round, result == 1) : null;
        return commit is not null;
    }
}

/// <summary>回执向量: one code per slot (<see cref="AckCodes"/>). Source: protocol 4.1 (06).</summary>
/// <param name="First">Slot of the first code.</param>
/// <param name="Codes">At most 100.</param>
public sealed record AckVecPayload(uint Round, byte First, IReadOnlyList<ushort> Codes) : IDownPayload
{
    public const int CodesMax = 100;

    public DownKind Kind => DownKind.AckVec;

    public byte[] Write()
    {
        if (Codes.Count > CodesMax || First < WireAddress.SlotMin || First + Codes.Count > WireAddress.SlotMax + 1)
        {
            throw new ArgumentException("The codes do not fit one frame.", nameof(Codes));
        }

        ByteWriter writer = new(6 + (2 * Codes.Count));
        writer.U32(Round);
        writer.U8(First);
        writer.U8((byte)Codes.Count);
        foreach (ushort code in Codes)
        {
            writer.U16(code);
        }

        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out AckVecPayload? ackVec)
    {
        ByteReader reader = new(payload);
        uint round = reader.U32();
        byte first = reader.U8();
        byte count = reader.U8();
        reader.Require(count <= CodesMax && reader.Left == 2 * count && first >= WireAddress.SlotMin && first + count <= WireAddress.SlotMax + 1);
        ushort[] codes = new ushort[reader.Good ? count : 0];
        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = reader.U16();
        }

        ackVec = reader.Complete ? new AckVecPayload(round, first, codes) : null;
        return ackVec is not null;
    }
}

/// <summary>认证向量类别. Source: protocol 4.1 (07).</summary>
public enum MacVecType : byte
{
    /// <summary>已计入, 8 bytes a slot.</summary>
    Counted = 1,
    /// <summary>销毁密钥, 12 bytes a slot.</summary>
    Destroy = 2,
}

/// <summary>认证向量: COUNTED or DESTROY codes of successive slots. Source: protocol 4.1 (07), 8.5.</summary>
public sealed record MacVecPayload(uint Round, MacVecType Type, ushort Step, byte First, IReadOnlyList<byte[]> Macs) : IDownPayload
{
    public DownKind Kind => DownKind.MacVec;

    /// <summary>Bytes a slot.</summary>
    public static int SizeOf(MacVecType type) => type == MacVecType.Counted ? 8 : 12;

    /// <summary>Slots that fit one frame: 25 or 17.</summary>
    public static int CountMax(MacVecType type) => (240 - 33) / SizeOf(type);

    public byte[] Write()
    {
        if (Macs.Count > CountMax(Type) || First < WireAddress.SlotMin || First + Macs.Count > WireAddress.SlotMax + 1)
        {
            throw new ArgumentException("The macs do not fit one frame.", nameof(Macs));
        }

        ByteWriter writer = new(9 + (SizeOf(Type) * Macs.Count));
        writer.U32(Round);
        writer.U8((byte)Type);
        writer.U16(Step);
        writer.U8(First);
        writer.U8((byte)Macs.Count);
        foreach (byte[] mac in Macs)
        {
            writer.Exactly(SizeOf(Type), mac);
        }

        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out MacVecPayload? macVec)
    {
        ByteReader reader = new(payload);
        uint round = reader.U32();
        MacVecType type = (MacVecType)reader.U8();
        ushort step = reader.U16();
        byte first = reader.U8();
        byte count = reader.U8();
        reader.Require(
            type is MacVecType.Counted or MacVecType.Destroy && count <= CountMax(type) && reader.Left == count * SizeOf(type)
            && first >= WireAddress.SlotMin && first + count <= WireAddress.SlotMax + 1);
        byte[][] macs = new byte[reader.Good ? count : 0][];
        for (int i = 0; i < macs.Length; i++)
        {
            macs[i] = reader.Bytes(SizeOf(type));
        }

        macVec = reader.Complete ? new MacVecPayload(round, type, step, first, macs) : null;
        return macVec is not null;
    }
}
