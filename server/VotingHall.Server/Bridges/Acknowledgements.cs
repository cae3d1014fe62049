using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Bridges;

/// <summary>收到确认 on one line: which press of each keypad is on disk, and the vectors that tell the keypads. Source: protocol 7.3.</summary>
internal sealed class Acknowledgements(LinesContext context, LineSession line, RoundOnLines round)
{
    private readonly Dictionary<KeypadUid, PressId> held = new(round.Held);

    /// <summary>The hall said that this press is on disk.</summary>
    public void Hold(KeypadUid uid, PressId press) => held[uid] = press;

    public PressId? HeldOf(KeypadUid uid) => held.TryGetValue(uid, out PressId press) ? press : null;

    /// <summary>For every slot of the line, whether it pressed or not.</summary>
    public void Send()
    {
        for (int first = 1; first <= line.LastSlot; first += AckVecPayload.CodesMax)
        {
            byte from = (byte)first;
            int count = Math.Min(AckVecPayload.CodesMax, line.LastSlot - first + 1);
            line.SendGroup(seq => new AckVecPayload((uint)round.No.Value, from,
                [.. Enumerable.Range(from, count).Select(slot => CodeOf((byte)slot, seq))]), pauseMs: 0);
        }
    }

    /// <summary>Revision held on disk, hidden by a pad of the keypad's own key; random where nobody has a key.</summary>
    private ushort CodeOf(byte slot, uint seq)
    {
        if (line.At(slot) is not { Key: { } key } keypad)
            return BitConverter.ToUInt16(context.Host.RandomBytes(2));
        ushort rev = held.TryGetValue(keypad.Uid, out PressId press) && (press.Boot == keypad.Boot || press.Boot == keypad.RecordBoot)
            ? press.Rev
            : (ushort)0;
        return AckCodes.Code(context.Suite, key, round.Ctx, context.Epoch, seq, rev);
    }
}
