using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>对象类别. Source: protocol 4.1 (0A).</summary>
public enum ObjectType : byte
{
    Paper = 1,
    Firmware = 2,
    Notice = 3,
}

/// <summary>开始传送对象: free the buffer and receive. Source: protocol 4.1 (0A), 5.1.</summary>
/// <param name="Obj">Number of the object, chosen by the server.</param>
/// <param name="Length">Bytes of the whole object.</param>
public sealed record ObjBeginPayload(byte Obj, ObjectType Type, uint Length, Digest32 Digest) : IDownPayload
{
    public const int Size = 38;

    public DownKind Kind => DownKind.ObjBegin;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U8(Obj);
        writer.U8((byte)Type);
        writer.U32(Length);
        writer.Digest(Digest);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out ObjBeginPayload? read)
    {
        ByteReader reader = new(payload);
        byte obj = reader.U8();
        ObjectType type = (ObjectType)reader.U8();
        uint length = reader.U32();
        Digest32 digest = reader.Digest();
        reader.Require(type is >= ObjectType.Paper and <= ObjectType.Notice);
        read = reader.Complete ? new ObjBeginPayload(obj, type, length, digest) : null;
        return read is not null;
    }
}

/// <summary>对象分块: 128 bytes, the last one zero-filled. Source: protocol 4.1 (0B), 5.1.</summary>
public sealed record ObjChunkPayload(byte Obj, ushort Index, byte[] Bytes) : IDownPayload
{
    public const int Size = 131;

    public DownKind Kind => DownKind.ObjChunk;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U8(Obj);
        writer.U16(Index);
        writer.Exactly(128, Bytes);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out ObjChunkPayload? read)
    {
        ByteReader reader = new(payload);
        byte obj = reader.U8();
        ushort index = reader.U16();
        byte[] bytes = reader.Bytes(128);
        read = reader.Complete ? new ObjChunkPayload(obj, index, bytes) : null;
        return read is not null;
    }
}

/// <summary>对象传完: check the digest. Source: protocol 4.1 (0C).</summary>
public sealed record ObjEndPayload(byte Obj) : IDownPayload
{
    public const int Size = 1;

    public DownKind Kind => DownKind.ObjEnd;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U8(Obj);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out ObjEndPayload? read)
    {
        ByteReader reader = new(payload);
        byte obj = reader.U8();
        read = reader.Complete ? new ObjEndPayload(obj) : null;
        return read is not null;
    }
}

/// <summary>启用固件: verify and swap the bank, only without an open round. Source: protocol 4.1 (1B).</summary>
public sealed record FirmwareActivatePayload(Digest32 Digest) : IDownPayload
{
    public const int Size = 32;

    public DownKind Kind => DownKind.FirmwareActivate;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.Digest(Digest);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out FirmwareActivatePayload? read)
    {
        ByteReader reader = new(payload);
        Digest32 digest = reader.Digest();
        read = reader.Complete ? new FirmwareActivatePayload(digest) : null;
        return read is not null;
    }
}
