using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>状态报告: health of one keypad, 48 bytes; counters saturate. Source: protocol 9.4.</summary>
/// <param name="UptimeSeconds">Since the last start.</param>
/// <param name="SupplyMv">Supply, mV.</param>
/// <param name="TemperatureC">Degrees Celsius.</param>
public sealed record StatusPayload(
    uint Firmware, byte[] FirmwareDigest, ushort Model, byte Hardware, byte ResetCause, uint UptimeSeconds, ushort SupplyMv,
    sbyte TemperatureC, byte FaultBits, byte KeysStuck, byte KeypadState, uint FramesGood, ushort CrcBad, ushort TagBad, ushort LateSlots,
    ushort DriverTimeouts, uint Round, ushort Rev, ushort KStep, ushort Gen) : IUpPayload
{
    public const int Size = 48;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        writer.U32(Firmware);
        writer.Exactly(8, FirmwareDigest);
        writer.U16(Model);
        writer.U8(Hardware);
        writer.U8(ResetCause);
        writer.U32(UptimeSeconds);
        writer.U16(SupplyMv);
        writer.U8(unchecked((byte)TemperatureC));
        writer.U8(FaultBits);
        writer.U8(KeysStuck);
        writer.U8(KeypadState);
        writer.U32(FramesGood);
        writer.U16(CrcBad);
        writer.U16(TagBad);
        writer.U16(LateSlots);
        writer.U16(DriverTimeouts);
        writer.U32(Round);
        writer.U16(Rev);
        writer.U16(KStep);
        writer.U16(Gen);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out StatusPayload? read)
    {
        ByteReader reader = new(payload);
        StatusPayload status = new(
            reader.U32(), reader.Bytes(8), reader.U16(), reader.U8(), reader.U8(), reader.U32(), reader.U16(), unchecked((sbyte)reader.U8()),
            reader.U8(), reader.U8(), reader.U8(), reader.U32(), reader.U16(), reader.U16(), reader.U16(), reader.U16(), reader.U32(),
            reader.U16(), reader.U16(), reader.U16());
        read = reader.Complete ? status : null;
        return read is not null;
    }
}
