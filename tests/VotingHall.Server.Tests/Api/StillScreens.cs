using VotingHall.Screens;

namespace VotingHall.Server.Tests.Api;

/// <summary>Pictures that never change: the API does not depend on them.</summary>
internal sealed class StillScreens : IHallScreens
{
    private static readonly ViewHead Head = new(1, 1, 0, Rehearsal: true, "", "", 0, 0);

    public BoardView Board { get; } = new(Head, new BoardScene.Idle(BoardPause.Before, "", "", ""));

    public ChairView Chair { get; } = new(Head, [], new ChairStage.BetweenItems(null, null), [], [], "auto");

    public ScrutineerView Scrutineer { get; } = new(Head, 1, new ScrutineerStage.Waiting(null));

    public SecretariatView Secretariat { get; } = new(Head, null, [], new AttendanceSummary(0, 0, 0, []), [], [], [], null, "auto");

    public TechnicianView Technician { get; } = new(Head, [], [], [], 0, 0, RoundOpen: false, []);

    public SeatPlanView Plan { get; } = new(1, []);
}
