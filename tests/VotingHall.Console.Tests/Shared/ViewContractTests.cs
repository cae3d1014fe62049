using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using VotingHall.Screens.Tests.Samples;
using Xunit;

namespace VotingHall.Screens.Tests.Shared;

/// <summary>The script's types name exactly what arrives: every interface of views.d.ts and board.d.ts against the view type as it is written.</summary>
public sealed partial class ViewContractTests
{
    private static readonly Dictionary<string, Type> ByName = new()
    {
        ["Words"] = typeof(Words),
        ["PaperRow"] = typeof(PaperRow),
        ["Turnout"] = typeof(Turnout),
        ["TimeWindow"] = typeof(Window),
        ["QuestionView"] = typeof(QuestionView),
        ["ResultRow"] = typeof(ResultRow),
        ["ResultView"] = typeof(ResultView),
        ["SeatRow"] = typeof(SeatRow),
        ["SeatPlanView"] = typeof(SeatPlanView),
        ["BoardView"] = typeof(BoardView),
        ["BoardIdle"] = typeof(BoardScene.Idle),
        ["BoardSignIn"] = typeof(BoardScene.SignIn),
        ["BoardPrepared"] = typeof(BoardScene.Prepared),
        ["BoardVoting"] = typeof(BoardScene.Voting),
        ["BoardClosing"] = typeof(BoardScene.Closing),
        ["BoardClosed"] = typeof(BoardScene.Closed),
        ["BoardResult"] = typeof(BoardScene.Result),
        ["BoardVoided"] = typeof(BoardScene.Voided),
    };

    [Fact]
    public void Script_types_have_the_names_of_the_views()
    {
        string declared = File.ReadAllText(Repository.Path("console", "VotingHall.Console", "wwwroot", "views.d.ts"))
            + File.ReadAllText(Repository.Path("console", "VotingHall.Console", "wwwroot", "board.d.ts"));
        int compared = 0;
        foreach (Match one in Interface().Matches(declared))
        {
            if (!ByName.TryGetValue(one.Groups["name"].Value, out Type? type))
                continue;
            compared++;
            string[] names = [.. Field().Matches(one.Groups["body"].Value).Select(field => field.Groups["name"].Value).Where(name => name != "scene"
                || type == typeof(BoardView))];
            Assert.Equal(Fields(type), names.Order(StringComparer.Ordinal));
        }
        Assert.Equal(ByName.Count, compared);
    }

    [Fact]
    public void While_a_round_is_open_the_wall_is_told_no_figure_but_the_turnout()
    {
        foreach (Type scene in (Type[])[typeof(BoardScene.Prepared), typeof(BoardScene.Voting), typeof(BoardScene.Closing), typeof(BoardScene.Closed)])
            Assert.DoesNotContain(scene.GetProperties(), field => field.PropertyType == typeof(ResultView) || field.PropertyType == typeof(string));
        Assert.DoesNotContain(typeof(QuestionView).GetProperties().Concat(typeof(PaperRow).GetProperties()), field => field.PropertyType == typeof(ResultRow));
        Assert.Equal(["Present", "Voted"], typeof(Turnout).GetProperties().Select(field => field.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_samples_add_up()
    {
        foreach (ResultView figures in BoardSamples.All.Select(sample => sample.View.Scene).OfType<BoardScene.Result>().Select(scene => scene.Figures))
        {
            Assert.Equal(figures.SignedIn, figures.Participants + figures.NotPressed);
            Assert.All(figures.Rows.Where(_ => figures.Kind != "projectVote"),
                row => Assert.Equal(figures.Participants, row.For + row.Against + row.Abstain + row.WriteIn));
        }
    }

    private static IEnumerable<string> Fields(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(field => field.GetIndexParameters().Length == 0).Select(field => JsonNamingPolicy.CamelCase.ConvertName(field.Name)).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"interface (?<name>\w+) \{(?<body>.*?)\}", RegexOptions.Singleline)]
    private static partial Regex Interface();

    [GeneratedRegex(@"(?<=[\s;{])(?<name>\w+): ")]
    private static partial Regex Field();
}
