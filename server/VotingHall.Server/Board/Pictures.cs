using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Conduct;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Board;

/// <summary>全部画面 of one moment.</summary>
internal sealed record Pictures(BoardView Board, ChairView Chair, ScrutineerView Scrutineer, SecretariatView Secretariat, TechnicianView Technician)
{
    private static readonly ViewHead NoHead = new(0, 0, 0, Rehearsal: false, "", "", 0, 0);

    /// <summary>Before the hall has spoken.</summary>
    public static Pictures Empty { get; } = new(
        new BoardView(NoHead, new BoardScene.Idle(BoardPause.Before, "", "", "")),
        new ChairView(NoHead, [], ChairStages.Of(HallState.Empty), [], [], EnumNames.Write(BoardPicture.Auto)),
        new ScrutineerView(NoHead, 1, new ScrutineerStage.Waiting(null)),
        new SecretariatView(NoHead, null, [], new AttendanceSummary(0, 0, 0, []), [], [], [], null, EnumNames.Write(BoardPicture.Auto)),
        new TechnicianView(NoHead, [], [], [], 0, 0, RoundOpen: false, []));

    public static Pictures Make(ViewHead head, HallState state, BoardDirection direction, SeatPlans plan, BoardSources sources)
    {
        LinesPicture lines = sources.Lines();
        IReadOnlyList<AgendaLine> agenda = AgendaLines.Of(state);
        string picture = EnumNames.Write(direction.Order.Picture);
        HandDesk? desk = HandDesks.Of(state);
        (int step, ScrutineerStage stage) = ScrutineerViews.Of(state, sources.StationSums, sources.StationRefusal);
        IReadOnlyDictionary<KeypadUid, Member> members = TechnicianViews.MembersByKeypad(state);
        IReadOnlyList<BridgeLine> bridges = TechnicianViews.Bridges(state, lines, members);
        return new Pictures(
            new BoardView(head, BoardViews.Of(state, direction, plan, sources.Clock())),
            new ChairView(head, agenda, ChairStages.Of(state), ChairNotices.Of(state, lines, sources.StationRefusal), ChairActs.Of(state), picture),
            new ScrutineerView(head, step, stage) { Desk = desk },
            new SecretariatView(
                head, SecretariatViews.Meeting(state), agenda, SecretariatViews.Attendance(state), SecretariatViews.Rounds(state), sources.Prints(),
                sources.Printers, SecretariatViews.Locked(state), picture)
            { Desk = desk },
            new TechnicianView(
                head, bridges, TechnicianViews.Faults(state, lines, members), sources.Notes(), bridges.Sum(bridge => bridge.Lines.Sum(line => line.Expected)),
                bridges.Sum(bridge => bridge.Lines.Sum(line => line.Answering)),
                state.CurrentRound is { Phase: RoundPhase.Open or RoundPhase.Closing }, TechnicianViews.Spares(state, members)));
    }

    /// <summary>What can have changed: everything but the head.</summary>
    public IEnumerable<(Audience Audience, object Picture)> WithoutHeads()
    {
        // Of the head a screen must hear too: version (for its next order), sitting and resumptions.
        ViewHead still = Board.Head with { Seq = 0, ServerTimeMs = 0 };
        ViewHead wall = still with { Version = 0 };
        yield return (Audience.Screen, Board with { Head = wall });
        yield return (Audience.Chair, Chair with { Head = still });
        yield return (Audience.Scrutineer, Scrutineer with { Head = still });
        yield return (Audience.Secretariat, Secretariat with { Head = still });
        yield return (Audience.Technician, Technician with { Head = wall });
    }

    public Pictures With(ViewHead head) => new(
        Board with { Head = head }, Chair with { Head = head }, Scrutineer with { Head = head }, Secretariat with { Head = head },
        Technician with { Head = head });
}
