using VotingHall.Core;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Bridges;

/// <summary>
/// 被拒报告的提示: a report of the lines that the hall refused is shown to the technician. Refused presses are ordinary (too late, not signed in)
/// and in secret rounds nobody's business, so they are passed over.
/// </summary>
public static class RefusalNote
{
    public static Action<LoopReply>? For(HallCommand command, Action<LineNote> note) =>
        command is HallCommand.CastNamed or HallCommand.CastMasked or HallCommand.PressSignIn
            ? null
            : reply =>
            {
                if (reply is LoopReply.Refused refused)
                    note(new LineNote(LineNoteKind.ReportRefused, command.GetType().Name, null, refused.Reason.Code));
            };
}
