using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>发现: unassigned keypads answer in hashed slots. Source: protocol 4.1 (10), 9.1.</summary>
/// <param name="K">The window has 2^K slots.</param>
public sealed record DiscoverPayload(uint Salt, byte K, byte PrefixBits, byte[] Prefix, byte Gap100Us) : IDownPayload
{
    public const int Size = 15;

    public DownKind Kind => DownKind.Discover;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U32(Salt);
        writer.U8(K);
        writer.U8(PrefixBits);
        writer.Exactly(8, Prefix);
        writer.U8(Gap100Us);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out DiscoverPayload? read)
    {
        ByteReader reader = new(payload);
        uint salt = reader.U32();
        byte k = reader.U8();
        byte prefixBits = reader.U8();
        byte[] prefix = reader.Bytes(8);
        byte gap100Us = reader.U8();
        reader.Require(k <= 8 && prefixBits <= 64);
        read = reader.Complete ? new DiscoverPayload(salt, k, prefixBits, prefix, gap100Us) : null;
        return read is not null;
    }
}

/// <summary>分配槽位. Source: protocol 4.1 (11).</summary>
public sealed record AssignPayload(WireUid Uid, byte Slot) : IDownPayload
{
    public const int Size = 9;

    public DownKind Kind => DownKind.Assign;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.Uid(Uid);
        writer.U8(Slot);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out AssignPayload? read)
    {
        ByteReader reader = new(payload);
        WireUid uid = reader.Uid();
        byte slot = reader.U8();
        reader.Require(WireAddress.IsSlot(slot));
        read = reader.Complete ? new AssignPayload(uid, slot) : null;
        return read is not null;
    }
}

/// <summary>收回槽位: drop slot and keys. Source: protocol 4.1 (12).</summary>
public sealed record ReleasePayload() : IDownPayload
{
    public const int Size = 1;

    public DownKind Kind => DownKind.Release;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.Zeros(1);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out ReleasePayload? read)
    {
        ByteReader reader = new(payload);
        reader.Zeros(1);
        read = reader.Complete ? new ReleasePayload() : null;
        return read is not null;
    }
}

/// <summary>接纳: first half of the handshake. Source: protocol 4.1 (15), 9.2.</summary>
public sealed record AdmitPayload(WireUid Uid, uint Epoch, Digest32 Meeting, byte[] NonceS) : IDownPayload
{
    public const int Size = 60;

    public DownKind Kind => DownKind.Admit;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.Uid(Uid);
        writer.U32(Epoch);
        writer.Digest(Meeting);
        writer.Exactly(16, NonceS);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out AdmitPayload? read)
    {
        ByteReader reader = new(payload);
        WireUid uid = reader.Uid();
        uint epoch = reader.U32();
        Digest32 meeting = reader.Digest();
        byte[] nonceS = reader.Bytes(16);
        read = reader.Complete ? new AdmitPayload(uid, epoch, meeting, nonceS) : null;
        return read is not null;
    }
}

/// <summary>下发密钥: the group key, wrapped for one keypad. Source: protocol 4.1 (16).</summary>
/// <param name="StationInUse">flags bit 0.</param>
/// <param name="GroupSeq">Last seq used under the group key.</param>
public sealed record KeysPayload(SecretKey GroupKey, byte Suite, bool StationInUse, uint GroupSeq) : IDownPayload
{
    public const int Size = 22;

    public DownKind Kind => DownKind.Keys;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.Exactly(16, GroupKey.Bytes);
        writer.U8(Suite);
        writer.U8((byte)(StationInUse ? 1 : 0));
        writer.U32(GroupSeq);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out KeysPayload? read)
    {
        ByteReader reader = new(payload);
        byte[] groupKey = reader.Bytes(16);
        byte suite = reader.U8();
        byte flags = reader.U8();
        reader.Require(flags <= 1);
        uint groupSeq = reader.U32();
        read = reader.Complete ? new KeysPayload(new SecretKey(groupKey), suite, flags == 1, groupSeq) : null;
        return read is not null;
    }
}

/// <summary>单取: reply that one frame at once. Source: protocol 4.1 (17).</summary>
public sealed record FetchPayload(CollectWhat What, uint Round) : IDownPayload
{
    public const int Size = 5;

    public DownKind Kind => DownKind.Fetch;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U8((byte)What);
        writer.U32(Round);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out FetchPayload? read)
    {
        ByteReader reader = new(payload);
        CollectWhat what = (CollectWhat)reader.U8();
        uint round = reader.U32();
        reader.Require(what <= CollectWhat.Spoil);
        read = reader.Complete ? new FetchPayload(what, round) : null;
        return read is not null;
    }
}

/// <summary>补步: a late DESTROY for a keypad that was away. Source: protocol 4.1 (19), 8.5.</summary>
public sealed record RollPayload(ushort Step, Digest32 Ctx, byte[] Mac) : IDownPayload
{
    public const int Size = 46;

    public DownKind Kind => DownKind.Roll;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U16(Step);
        writer.Digest(Ctx);
        writer.Exactly(12, Mac);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out RollPayload? read)
    {
        ByteReader reader = new(payload);
        ushort step = reader.U16();
        Digest32 ctx = reader.Digest();
        byte[] mac = reader.Bytes(12);
        read = reader.Complete ? new RollPayload(step, ctx, mac) : null;
        return read is not null;
    }
}

/// <summary>会议开始: start of the meeting keys. Source: protocol 4.1 (1A), 8.5.</summary>
/// <param name="MacB">Zero without a station.</param>
public sealed record MeetBeginPayload(ushort NewGen, Digest32 Meeting, byte[] MacA, byte[] MacB) : IDownPayload
{
    public const int Size = 58;

    public DownKind Kind => DownKind.MeetBegin;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U16(NewGen);
        writer.Digest(Meeting);
        writer.Exactly(12, MacA);
        writer.Exactly(12, MacB);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out MeetBeginPayload? read)
    {
        ByteReader reader = new(payload);
        ushort newGen = reader.U16();
        Digest32 meeting = reader.Digest();
        byte[] macA = reader.Bytes(12);
        byte[] macB = reader.Bytes(12);
        read = reader.Complete ? new MeetBeginPayload(newGen, meeting, macA, macB) : null;
        return read is not null;
    }
}
