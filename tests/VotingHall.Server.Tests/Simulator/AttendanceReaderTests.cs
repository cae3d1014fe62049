using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Server.Tests.Simulator;

/// <summary>Files of members who attend by themselves: which habit a paper meets, and every mistake of a file reported at once.</summary>
public sealed class AttendanceReaderTests : IDisposable
{
    private static readonly string[] Seats = [.. Enumerable.Range(1, 40).Select(number => $"1-{number}")];
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void The_first_habit_that_fits_paper_and_time_decides()
    {
        AttendancePlan? plan = Read("""
            {"seed":1,"meeting":"m.json","lines":"l.json","away":"1-1..1-3","habits":[
              {"paper":{"mode":"secret","rows":1,"options":3,"title":"关于2025年关"},"times":[1,3],"mix":{"for":30,"against":7}},
              {"paper":{"mode":"secret","rows":1,"options":3},"times":"*","ballots":[{"marks":[2],"count":37}]},
              {"paper":{"mode":"named","rows":2,"options":3},"times":[2],"maxFor":1,"mixes":[{"for":20,"against":17},{"for":17,"against":20}]}]}
            """, out IReadOnlyList<ScriptProblem> problems);
        Assert.Empty(problems);
        Assert.Equal(["1-1", "1-2", "1-3"], plan!.Away);
        Assert.Equal(1, Habit(plan, Paper(PaperMode.Secret, 1, "关于2025年关的决议"), 1));
        Assert.Equal(2, Habit(plan, Paper(PaperMode.Secret, 1, "关于2025年关的决议"), 2));
        Assert.Equal(1, Habit(plan, Paper(PaperMode.Secret, 1, "关于2025年关的决议"), 3));
        // Other digits, another character in the place of a repeated one, a shorter title.
        Assert.Equal(2, Habit(plan, Paper(PaperMode.Secret, 1, "关于2026年关的决议"), 1));
        Assert.Equal(2, Habit(plan, Paper(PaperMode.Secret, 1, "关于2025年度的决议"), 1));
        Assert.Equal(2, Habit(plan, Paper(PaperMode.Secret, 1, "关于2025"), 1));
        Assert.Equal(0, Habit(plan, Paper(PaperMode.Named, 1, "关于2025年关的决议"), 1));
        Assert.Equal(0, Habit(plan, Paper(PaperMode.Named, 2, ""), 1));
        Assert.Equal(3, Habit(plan, Paper(PaperMode.Named, 2, ""), 2));
    }

    [Fact]
    public void Every_mistake_is_reported_with_its_habit()
    {
        AttendancePlan? plan = Read("""
            {"seed":"x","away":"9-1","scrpt":1,"habits":[
              {"paper":{"mode":"signIn","rows":1,"options":3},"times":[1],"mix":{"for":3}},
              {"paper":{"mode":"named","rows":1,"options":3},"times":[0],"mix":{"for":3}},
              {"paper":{"mode":"named","rows":1,"options":3},"times":"*","mix":{"for":41}},
              {"paper":{"mode":"named","rows":2,"options":3},"times":"*","mix":{"for":3}},
              {"paper":{"mode":"named","rows":1,"options":2},"times":"*","choices":[3]},
              {"paper":{"mode":"named","rows":2,"options":3},"times":"*","maxFor":1,"mixes":[{"for":40},{"for":40}]},
              {"times":"*","mix":{"for":1}},
              {"paper":{"mode":"named","rows":1,"options":3},"times":"*"}]}
            """, out IReadOnlyList<ScriptProblem> problems);
        Assert.Null(plan);
        string[] about = [.. problems.Select(problem => problem.English.Split(':')[0])];
        Assert.Equal(["unknown field", "seed is missing, a whole number", "wrong seats", .. Enumerable.Range(1, 8).Select(number => $"habit {number}")], about);
    }

    [Fact]
    public void A_file_that_is_no_json_is_refused()
    {
        Assert.Null(Read("{", out IReadOnlyList<ScriptProblem> problems));
        Assert.Single(problems);
    }

    private static int Habit(AttendancePlan plan, PaperView paper, int time) => plan.HabitFor(paper, _ => time);

    private static PaperView Paper(PaperMode mode, int rows, string title) =>
        new(mode, false, [.. Codes(title)], [new PaperGroupView(rows, 3, 0, rows)]);

    /// <summary>As the paper of a keypad has it: glyphs numbered in order of first use.</summary>
    private static IEnumerable<int> Codes(string title) => title.Select(character =>
        character < 0x7F ? 0x8000 + character : title.Where(one => one >= 0x7F).Distinct().ToList().IndexOf(character));

    private AttendancePlan? Read(string json, out IReadOnlyList<ScriptProblem> problems)
    {
        File.WriteAllText(path, json);
        AttendanceReader reader = new(path, Seats);
        AttendancePlan? plan = reader.Read();
        problems = reader.Problems;
        return plan;
    }
}
