namespace VotingHall.Screens;

/// <summary>会场画面: what the console asks of the hall: the present whole picture of each audience. Implemented by the server (and by samples in tests).</summary>
public interface IHallScreens
{
    BoardView Board { get; }

    ChairView Chair { get; }

    ScrutineerView Scrutineer { get; }

    SecretariatView Secretariat { get; }

    TechnicianView Technician { get; }

    SeatPlanView Plan { get; }
}

/// <summary>观众: for whom a screen is; also the role of the account and the group of the live push. Stored by name in lower case.</summary>
public enum Audience
{
    Chair = 1,
    Secretariat = 2,
    Scrutineer = 3,
    Technician = 4,
    /// <summary>大屏, read only.</summary>
    Screen = 5,
}
