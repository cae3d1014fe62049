using VotingHall.Core;
using VotingHall.Link;

namespace VotingHall.Server.Bridges;

/// <summary>
/// 已计入 on the lines: one code for each slot; slots without a ballot get random bytes, so that the line does not show who voted.
/// Source: protocol 8.5.
/// </summary>
internal static class CountedCodes
{
    private const int PauseMs = 2;

    public static void Send(LinesContext context, LineSession line, RoundNo round, IReadOnlyDictionary<KeypadUid, Octets> codes)
    {
        int size = MacVecPayload.SizeOf(MacVecType.Counted);
        int perFrame = MacVecPayload.CountMax(MacVecType.Counted);
        for (int first = 1; first <= line.LastSlot; first += perFrame)
        {
            int count = Math.Min(perFrame, line.LastSlot - first + 1);
            byte[][] macs = [.. Enumerable.Range(first, count).Select(slot =>
                line.At((byte)slot) is { } keypad && codes.TryGetValue(keypad.Uid, out Octets? code)
                    ? code.Span.ToArray()
                    : context.Host.RandomBytes(size))];
            line.SendGroup(new MacVecPayload((uint)round.Value, MacVecType.Counted, 0, (byte)first, macs), PauseMs);
        }
    }
}
