using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>应答发现. Source: protocol 4.2 (90).</summary>
/// <param name="Flags">bit 0 tamper, 1 cold, 2 not commissioned.</param>
public sealed record HelloPayload(WireUid Uid, byte Version, byte Suite, ushort Model, uint Firmware, uint Boot, ushort Flags) : IUpPayload
{
    public const int Size = 22;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.Uid(Uid);
        writer.U8(Version);
        writer.U8(Suite);
        writer.U16(Model);
        writer.U32(Firmware);
        writer.U32(Boot);
        writer.U16(Flags);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out HelloPayload? read)
    {
        ByteReader reader = new(payload);
        WireUid uid = reader.Uid();
        byte version = reader.U8();
        byte suite = reader.U8();
        ushort model = reader.U16();
        uint firmware = reader.U32();
        uint boot = reader.U32();
        ushort flags = reader.U16();
        read = reader.Complete ? new HelloPayload(uid, version, suite, model, firmware, boot, flags) : null;
        return read is not null;
    }
}

/// <summary>应答分配. Source: protocol 4.2 (91).</summary>
public sealed record AssignedPayload(WireUid Uid, byte Slot) : IUpPayload
{
    public const int Size = 9;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.Uid(Uid);
        writer.U8(Slot);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out AssignedPayload? read)
    {
        ByteReader reader = new(payload);
        WireUid uid = reader.Uid();
        byte slot = reader.U8();
        reader.Require(WireAddress.IsSlot(slot));
        read = reader.Complete ? new AssignedPayload(uid, slot) : null;
        return read is not null;
    }
}

/// <summary>应答接纳: second half of the handshake. Source: protocol 4.2 (92), 9.2.</summary>
public sealed record AdmitReplyPayload(WireUid Uid, byte[] NonceK, uint Boot, ushort Gen, ushort KStep, byte[] FirmwareDigest) : IUpPayload
{
    public const int Size = 32;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.Uid(Uid);
        writer.Exactly(8, NonceK);
        writer.U32(Boot);
        writer.U16(Gen);
        writer.U16(KStep);
        writer.Exactly(8, FirmwareDigest);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out AdmitReplyPayload? read)
    {
        ByteReader reader = new(payload);
        WireUid uid = reader.Uid();
        byte[] nonceK = reader.Bytes(8);
        uint boot = reader.U32();
        ushort gen = reader.U16();
        ushort kStep = reader.U16();
        byte[] firmwareDigest = reader.Bytes(8);
        read = reader.Complete ? new AdmitReplyPayload(uid, nonceK, boot, gen, kStep, firmwareDigest) : null;
        return read is not null;
    }
}

/// <summary>确认单播. Source: protocol 4.2 (8C).</summary>
/// <param name="Result">0 ok.</param>
/// <param name="Detail">To KEYS: own boot minus boot of the restored record, 0 none.</param>
public sealed record AckUPayload(byte AckedKind, byte Result, ushort Detail) : IUpPayload
{
    public const int Size = 4;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U8(AckedKind);
        writer.U8(Result);
        writer.U16(Detail);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out AckUPayload? read)
    {
        ByteReader reader = new(payload);
        byte ackedKind = reader.U8();
        byte result = reader.U8();
        ushort detail = reader.U16();
        read = reader.Complete ? new AckUPayload(ackedKind, result, detail) : null;
        return read is not null;
    }
}

/// <summary>对象缺块: first missing index and a bitmap from there (1 = missing). Source: protocol 4.2 (89).</summary>
/// <param name="State">0 none, 1 receiving, 2 complete, 3 digest bad, 4 too large.</param>
public sealed record ObjMissPayload(byte Obj, byte State, ushort FirstMissing, byte[] Missing) : IUpPayload
{
    public const int Size = 36;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U8(Obj);
        writer.U8(State);
        writer.U16(FirstMissing);
        writer.Exactly(32, Missing);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out ObjMissPayload? read)
    {
        ByteReader reader = new(payload);
        byte obj = reader.U8();
        byte state = reader.U8();
        ushort firstMissing = reader.U16();
        byte[] missing = reader.Bytes(32);
        reader.Require(state <= 4);
        read = reader.Complete ? new ObjMissPayload(obj, state, firstMissing, missing) : null;
        return read is not null;
    }
}

/// <summary>自检结果. Source: protocol 4.2 (8A).</summary>
public sealed record TestResultPayload(ushort Passed, ushort Failed, byte KeysSeen, byte KeysStuck) : IUpPayload
{
    public const int Size = 8;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U16(Passed);
        writer.U16(Failed);
        writer.U8(KeysSeen);
        writer.U8(KeysStuck);
        writer.Zeros(2);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out TestResultPayload? read)
    {
        ByteReader reader = new(payload);
        ushort passed = reader.U16();
        ushort failed = reader.U16();
        byte keysSeen = reader.U8();
        byte keysStuck = reader.U8();
        reader.Zeros(2);
        read = reader.Complete ? new TestResultPayload(passed, failed, keysSeen, keysStuck) : null;
        return read is not null;
    }
}

/// <summary>作废申请: the press of a challenge, with the proof for the station. Source: protocol 4.2 (8B), 8.5.</summary>
public sealed record SpoilPayload(PressStamp Press, byte[] Mac) : IUpPayload
{
    public const int Size = 20;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U64(Press.Value);
        writer.Exactly(12, Mac);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out SpoilPayload? read)
    {
        ByteReader reader = new(payload);
        reader.Require(PressStamp.TryFrom(reader.U64(), out PressStamp press));
        byte[] mac = reader.Bytes(12);
        read = reader.Complete ? new SpoilPayload(press, mac) : null;
        return read is not null;
    }
}

/// <summary>最终认证: F of the record after the latch, zero when nothing was pressed. Source: protocol 4.2 (85), 8.3.</summary>
public sealed record FinalPayload(ReplyState State, ushort Rev, byte[] Proof) : IUpPayload
{
    public const int Size = 15;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U8(State.Value);
        writer.U16(Rev);
        writer.Exactly(12, Proof);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out FinalPayload? read)
    {
        ByteReader reader = new(payload);
        ReplyState state = new(reader.U8());
        ushort rev = reader.U16();
        byte[] proof = reader.Bytes(12);
        reader.Require(state.Pressed ? rev > 0 : !proof.AsSpan().ContainsAnyExcept((byte)0));
        read = reader.Complete ? new FinalPayload(state, rev, proof) : null;
        return read is not null;
    }
}
