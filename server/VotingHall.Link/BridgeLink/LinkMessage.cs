using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>
/// 集线桥报文: one message between server and bridge. Header <c>kind line seq2</c>, then the payload; line bodies travel without their CRC.
/// A closed list; bodies are without the link's own CRC. Source: protocol 10.
/// </summary>
/// <param name="Line">Number of the line, 0 = the bridge itself.</param>
/// <param name="Seq">Sequence number of the sender; SENT answers by it.</param>
public abstract partial record LinkMessage
{
    private protected LinkMessage(byte line, ushort seq) => (Line, Seq) = (line, seq);

    public byte Line { get; init; }

    public ushort Seq { get; init; }

    /// <summary>Byte 0; bit 7 set = from the bridge.</summary>
    public abstract byte Kind { get; }

    private protected abstract int PayloadBytes { get; }

    private protected abstract void WritePayload(ref ByteWriter writer);

    /// <summary>The body without CRC, ready for <see cref="FrameWriter.Wire"/> with <see cref="FrameLimits.BridgeLink"/>.</summary>
    public byte[] Write()
    {
        ByteWriter writer = new(4 + PayloadBytes);
        writer.U8(Kind);
        writer.U8(Line);
        writer.U16(Seq);
        WritePayload(ref writer);
        return writer.Done();
    }

    /// <summary>Total: false for an unknown kind, a wrong length or a value out of range.</summary>
    public static bool TryParse(ReadOnlySpan<byte> body, [NotNullWhen(true)] out LinkMessage? message)
    {
        ByteReader reader = new(body);
        byte kind = reader.U8();
        byte line = reader.U8();
        ushort seq = reader.U16();
        message = kind < 0x80 ? ReadFromServer(kind, line, seq, ref reader) : ReadFromBridge(kind, line, seq, ref reader);
        if (!reader.Complete)
        {
            message = null;
        }

        return message is not null;
    }

    private static LinkMessage? ReadFromServer(byte kind, byte line, ushort seq, ref ByteReader reader) => kind switch
    {
        Hello.KindByte => Hello.Read(line, seq, ref reader),
        LineConfig.KindByte => LineConfig.Read(line, seq, ref reader),
        Plan.KindByte => Plan.Read(line, seq, ref reader),
        PlanStop.KindByte => new PlanStop(line, seq, reader.U32()),
        Send.KindByte => Send.Read(line, seq, ref reader),
        Lease.KindByte => Lease.Read(line, seq, ref reader),
        StatsRequest.KindByte => new StatsRequest(line, seq),
        _ => null,
    };

    private static LinkMessage? ReadFromBridge(byte kind, byte line, ushort seq, ref ByteReader reader) => kind switch
    {
        HelloReply.KindByte => HelloReply.Read(line, seq, ref reader),
        LineReceived.KindByte => LineReceived.Read(line, seq, ref reader),
        SweepEnd.KindByte => SweepEnd.Read(line, seq, ref reader),
        Sent.KindByte => Sent.Read(line, seq, ref reader),
        LeaseReply.KindByte => LeaseReply.Read(line, seq, ref reader),
        Stats.KindByte => Stats.Read(line, seq, ref reader),
        LineEvent.KindByte => LineEvent.Read(line, seq, ref reader),
        _ => null,
    };
}
