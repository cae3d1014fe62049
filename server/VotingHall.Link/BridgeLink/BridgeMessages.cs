namespace VotingHall.Link;

/// <summary>下发结果 of SENT. Source: protocol 10.</summary>
public enum SendResult : byte
{
    Ok = 0,
    OldEpoch = 1,
    NoLease = 2,
    QueueFull = 3,
    LineDown = 4,
    TooLong = 5,
}

/// <summary>线路事件. Source: protocol 10.</summary>
public enum LineEventKind : byte
{
    Busy = 1,
    StuckDriver = 2,
    Up = 3,
    Down = 4,
    PeerLost = 5,
}

/// <summary>线路统计: counters of one line since the bridge started.</summary>
public sealed record LineStats(uint RxGood, uint RxCrcBad, uint Oversize, uint Tx, ushort Busy, ushort Resets);

public abstract partial record LinkMessage
{
    /// <summary>问候应答 B_HELLO_R.</summary>
    public sealed record HelloReply(
        byte Line, ushort Seq, uint HighestEpoch, WireUid BridgeUid, uint Firmware, byte Lines, byte Version, uint ClockUs)
        : LinkMessage(Line, Seq)
    {
        internal const byte KindByte = 0x81;

        public override byte Kind => KindByte;

        private protected override int PayloadBytes => 22;

        private protected override void WritePayload(ref ByteWriter writer)
        {
            writer.U32(HighestEpoch);
            writer.Uid(BridgeUid);
            writer.U32(Firmware);
            writer.U8(Lines);
            writer.U8(Version);
            writer.U32(ClockUs);
        }

        internal static HelloReply Read(byte line, ushort seq, ref ByteReader reader)
        {
            uint highestEpoch = reader.U32();
            WireUid bridgeUid = reader.Uid();
            uint firmware = reader.U32();
            byte lines = reader.U8();
            byte version = reader.U8();
            uint clockUs = reader.U32();
            return new HelloReply(line, seq, highestEpoch, bridgeUid, firmware, lines, version, clockUs);
        }
    }

    /// <summary>线路收帧 LINE_RX: one body heard on a line.</summary>
    /// <param name="TimeUs">End of the frame on the clock of the bridge.</param>
    /// <param name="Rank">FF outside a sweep.</param>
    /// <param name="OffsetUs">Arrival against the expected start.</param>
    /// <param name="Body">Line body without CRC.</param>
    public sealed record LineReceived(byte Line, ushort Seq, uint TimeUs, byte Rank, short OffsetUs, byte[] Body)
        : LinkMessage(Line, Seq)
    {
        internal const byte KindByte = 0x82;

        public override byte Kind => KindByte;

        private protected override int PayloadBytes => 7 + Body.Length;

        private protected override void WritePayload(ref ByteWriter writer)
        {
            writer.U32(TimeUs);
            writer.U8(Rank);
            writer.I16(OffsetUs);
            writer.Put(Body);
        }

        internal static LineReceived Read(byte line, ushort seq, ref ByteReader reader)
        {
            uint timeUs = reader.U32();
            byte rank = reader.U8();
            short offsetUs = reader.I16();
            byte[] body = reader.Remaining();
            reader.Require(body.Length is >= 2 and <= BodyMax);
            return new LineReceived(line, seq, timeUs, rank, offsetUs, body);
        }
    }

    /// <summary>一轮采集结束 SWEEP_END.</summary>
    public sealed record SweepEnd(
        byte Line, ushort Seq, uint TimeUs, ushort Sweep, CollectWhat What, byte Tries, byte First, byte Count, SlotSet Received, ushort CrcBad, ushort OffSlot)
        : LinkMessage(Line, Seq)
    {
        internal const byte KindByte = 0x83;

        public override byte Kind => KindByte;

        private protected override int PayloadBytes => 46;

        private protected override void WritePayload(ref ByteWriter writer)
        {
            writer.U32(TimeUs);
            writer.U16(Sweep);
            writer.U8((byte)What);
            writer.U8(Tries);
            writer.U8(First);
            writer.U8(Count);
            writer.Put(Received.ToArray());
            writer.U16(CrcBad);
            writer.U16(OffSlot);
        }

        internal static SweepEnd Read(byte line, ushort seq, ref ByteReader reader)
        {
            uint timeUs = reader.U32();
            ushort sweep = reader.U16();
            CollectWhat what = (CollectWhat)reader.U8();
            byte tries = reader.U8();
            byte first = reader.U8();
            byte count = reader.U8();
            SlotSet received = SlotSet.Read(reader.Bytes(SlotSet.Size) is { Length: SlotSet.Size } bits ? bits : new byte[SlotSet.Size]);
            ushort crcBad = reader.U16();
            ushort offSlot = reader.U16();
            reader.Require(what <= CollectWhat.TestResult);
            return new SweepEnd(line, seq, timeUs, sweep, what, tries, first, count, received, crcBad, offSlot);
        }
    }

