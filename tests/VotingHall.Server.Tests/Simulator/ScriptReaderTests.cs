using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Server.Tests.Simulator;

/// <summary>Scripts of the simulator: exact numbers of ballots, and every mistake of a file reported at once.</summary>
public sealed class ScriptReaderTests : IDisposable
{
    private static readonly string[] Seats = [.. Enumerable.Range(1, 30).Select(number => $"1-{number}"), .. Enumerable.Range(1, 10).Select(number => $"2-{number}")];
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Ranges_and_single_seats()
    {
        Assert.True(SeatList.TryParse("1-1..1-3,2-3", Seats, out IReadOnlyList<string> seats, out _));
        Assert.Equal(["1-1", "1-2", "1-3", "2-3"], seats);
        Assert.False(SeatList.TryParse("1-29..1-31", Seats, out _, out string wrong));
        Assert.Equal("1-31", wrong);
        Assert.False(SeatList.TryParse("1-5..2-3", Seats, out _, out _));
    }

    [Fact]
    public void Rows_have_exact_numbers_and_respect_the_limit()
    {
        int[][] rows = [[25, 3, 2], [20, 8, 2], [25, 5, 0], [20, 5, 5]];
        IReadOnlyList<SeatMarks>? ballots = BallotShares.FromRows(Seats[..30], rows, 3, new Draw(5));
        Assert.NotNull(ballots);
        for (int row = 0; row < rows.Length; row++)
            for (int option = 1; option <= 3; option++)
                Assert.Equal(rows[row][option - 1], ballots.Count(ballot => ballot.Marks[row] == option));
        Assert.All(ballots, ballot => Assert.InRange(ballot.Marks.Count(mark => mark == 1), 0, 3));
        Assert.Equal(30, ballots.Select(ballot => ballot.Seat).Distinct().Count());
        Assert.Null(BallotShares.FromRows(Seats[..30], [[30, 0, 0], [30, 0, 0], [30, 0, 0], [30, 0, 0]], 3, new Draw(5)));
        Assert.Null(BallotShares.FromRows(Seats[..30], [[30, 0, 0], [20, 0, 0]], 3, new Draw(5)));
    }

    [Fact]
    public void Steps_of_seats_and_faults_are_read_and_others_left()
    {
        SimulatorScript? script = Read("""
            {"seed":1,"meeting":"m.json","lines":"l.json","steps":[
              {"at":"ready+100","who":"chair","do":"prepare","args":{"item":"3"}},
              {"at":"open:3+1500","who":"seats","do":"press","args":{"seats":"1-1..1-20","mix":{"for":15,"against":3},"spreadMs":3000}},
              {"at":"open:4","who":"seats","do":"press","args":{"seats":"all","ballots":[{"marks":[1,1,2,1],"count":12},{"marks":[2,0,1,1],"count":5}]}},
              {"at":"start+10","who":"seats","do":"dead","args":{"seats":"2-10"}},
              {"at":"close:3+200","who":"fault","do":"lose","args":{"line":"L1","frames":3}},
              {"at":"open:3+50","who":"fault","do":"killServer"}],"expect":{}}
            """, out IReadOnlyList<ScriptProblem> problems);
        Assert.Empty(problems);
        Assert.NotNull(script);
        Assert.Equal(5, script.Steps.Count);
        StepAction.Press first = Assert.IsType<StepAction.Press>(script.Steps[0].Action);
        Assert.Equal(18, first.Seats.Count);
        Assert.Equal(15, first.Seats.Count(seat => seat.Marks[0] == 1));
        StepAction.Press second = Assert.IsType<StepAction.Press>(script.Steps[1].Action);
        Assert.Equal(17, second.Seats.Count);
        Assert.Equal(new StepAnchor(AnchorOccasion.Close, 3, 200), script.Steps[3].At);
    }

    [Fact]
    public void Every_mistake_is_reported_with_its_step()
    {
        SimulatorScript? script = Read("""
            {"seed":1,"steps":[
              {"at":"open","who":"seats","do":"press","args":{"seats":"1-1","choices":[1]}},
              {"at":"open:1","who":"seats","do":"press","args":{"seats":"9-1","choices":[1]}},
              {"at":"open:1","who":"seats","do":"press","args":{"seats":"1-1..1-2","mix":{"for":3}}},
              {"at":"open:1","who":"fault","do":"lose","args":{"line":"L9"}},
              {"at":"open:1","who":"seats","do":"fly","args":{"seats":"1-1"}}]}
            """, out IReadOnlyList<ScriptProblem> problems);
        Assert.Null(script);
        Assert.Equal([1, 2, 3, 4, 5], problems.Select(problem => problem.Step));
    }

    private SimulatorScript? Read(string json, out IReadOnlyList<ScriptProblem> problems)
    {
        File.WriteAllText(path, json);
        ScriptReader reader = new(path, Seats, ["L1", "L2"]);
        SimulatorScript? script = reader.Read();
        problems = reader.Problems;
        return script;
    }
}
