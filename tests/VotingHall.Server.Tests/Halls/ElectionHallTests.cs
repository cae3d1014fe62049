using VotingHall.Core;
using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Server.Tests.Halls;

/// <summary>
/// Aim: long papers through real keypads: deputies who see only the display fill in elections with 另选, appointments one by one, projects and
/// a list; every figure of every row equals the count of what they wanted, and every secret ballot is attested.
/// </summary>
public class ElectionHallTests
{
    private const int Members = 20;

    /// <summary>Option of each row by member number modulo five; 0 = row left alone (pick list).</summary>
    private static readonly int[][] ElectionMarks = [[1, 1, 1, 2], [1, 2, 4, 3], [1, 1, 3, 3], [2, 1, 1, 4], [3, 2, 1, 1]];
    private static readonly int[][] PersonMarks = [[1, 1, 1, 1, 1], [1, 2, 3, 1, 2], [2, 2, 2, 2, 2], [3, 1, 1, 3, 1], [1, 1, 2, 1, 3]];

    private static readonly int[][] PickMarks =
    [
        [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0], [0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0],
        [1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
    ];

    private static readonly int[][] ProjectMarks = [.. PickMarks.Select(marks => marks.Select((mark, row) => mark == 1 ? 1 : 2 + (row % 2)).ToArray())];
    private static readonly int[][] ListMarks = [[1], [1], [1], [2], [3]];

    private static readonly Dictionary<string, (Question Question, int[][] Marks)> Items = new()
    {
        ["election"] = (new Election
        {
            Title = "选举县人民政府副县长",
            Verb = "选举",
            Office = "县人民政府副县长",
            OfficeKind = OfficeKind.Deputy,
            Candidates = ["王一", "李二", "张三", "赵四"],
            Seats = 3,
        }, ElectionMarks),
        ["appointment"] = (new Appointment
        {
            Title = "人事任免",
            Verb = "任命",
            Persons = [.. new[] { "钱甲", "孙乙", "周丙", "吴丁", "郑戊" }.Select(name => new Nominee(name, "局长"))],
        }, PersonMarks),
        ["projects with three marks"] = (Projects(pickList: false), ProjectMarks),
        ["projects to pick"] = (Projects(pickList: true), PickMarks),
        ["list"] = (new ListVote { Title = "专门委员会名单", Verb = "通过", Names = ["冯子", "陈丑", "褚寅", "卫卯", "蒋辰", "沈巳", "韩午"] }, ListMarks),
    };

    [Theory]
    [InlineData("election", RoundMode.Secret)]
    [InlineData("appointment", RoundMode.Secret)]
    [InlineData("appointment", RoundMode.Named)]
    [InlineData("projects with three marks", RoundMode.Secret)]
    [InlineData("projects with three marks", RoundMode.Named)]
    [InlineData("projects to pick", RoundMode.Secret)]
    [InlineData("list", RoundMode.Secret)]
    [InlineData("list", RoundMode.Named)]
    public void Deputies_fill_in_the_paper_and_every_row_is_exact(string item, RoundMode mode)
    {
        (Question question, int[][] marks) = Items[item];
        const int voters = Members - 3;
        using VirtualHall hall = new(Members, 2, [Meetings.RollCallItem, new AgendaItem("2", question, mode, Octets.Empty)], seed: 3);
        VirtualHallTests.Gather(hall);
        VirtualHallTests.RollCall(hall, Members);
        VirtualHallTests.Open(hall, "2");
        int[][] ballots = [.. Enumerable.Range(0, voters).Select(i => marks[i % marks.Length])];
        Fill(hall, ballots);
        hall.RunUntil(() => hall.Current.Box.Count == voters, 10_000, "all ballots held");
        VirtualHallTests.Finish(hall);

        Counted counted = hall.Current.Counted!;
        Assert.Equal((Members, voters, Members - voters), (counted.Tally.SignedIn, counted.Tally.Participants, counted.Tally.NotPressed));
        for (int row = 0; row < marks[0].Length; row++)
        {
            int Of(int option) => ballots.Count(ballot => ballot[row] == option);
            RowTally figures = counted.Tally.Rows[row];
            Assert.Equal((Of(1), Of(2), Of(3), Of(4)), (figures.For, figures.Against, figures.Abstain, figures.WriteIn));
        }
        Assert.Equal(0, counted.Unattested);
        Assert.DoesNotContain(hall.Notes, note => note.Kind is not (Bridges.LineNoteKind.BridgeUp or Bridges.LineNoteKind.LineUp));
    }

    private static ProjectVote Projects(bool pickList) => new()
    {
        Title = "民生实事项目票决",
        Verb = "票决",
        Projects = [.. Enumerable.Range(1, 12).Select(i => $"项目{i}")],
        Seats = 10,
        PickList = pickList,
    };

    /// <summary>Deputy i fills in ballot i at keypad i, all at once, as people do.</summary>
    private static void Fill(VirtualHall hall, int[][] ballots)
    {
        Deputy[] deputies = [.. ballots.Select((marks, i) => new Deputy(hall.Simulator, i, marks))];
        long limit = hall.NowMs + 60_000;
        while (!deputies.All(deputy => deputy.IsDone))
        {
            Assert.True(hall.NowMs < limit, "deputies are not done");
            foreach (Deputy deputy in deputies)
                deputy.Act(hall.Simulator.NowUs);
            hall.RunFor(10);
        }
        hall.RunFor(100);
    }
}