    /// <summary>下发回报 SENT.</summary>
    public sealed record Sent(byte Line, ushort Seq, ushort SendSeq, uint TimeUs, SendResult Result)
        : LinkMessage(Line, Seq)
    {
        internal const byte KindByte = 0x84;

        public override byte Kind => KindByte;

        private protected override int PayloadBytes => 7;

        private protected override void WritePayload(ref ByteWriter writer)
        {
            writer.U16(SendSeq);
            writer.U32(TimeUs);
            writer.U8((byte)Result);
        }

        internal static Sent Read(byte line, ushort seq, ref ByteReader reader)
        {
            ushort sendSeq = reader.U16();
            uint timeUs = reader.U32();
            SendResult result = (SendResult)reader.U8();
            reader.Require(result <= SendResult.TooLong);
            return new Sent(line, seq, sendSeq, timeUs, result);
        }
    }

    /// <summary>租约应答 LEASE_R.</summary>
    public sealed record LeaseReply(byte Line, ushort Seq, bool Granted, uint HighestEpoch, ushort RemainingMs)
        : LinkMessage(Line, Seq)
    {
        internal const byte KindByte = 0x85;

        public override byte Kind => KindByte;

        private protected override int PayloadBytes => 7;

        private protected override void WritePayload(ref ByteWriter writer)
        {
            writer.U8((byte)(Granted ? 1 : 0));
            writer.U32(HighestEpoch);
            writer.U16(RemainingMs);
        }

        internal static LeaseReply Read(byte line, ushort seq, ref ByteReader reader)
        {
            byte grantedByte = reader.U8();
            reader.Require(grantedByte <= 1);
            bool granted = grantedByte == 1;
            uint highestEpoch = reader.U32();
            ushort remainingMs = reader.U16();
            return new LeaseReply(line, seq, granted, highestEpoch, remainingMs);
        }
    }

    /// <summary>统计 STATS: one entry per line, in order.</summary>
    public sealed record Stats(byte Line, ushort Seq, IReadOnlyList<LineStats> Lines)
        : LinkMessage(Line, Seq)
    {
        internal const byte KindByte = 0x86;

        private const int LineBytes = 20;

        public override byte Kind => KindByte;

        private protected override int PayloadBytes => LineBytes * Lines.Count;

        private protected override void WritePayload(ref ByteWriter writer)
        {
            foreach (LineStats line in Lines)
            {
                writer.U32(line.RxGood);
                writer.U32(line.RxCrcBad);
                writer.U32(line.Oversize);
                writer.U32(line.Tx);
                writer.U16(line.Busy);
                writer.U16(line.Resets);
            }
        }

        internal static Stats Read(byte line, ushort seq, ref ByteReader reader)
        {
            List<LineStats> lines = [];
            while (reader.Left >= LineBytes)
            {
                lines.Add(new LineStats(reader.U32(), reader.U32(), reader.U32(), reader.U32(), reader.U16(), reader.U16()));
            }

            return new Stats(line, seq, lines);
        }
    }

    /// <summary>线路事件 LINE_EVENT.</summary>
    public sealed record LineEvent(byte Line, ushort Seq, uint TimeUs, LineEventKind Event)
        : LinkMessage(Line, Seq)
    {
        internal const byte KindByte = 0x87;

        public override byte Kind => KindByte;

        private protected override int PayloadBytes => 5;

        private protected override void WritePayload(ref ByteWriter writer)
        {
            writer.U32(TimeUs);
            writer.U8((byte)Event);
        }

        internal static LineEvent Read(byte line, ushort seq, ref ByteReader reader)
        {
            uint timeUs = reader.U32();
            LineEventKind @event = (LineEventKind)reader.U8();
            reader.Require(@event is >= LineEventKind.Busy and <= LineEventKind.PeerLost);
            return new LineEvent(line, seq, timeUs, @event);
        }
    }
}
