using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace VotingHall.Link;

/// <summary>采集: the beacon after which each slot answers in its own time. Source: protocol 4.1, 6.</summary>
/// <param name="Round">0 = none.</param>
/// <param name="Frag">Ballot piece asked for, 0 to 14.</param>
/// <param name="ReplyBytes"><c>flen</c>: bytes of the reply body with its CRC.</param>
/// <param name="SlotUs">Length of a slot, us.</param>
/// <param name="Gap100Us">Pause after the beacon, 100 us.</param>
/// <param name="First">First slot.</param>
/// <param name="Count">Slots covered.</param>
/// <param name="Newcomers">Slots for unassigned keypads, a power of two or 0.</param>
public sealed record CollectPayload(
    uint Epoch, uint Round, ushort Sweep, CollectWhat What, byte Frag, byte ReplyBytes, ushort SlotUs, byte Gap100Us, byte First, byte Count,
    byte Newcomers) : IDownPayload
{
    public const int Size = 19;

    public DownKind Kind => DownKind.Collect;

    public byte[] Write()
    {
        ByteWriter writer = new(Size);
        WriteTo(ref writer);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out CollectPayload? collect)
    {
        ByteReader reader = new(payload);
        collect = ReadFrom(ref reader);
        return Checked(reader.Complete, ref collect);
    }

    internal void WriteTo(ref ByteWriter writer)
    {
        writer.U32(Epoch);
        writer.U32(Round);
        writer.U16(Sweep);
        writer.U8((byte)What);
        writer.U8(Frag);
        writer.U8(ReplyBytes);
        writer.U16(SlotUs);
        writer.U8(Gap100Us);
        writer.U8(First);
        writer.U8(Count);
        writer.U8(Newcomers);
    }

    internal static CollectPayload ReadFrom(ref ByteReader reader)
    {
        CollectPayload read = new(
            reader.U32(), reader.U32(), reader.U16(), (CollectWhat)reader.U8(), reader.U8(), reader.U8(), reader.U16(), reader.U8(),
            reader.U8(), reader.U8(), reader.U8());
        reader.Require(
            read.What <= CollectWhat.TestResult && read.Frag < 15 && read.ReplyBytes <= 240
            && read.First >= WireAddress.SlotMin && read.First + read.Count <= WireAddress.SlotMax + 1
            && (read.Newcomers == 0 || BitOperations.IsPow2(read.Newcomers)));
        return read;
    }

    private static bool Checked(bool good, ref CollectPayload? collect)
    {
        collect = good ? collect : null;
        return good;
    }
}

/// <summary>补采: as 采集 for the slots whose bit is set; the reply slot is the rank among the set bits.</summary>
/// <param name="Slots">ceil(count/8) bytes, bit i lowest first = slot first+i; unused bits zero.</param>
public sealed record RecollectPayload(CollectPayload Beacon, byte[] Slots) : IDownPayload
{
    public DownKind Kind => DownKind.Recollect;

    public byte[] Write()
    {
        int bitmap = (Beacon.Count + 7) / 8;
        ByteWriter writer = new(CollectPayload.Size + bitmap);
        Beacon.WriteTo(ref writer);
        writer.Exactly(bitmap, Slots);
        return writer.Done();
    }

    public static bool TryParse(ReadOnlySpan<byte> payload, [NotNullWhen(true)] out RecollectPayload? recollect)
    {
        ByteReader reader = new(payload);
        CollectPayload beacon = CollectPayload.ReadFrom(ref reader);
        byte[] slots = reader.Bytes((beacon.Count + 7) / 8);
        reader.Require(beacon.Newcomers == 0);
        reader.Require(slots.Length == 0 || beacon.Count % 8 == 0 || slots[^1] >> (beacon.Count % 8) == 0);
        recollect = reader.Complete ? new RecollectPayload(beacon, slots) : null;
        return recollect is not null;
    }
}
