using VotingHall.Screens.Tests.Samples;

namespace VotingHall.Screens.Tests;

/// <summary>样本画面: the pictures of the sample hall; a test puts its own in and pushes them.</summary>
public sealed class SampleScreens : IHallScreens
{
    public BoardView Board { get; set; } = SampleMeeting.Board;

    public ChairView Chair { get; set; } = SampleMeeting.Chair;

    public ScrutineerView Scrutineer { get; set; } = SampleMeeting.Scrutineer;

    public SecretariatView Secretariat { get; set; } = SampleMeeting.Secretariat;

    public TechnicianView Technician { get; set; } = SampleMeeting.Technician;

    public SeatPlanView Plan { get; set; } = SampleMeeting.Plan;
}
