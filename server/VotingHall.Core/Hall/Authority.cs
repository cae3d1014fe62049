namespace VotingHall.Core;

/// <summary>权限: who may give which command. Source: design, settled questions 13.</summary>
public static class Authority
{
    private static readonly Role[] Desk = [Role.Secretariat, Role.System];
    private static readonly Role[] DeskAlone = [Role.Secretariat];
    private static readonly Role[] DeskOrChair = [Role.Secretariat, Role.Chair, Role.System];
    private static readonly Role[] DeskOrScrutineer = [Role.Secretariat, Role.Scrutineer];
    private static readonly Role[] ChairAlone = [Role.Chair];
    private static readonly Role[] ChairOrClock = [Role.Chair, Role.System];
    private static readonly Role[] ScrutineerAlone = [Role.Scrutineer];
    private static readonly Role[] TechnicianOnly = [Role.Technician];
    private static readonly Role[] Line = [Role.Bridge, Role.System];
    private static readonly Role[] ServerAlone = [Role.System];

    public static bool May(Role role, HallCommand command) => RolesFor(command).Contains(role);

    /// <summary>The roles that may give a command of this kind.</summary>
    public static IReadOnlyList<Role> RolesFor(HallCommand command) => command switch
    {
        HallCommand.LoadMeeting or HallCommand.PutAgendaItem or HallCommand.RemoveAgendaItem or HallCommand.SplitOut => Desk,
        HallCommand.OrderPrint or HallCommand.MarkAttendance => DeskAlone,
        HallCommand.EnterIssued or HallCommand.EnterCollected or HallCommand.EnterCount or HallCommand.EnterSlips
            or HallCommand.EnterManualVotes or HallCommand.EnterBallot => DeskOrScrutineer,
        HallCommand.DeclareValidity or HallCommand.OrderRecount => ChairAlone,
        HallCommand.DecideUnaccounted or HallCommand.MergeNames => ScrutineerAlone,
        HallCommand.OpenSitting or HallCommand.CloseSitting or HallCommand.PrepareRound or HallCommand.PrepareFollowUp => DeskOrChair,
        HallCommand.ConfirmBase or HallCommand.OpenRound or HallCommand.ExtendRound or HallCommand.AllowRecheck
            or HallCommand.ShowResult or HallCommand.DeclareRound or HallCommand.VoidRound => ChairAlone,
        HallCommand.CloseRound => ChairOrClock,
        HallCommand.EnterParticipants or HallCommand.ConfirmCount => ScrutineerAlone,
        HallCommand.BindKeypad => TechnicianOnly,
        HallCommand.RegisterKeypad or HallCommand.ReportKeypad or HallCommand.CastNamed or HallCommand.CastMasked
            or HallCommand.PressSignIn => Line,
        HallCommand.RaiseEpoch or HallCommand.BeginMeetingKeys or HallCommand.ReportPaper or HallCommand.ResumeRounds
            or HallCommand.SealBatch or HallCommand.FinishClose or HallCommand.RecordTallyRequest or HallCommand.EnterStationCount
            or HallCommand.RecordSigned or HallCommand.CertificateMade or HallCommand.ReportPrintJob
            or HallCommand.ReportPrintEnd or HallCommand.DestroyKeys => ServerAlone,
        _ => throw new InvalidOperationException("unknown command"),
    };
}
