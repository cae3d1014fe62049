using VotingHall.Core;
using VotingHall.Server.Board;
using VotingHall.Server.Loop;
using VotingHall.Server.Tests.Halls;

namespace VotingHall.Server.Tests.Board;

/// <summary>没有线路的会场: commands are decided and applied at once; for what pictures say of a state, however it was reached.</summary>
internal sealed class DeskHall
{
    public const int Members = 9;

    private static readonly Octets Digest = new(new byte[32]);

    private long now = 1_800_000_000_000;

    public HallState State { get; private set; } = HallState.Empty;

    public LinesPicture Lines { get; set; } = LinesPicture.None;

    public static IReadOnlyList<KeypadUid> Uids { get; } = [.. Enumerable.Range(1, Members).Select(i => new KeypadUid((ulong)i))];

    public Instant Clock => new(now);

    public RoundNo Last => new(State.Rounds.Count);

    public Round Current => State.Rounds[Last];

    /// <summary>Two sittings; agenda: roll call, a named and a secret motion, three projects of which two are chosen.</summary>
    public static Meeting Meeting { get; } = Meetings.Of(Uids,
    [
        Meetings.RollCallItem, Meetings.MotionItem("2", RoundMode.Named), Meetings.MotionItem("3", RoundMode.Secret),
        new AgendaItem("4", new ProjectVote { Title = "民生实事项目", Verb = "票决", Projects = ["供水", "公路", "公园"], Seats = 2 }, RoundMode.Secret, Octets.Empty),
    ]) with
    {
        Sittings = [new Sitting(1, "第一次全体会议"), new Sitting(2, "第二次全体会议")],
    };

    public HallScreens Screens() => new(new BoardSources
    {
        State = () => State,
        Clock = () => Clock,
        Lines = () => Lines,
        StationSums = _ => null,
        Rehearsal = false,
    });

    public void Load(Meeting? meeting = null)
    {
        Must(Meetings.Secretariat, stamp => new HallCommand.LoadMeeting(meeting ?? Meeting) { Issuer = stamp.By, At = stamp.At });
        for (int i = 0; i < Uids.Count; i++)
            Must(Issuer.Bridge, stamp => new HallCommand.RegisterKeypad(Uids[i], "L1", i + 1, 1) { Issuer = stamp.By, At = stamp.At });
    }

    public void ConfirmBase() => Must(Meetings.Chair, stamp => new HallCommand.ConfirmBase(State.Meeting!.Base) { Issuer = stamp.By, At = stamp.At });

    public void OpenSitting(int no) => Must(Meetings.Chair, stamp => new HallCommand.OpenSitting(no) { Issuer = stamp.By, At = stamp.At });

    public void CloseSitting() => Must(Meetings.Chair, stamp => new HallCommand.CloseSitting { Issuer = stamp.By, At = stamp.At });

    /// <summary>Loaded, base confirmed, first sitting open, so many signed in and declared.</summary>
    public void Begin(int present = Members, Meeting? meeting = null)
    {
        Load(meeting);
        ConfirmBase();
        OpenSitting(1);
        RollCall(present);
    }

    public void RollCall(int present)
    {
        Open("1");
        for (int i = 0; i < present; i++)
            SignIn(i);
        Close();
        Confirm();
        Declare();
    }

    public void Prepare(string item) =>
        Must(Meetings.Secretariat, stamp => new HallCommand.PrepareRound(item, State.Meeting!.Item(item)!.Mode, Digest) { Issuer = stamp.By, At = stamp.At });

    public void PrepareRunoff(RoundNo tied) => Must(Meetings.Secretariat, stamp => new HallCommand.PrepareFollowUp(tied, FollowUpKind.Runoff, [], Digest) { Issuer = stamp.By, At = stamp.At });

    public void ReportPaper(params KeypadUid[] missing) =>
        Must(Issuer.System, stamp => new HallCommand.ReportPaper(Last, Members - missing.Length, [.. missing]) { Issuer = stamp.By, At = stamp.At });

    public void Open(string item)
    {
        Prepare(item);
        ReportPaper();
        OpenPrepared();
    }

