namespace VotingHall.Link;

/// <summary>
/// 槽位时间: lengths of slots, sweeps and cycles in microseconds, integers only and rounded up, so that a computed bound is never too short.
/// Source: protocol 6.
/// </summary>
/// <param name="Baud">Rate of the line, bits per second.</param>
/// <param name="Gap100Us">Pause after a beacon, 100 us.</param>
/// <param name="Newcomers">Newcomer slots after the last block.</param>
public readonly record struct SlotMath(int Baud, int Gap100Us = 20, int Newcomers = 4)
{
    /// <summary>Slots covered by one COLLECT last at most this long, because the clocks drift apart since the beacon.</summary>
    public const long BlockUs = 400_000;

    /// <summary>Link 5 ms and durable write 10 ms (p99).</summary>
    public const long StoreUs = 15_000;

    private const int AckCodesMax = AckVecPayload.CodesMax;

    /// <summary>Time of so many characters of 10 bits.</summary>
    public long CharsUs(long characters) => CeilDiv(characters * 10_000_000, Baud);

    /// <summary>max(2 characters, 60 us), rounded up.</summary>
    public long GuardUs => Math.Max(CharsUs(2), 60);

    /// <summary>Reply on the wire and the guard, rounded up together (the guard of 115,200 is 173.6 us, not 174).</summary>
    /// <param name="replyBytes">flen: reply body with CRC.</param>
    public long SlotUs(int replyBytes) => CeilDiv(((replyBytes + 3) * 10_000_000L) + Math.Max(20_000_000L, 60L * Baud), Baud);

    public long NewcomerUs => CharsUs(29) + GuardUs;

    /// <summary>Slots of one COLLECT under the block rule.</summary>
    public int SlotsPerBlock(int replyBytes) => (int)(BlockUs / SlotUs(replyBytes));

    public int Blocks(int replyBytes, int keypads) => (int)CeilDiv(keypads, SlotsPerBlock(replyBytes));

    /// <summary>All slots once, beacons and newcomer slots included.</summary>
    public long SweepUs(int replyBytes, int keypads) => CeilDiv(
        ((long)Blocks(replyBytes, keypads) * 26 * 10_000_000) + ((long)Blocks(replyBytes, keypads) * 100 * Gap100Us * Baud), Baud)
        + (keypads * SlotUs(replyBytes)) + (Newcomers * NewcomerUs);

    /// <summary>ACK vectors for all slots, at most 100 codes a frame, with 0.5 ms after each.</summary>
    public long AckUs(int keypads)
    {
        int frames = (int)CeilDiv(keypads, AckCodesMax);
        return CharsUs((33L * frames) + (2L * keypads)) + (500L * frames);
    }

    public long CycleUs(int replyBytes, int keypads) => SweepUs(replyBytes, keypads) + StoreUs + AckUs(keypads);

    /// <summary>Longest time from press to lamp without loss: cycle + sweep + 15 ms + ack.</summary>
    public long LampBoundUs(int replyBytes, int keypads) => 2 * CycleUs(replyBytes, keypads);

    /// <summary>A recovery sweep that asks <paramref name="missing"/> of <paramref name="count"/> slots again.</summary>
    public long RecoveryUs(int replyBytes, int count, int missing) =>
        CharsUs(26 + CeilDiv(count, 8)) + (100L * Gap100Us) + (missing * SlotUs(replyBytes));

    /// <summary>Start of the slot after T0 (end of the beacon's trailing zero).</summary>
    public long StartUs(int rank, int replyBytes) => (100L * Gap100Us) + (rank * SlotUs(replyBytes));

    private static long CeilDiv(long value, long divisor) => (value + divisor - 1) / divisor;
}
