using System.Text.Json;
using VotingHall.Core;
using VotingHall.Server.Lines;
using VotingHall.Server.Plans;
using Xunit;

namespace VotingHall.Server.Tests.Plans;

/// <summary>The delivered meetings are good, agree with their scripts, and their expected figures follow from the rules in force.</summary>
public sealed class SamplesTests
{
    public static TheoryData<string> Scripts { get; } = ["county-plenary.json", "committee-sitting.json"];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_meeting_and_lines_are_good_and_fit_together(string name)
    {
        ScriptPlan script = Samples.Value(ScriptReader.Read(Path.Combine(Samples.Scripts, name)));
        MeetingPlan plan = Samples.Value(Samples.MeetingReader.Read(script.Meeting));
        LinesPlan lines = Samples.Value(LinesReader.Read(script.Lines));
        LinesPlan overTcp = Samples.Value(LinesReader.Read(script.Lines.Replace(".lines.json", ".tcp.lines.json", StringComparison.Ordinal)));
        Assert.Equal(plan.Meeting.Members.Count, lines.Bridges.Sum(bridge => bridge.Lines.Sum(line => line.Keypads)));
        Assert.IsType<LineAddress.Tcp>(Assert.Single(overTcp.Bridges).Address);
        foreach (ScriptAction.Prepare prepare in script.Steps.Select(step => step.Do).OfType<ScriptAction.Prepare>())
            Assert.NotNull(plan.Meeting.Item(prepare.Item));
        Assert.All(plan.Meeting.Agenda, item => Assert.Null(MethodRule.KeypadRefusal(item.Question, plan.Meeting.Rules)));
        Assert.All(plan.Meeting.Agenda, item => Assert.NotEmpty(item.Question.PaperFor(item.Mode).Groups));
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void The_simulator_can_act_out_the_script(string name)
    {
        ScriptPlan script = Samples.Value(ScriptReader.Read(Path.Combine(Samples.Scripts, name)));
        Meeting meeting = Samples.Value(Samples.MeetingReader.Read(script.Meeting)).Meeting;
        LinesPlan lines = Samples.Value(LinesReader.Read(script.Lines));
        VotingHall.Simulator.ScriptReader reader = new(
            Path.Combine(Samples.Scripts, name), [.. meeting.Members.Select(member => member.Seat.Value)],
            [.. lines.Bridges.SelectMany(bridge => bridge.Lines).Select(line => line.Id)]);
        VotingHall.Simulator.SimulatorScript? read = reader.Read();
        Assert.Empty(reader.Problems);
        Assert.NotEmpty(read!.Steps);
    }

    [Fact]
    public void The_plenary_is_the_hall_that_was_asked_for()
    {
        MeetingPlan plan = Samples.Value(Samples.MeetingReader.Read(Path.Combine(Samples.Scripts, "county-plenary.meeting.json")));
        Assert.Equal((300, "dual", "national-county"), (plan.Meeting.Members.Count, plan.Meeting.Suite, plan.Meeting.Profile));
        string names = string.Concat(plan.Meeting.Members.Select(member => member.Name));
        Assert.All((string[])["𠮷", "𣲘", "䶮", "喆", "堃", "\U0002B8B8", "·"], character => Assert.Contains(character, names, StringComparison.Ordinal));
        LinesPlan lines = Samples.Value(LinesReader.Read(Path.Combine(Samples.Scripts, "county-plenary.lines.json")));
        Assert.Equal([75, 75, 75, 75], Assert.Single(lines.Bridges).Lines.Select(line => line.Keypads));
        Assert.Equal(32, plan.Profile.Digest.Length);
    }

    /// <summary>The figures in <c>expect</c> go through the same count as a round does; the outcome written there must come out.</summary>
    [Theory]
    [MemberData(nameof(Scripts))]
    public void Expected_figures_give_the_expected_outcomes(string name)
    {
        ScriptPlan script = Samples.Value(ScriptReader.Read(Path.Combine(Samples.Scripts, name)));
        Meeting meeting = Samples.Value(Samples.MeetingReader.Read(script.Meeting)).Meeting;
        List<string> prepared = [.. script.Steps.Select(step => step.Do).OfType<ScriptAction.Prepare>().Select(prepare => prepare.Item)];
        using JsonDocument file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Samples.Scripts, name)));
        foreach (JsonProperty round in file.RootElement.GetProperty("expect").GetProperty("rounds").EnumerateObject())
        {
            Question question = meeting.Item(prepared[int.Parse(round.Name, null) - 1])!.Question;
            Tally tally = TallyOf(round.Value);
            Outcome outcome = question.Count(tally, new CountContext(meeting.Base, meeting.Body, meeting.Rules));
            Assert.Equal(round.Value.GetProperty("outcome").GetString(), StateOf(outcome));
            Assert.Equal(round.Value.GetProperty("required").GetInt32(), outcome.Reason.Required);
            Assert.Equal(round.Value.GetProperty("notPressed").GetInt32(), tally.NotPressed);
            Assert.All(tally.Rows, row => Assert.Equal(tally.Participants, row.Marks));
            Assert.Equal(StatesIn(round.Value), PersonsOf(outcome).OrderBy(person => RowOf(tally, person.Name)).Select(person => person.State));
        }
    }

    private static Tally TallyOf(JsonElement round)
    {
        int participants = round.GetProperty("participants").GetInt32();
        List<RowTally> rows = round.TryGetProperty("rows", out JsonElement listed)
            ? [.. listed.EnumerateArray().Select(row => new RowTally(
                row.TryGetProperty("name", out JsonElement name) ? name.GetString()! : "", row.GetProperty("for").GetInt32(),
                row.GetProperty("against").GetInt32(), row.GetProperty("abstain").GetInt32(), row.GetProperty("writeIn").GetInt32()))]
            : [new RowTally("", participants, 0, 0)];
        return new Tally(round.GetProperty("signedIn").GetInt32(), participants, rows, []);
    }

    private static List<PersonState> StatesIn(JsonElement round) => !round.TryGetProperty("rows", out JsonElement rows)
        ? []
        : [.. rows.EnumerateArray().Where(row => row.TryGetProperty("state", out _))
            .Select(row => Enum.Parse<PersonState>(row.GetProperty("state").GetString()!, ignoreCase: true))];

    private static int RowOf(Tally tally, string name) => tally.Rows.ToList().FindIndex(row => row.Name == name);

    private static IReadOnlyList<PersonOutcome> PersonsOf(Outcome outcome) => outcome switch
    {
        Outcome.Filled filled => filled.Persons,
        Outcome.PersonByPerson persons => persons.Persons,
        _ => [],
    };

    private static string StateOf(Outcome outcome) => outcome switch
    {
        Outcome.RollCalled { Quorate: true } => "quorate",
        Outcome.Carried => "passed",
        Outcome.Filled => "filled",
        Outcome.PersonByPerson => "personByPerson",
        _ => outcome.GetType().Name,
    };
}
