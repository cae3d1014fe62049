namespace VotingHall.Link;

public abstract partial record LinkMessage
{
    /// <summary>Largest line body without CRC.</summary>
    public const int BodyMax = 238;

    /// <summary>Longest lease.</summary>
    public const int TtlMsMax = 1500;

    /// <summary>问候 B_HELLO: the node presents itself.</summary>
    public sealed record Hello(byte Line, ushort Seq, uint Epoch, ulong NodeId, byte Version)
        : LinkMessage(Line, Seq)
    {
        internal const byte KindByte = 0x01;

        public override byte Kind => KindByte;

        private protected override int PayloadBytes => 13;

        private protected override void WritePayload(ref ByteWriter writer)
        {
            writer.U32(Epoch);
            writer.U64(NodeId);
            writer.U8(Version);
        }

        internal static Hello Read(byte line, ushort seq, ref ByteReader reader)
        {
            uint epoch = reader.U32();
            ulong nodeId = reader.U64();
            byte version = reader.U8();
            reader.Require(version > 0);
            return new Hello(line, seq, epoch, nodeId, version);
        }
    }

    /// <summary>线路设置 LINE_CFG.</summary>
    public sealed record LineConfig(byte Line, ushort Seq, uint Epoch, uint Baud, bool Enabled)
        : LinkMessage(Line, Seq)
    {
        internal const byte KindByte = 0x02;

        public override byte Kind => KindByte;

        private protected override int PayloadBytes => 9;

        private protected override void WritePayload(ref ByteWriter writer)
        {
            writer.U32(Epoch);
            writer.U32(Baud);
            writer.U8((byte)(Enabled ? 1 : 0));
        }

        internal static LineConfig Read(byte line, ushort seq, ref ByteReader reader)
        {
            uint epoch = reader.U32();
            uint baud = reader.U32();
            byte enabledByte = reader.U8();
            reader.Require(enabledByte <= 1);
            bool enabled = enabledByte == 1;
            return new LineConfig(line, seq, epoch, baud, enabled);
        }
    }

    /// <summary>采集计划 PLAN: the bridge repeats this sweep by itself.</summary>
    /// <param name="PeriodMs">0 = continuous.</param>
    /// <param name="TailMs">Room for queued frames before the next sweep.</param>
    /// <param name="Recover">RECOLLECTs per sweep at most.</param>
    /// <param name="Beacon">Its sweep field is ignored.</param>
    public sealed record Plan(byte Line, ushort Seq, uint Epoch, ushort PeriodMs, ushort TailMs, byte Recover, CollectPayload Beacon)
        : LinkMessage(Line, Seq)
    {
        internal const byte KindByte = 0x03;

        public override byte Kind => KindByte;

        private protected override int PayloadBytes => 28;

        private protected override void WritePayload(ref ByteWriter writer)
        {
            writer.U32(Epoch);
            writer.U16(PeriodMs);
            writer.U16(TailMs);
            writer.U8(Recover);
            Beacon.WriteTo(ref writer);
        }

        internal static Plan Read(byte line, ushort seq, ref ByteReader reader)
        {
            uint epoch = reader.U32();
            ushort periodMs = reader.U16();
            ushort tailMs = reader.U16();
            byte recover = reader.U8();
            CollectPayload beacon = CollectPayload.ReadFrom(ref reader);
            return new Plan(line, seq, epoch, periodMs, tailMs, recover, beacon);
        }
    }

    /// <summary>停止计划 PLAN_STOP.</summary>
    public sealed record PlanStop(byte Line, ushort Seq, uint Epoch)
        : LinkMessage(Line, Seq)
    {
        internal const byte KindByte = 0x04;

        public override byte Kind => KindByte;

        private protected override int PayloadBytes => 4;

        private protected override void WritePayload(ref ByteWriter writer)
        {
            writer.U32(Epoch);
        }
    }

    /// <summary>下发 SEND: one line body, sent in a gap between sweeps.</summary>
    /// <param name="Body">Line body without CRC, 2 to 238 bytes.</param>
    public sealed record Send(byte Line, ushort Seq, uint Epoch, bool ReplyExpected, ushort WaitMs, byte Repeat, byte[] Body)
        : LinkMessage(Line, Seq)
    {
        internal const byte KindByte = 0x05;

        public override byte Kind => KindByte;

        private protected override int PayloadBytes => 8 + Body.Length;

        private protected override void WritePayload(ref ByteWriter writer)
        {
            writer.U32(Epoch);
            writer.U8((byte)(ReplyExpected ? 1 : 0));
            writer.U16(WaitMs);
            writer.U8(Repeat);
            writer.Put(Body);
        }

        internal static Send Read(byte line, ushort seq, ref ByteReader reader)
        {
            uint epoch = reader.U32();
            byte replyExpectedByte = reader.U8();
            reader.Require(replyExpectedByte <= 1);
            bool replyExpected = replyExpectedByte == 1;
            ushort waitMs = reader.U16();
            byte repeat = reader.U8();
            byte[] body = reader.Remaining();
            reader.Require(body.Length is >= 2 and <= BodyMax);
            return new Send(line, seq, epoch, replyExpected, waitMs, repeat, body);
        }
    }

    /// <summary>租约 LEASE: only the holder may command lines.</summary>
    /// <param name="TtlMs">At most 1500.</param>
    public sealed record Lease(byte Line, ushort Seq, uint Epoch, ushort TtlMs)
        : LinkMessage(Line, Seq)
    {
        internal const byte KindByte = 0x06;

        public override byte Kind => KindByte;

        private protected override int PayloadBytes => 6;

        private protected override void WritePayload(ref ByteWriter writer)
        {
            writer.U32(Epoch);
            writer.U16(TtlMs);
        }

        internal static Lease Read(byte line, ushort seq, ref ByteReader reader)
        {
            uint epoch = reader.U32();
            ushort ttlMs = reader.U16();
            reader.Require(ttlMs <= TtlMsMax);
            return new Lease(line, seq, epoch, ttlMs);
        }
    }

    /// <summary>统计请求 STATS_REQ.</summary>
    public sealed record StatsRequest(byte Line, ushort Seq)
        : LinkMessage(Line, Seq)
    {
        internal const byte KindByte = 0x07;

        public override byte Kind => KindByte;

        private protected override int PayloadBytes => 0;

        private protected override void WritePayload(ref ByteWriter writer)
        {
        }
    }
}
