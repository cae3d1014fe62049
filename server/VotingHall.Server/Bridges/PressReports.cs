using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Bridges;

/// <summary>
/// 按键上报 of a round on one line: each press goes to the hall once, and once more when it comes sealed; a press the hall could not take (queue
/// full) is offered again with the next sweep.
/// </summary>
internal sealed class PressReports(LinesContext context, LineSession line, RoundOnLines round)
{
    private readonly ReplyReader reader = new(round);
    private readonly Dictionary<KeypadUid, (PressId Press, bool Sealed)> reported = [];

    /// <summary>Reads a reply of an elector and hands its press on. True = the keypad has said all it has to say.</summary>
    public bool Received(KeypadSession keypad, UpKind kind, byte[] plaintext)
    {
        ReplyReading reading = reader.Read(keypad, kind, plaintext);
        switch (reading)
        {
            case ReplyReading.Press press:
                Report(keypad.Uid, press, KindClasses.IsSealed(kind));
                return true;
            case ReplyReading.Invalid:
                context.Host.Note(new(LineNoteKind.BallotInvalid, line.Id, keypad.Uid));
                return false;
            default:
                return reading is ReplyReading.Nothing;
        }
    }

    private void Report(KeypadUid uid, ReplyReading.Press press, bool isSealed)
    {
        if (reported.TryGetValue(uid, out (PressId Press, bool Sealed) last) && last.Press == press.Id && (last.Sealed || !isSealed))
            return;
        if (context.TryReport((by, at) => press.ToCommand(round.No, uid, isSealed, by, at)))
            reported[uid] = (press.Id, isSealed);
    }
}