    public void OpenPrepared() => Must(Meetings.Chair, stamp => new HallCommand.OpenRound(Last, Digest) { Issuer = stamp.By, At = stamp.At });

    public void Extend(int seconds) => Must(Meetings.Chair, stamp => new HallCommand.ExtendRound(Last, seconds) { Issuer = stamp.By, At = stamp.At });

    public void SignIn(int member) => Must(Issuer.Bridge, stamp => new HallCommand.PressSignIn(Last, Uids[member], Press) { Issuer = stamp.By, At = stamp.At });

    public void CastNamed(int member, params Choice?[] marks) =>
        Must(Issuer.Bridge, stamp => new HallCommand.CastNamed(Last, Uids[member], Press, [.. marks], [], Sealed: false) { Issuer = stamp.By, At = stamp.At });

    public void CastMasked(int member) => Must(
        Issuer.Bridge, stamp => new HallCommand.CastMasked(Last, Uids[member], Press, new Octets([1, 2, 3]), Sealed: false) { Issuer = stamp.By, At = stamp.At });

    public void StartClosing() => Must(Meetings.Chair, stamp => new HallCommand.CloseRound(Last, new Octets(new byte[8])) { Issuer = stamp.By, At = stamp.At });

    public void FinishClosing() => Must(Issuer.System, stamp => new HallCommand.FinishClose(Last, []) { Issuer = stamp.By, At = stamp.At });

    public void Close()
    {
        StartClosing();
        FinishClosing();
    }

    /// <summary>A secret round to its count: so many masked ballots, these sums.</summary>
    public void Count(int participants, params StationRow[] rows)
    {
        for (int i = 0; i < participants; i++)
            CastMasked(i);
        Close();
        Must(Issuer.System, stamp => new HallCommand.RecordTallyRequest(Last, Digest) { Issuer = stamp.By, At = stamp.At });
        Must(Issuer.System, stamp => new HallCommand.EnterStationCount(Last, [.. rows], participants, 0) { Issuer = stamp.By, At = stamp.At });
    }

    public void EnterParticipants(int typed) =>
        Must(Meetings.Scrutineer, stamp => new HallCommand.EnterParticipants(Last, typed) { Issuer = stamp.By, At = stamp.At });

    public void Confirm() => Must(
        Meetings.Scrutineer, stamp => new HallCommand.ConfirmCount(Last, Current.Counted!.Tally.Participants) { Issuer = stamp.By, At = stamp.At });

    public void ShowResult() => Must(Meetings.Chair, stamp => new HallCommand.ShowResult(Last) { Issuer = stamp.By, At = stamp.At });

    public void Declare() => Must(Meetings.Chair, stamp => new HallCommand.DeclareRound(Last) { Issuer = stamp.By, At = stamp.At });

    public void Void() => Must(Meetings.Chair, stamp => new HallCommand.VoidRound(Last, VoidReason.PaperWrong, "") { Issuer = stamp.By, At = stamp.At });

    public void ReportFault(int keypad) =>
        Must(Issuer.Bridge, stamp => new HallCommand.ReportKeypad(Uids[keypad], KeypadHealth.Faulty) { Issuer = stamp.By, At = stamp.At });

    /// <summary>Time passes and nothing happens.</summary>
    public void Wait(int ms) => now += ms;

    /// <summary>What happened last, as watchers are told.</summary>
    public DurableTurn Turn { get; private set; } = new(HallState.Empty, [], []);

    private static PressId Press { get; } = new((1UL << 32) | 1);

    private void Must(Issuer by, Func<Stamp, HallCommand> command)
    {
        now += 10;
        HallCommand given = command(new Stamp(Clock, by, ""));
        if (Hall.Decide(State, given) is not Decision.Accepted accepted)
            throw new HallStuck($"{given.GetType().Name}: {Hall.Decide(State, given)}");
        foreach (Fact fact in accepted.Facts)
            State = Hall.Apply(State, fact);
        Turn = new DurableTurn(State, [.. accepted.Facts.Select(fact => fact.Event)], []);
    }
}
