using VotingHall.Core;
using VotingHall.Server.Tests.Halls;
using VotingHall.Server.Tests.Plans;
using VotingHall.Simulator;

namespace VotingHall.Server.Tests.Simulator;

/// <summary>The hall of a sample in virtual time, with members who attend by themselves; the test is chair, secretariat and scrutineer.</summary>
internal sealed class AttendedHall : IDisposable
{
    private const int TickMs = 10;

    /// <summary>The last member has pressed by then.</summary>
    private const int EveryoneMs = 26_000;

    private readonly AttendanceRun run;

    /// <param name="sample">Name of the files under tests/scripts.</param>
    public AttendedHall(string sample, int lines, long? seed = null)
    {
        Meeting meeting = Samples.Value(Samples.MeetingReader.Read(Path.Combine(Samples.Scripts, sample + ".meeting.json"))).Meeting;
        AttendancePlan plan = Plan(sample);
        Hall = new VirtualHall(meeting.Members.Count, lines, meeting.Agenda, seed: 5, countBase: meeting.Base);
        Seats = [.. meeting.Members.Select((member, i) => (member.Seat.Value, new KeypadPlace(0, i)))];
        run = new AttendanceRun([Hall.Simulator], Seats, plan with { Seed = seed ?? plan.Seed }, Notes.Add);
        Away = plan.Away.Count;
        VirtualHallTests.Gather(Hall);
    }

    public VirtualHall Hall { get; }

    public IReadOnlyList<(string Seat, KeypadPlace Place)> Seats { get; }

    public int Away { get; }

    public int Present => Seats.Count - Away;

    public List<string> Notes { get; } = [];

    /// <summary>Told after every tick.</summary>
    public Action? Watch { get; set; }

    public static AttendancePlan Plan(string sample)
    {
        Meeting meeting = Samples.Value(Samples.MeetingReader.Read(Path.Combine(Samples.Scripts, sample + ".meeting.json"))).Meeting;
        AttendanceReader reader = new(Path.Combine(Samples.Scripts, sample + ".attendance.json"), [.. meeting.Members.Select(member => member.Seat.Value)]);
        return reader.Read() ?? throw new InvalidOperationException(string.Join('\n', reader.Problems));
    }

    /// <summary>From preparing to declaring; what the members do is theirs.</summary>
    public Round Vote(string item)
    {
        VirtualHallTests.Open(Hall, item);
        return Finish();
    }

    /// <summary>The run-off after the tie in the last round.</summary>
    public Round Runoff()
    {
        Hall.Do(Hall.Conduct.PrepareRunoff(Meetings.Secretariat, Hall.Current.No));
        Hall.RunUntil(() => Hall.Current.PaperReport is not null, 20_000, "paper delivered");
        Hall.Do(Hall.Conduct.Open(Meetings.Chair, Hall.Current.No));
        return Finish();
    }

    /// <summary>Waits for the members, then closes, confirms and declares.</summary>
    public Round Finish()
    {
        RunFor(EveryoneMs);
        VirtualHallTests.Finish(Hall);
        return Hall.Current;
    }

    public void RunFor(int ms)
    {
        for (int i = 0; i < ms; i += TickMs)
        {
            run.Tick(Hall.Simulator.NowUs);
            Hall.RunFor(TickMs);
            Watch?.Invoke();
        }
    }

    public void Dispose() => Hall.Dispose();
}
