using VotingHall.Core;
using VotingHall.Server.Lines;
using VotingHall.Server.Plans;
using Xunit;

namespace VotingHall.Server.Tests.Plans;

/// <summary>lines.json, script.json and the rule profile.</summary>
public sealed class SmallPlansTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("votinghall-plans-").FullName;

    [Fact]
    public void Lines_with_one_address_belong_to_one_bridge()
    {
        LinesPlan plan = Samples.Value(LinesReader.Read(Write("""
            [ { "id": "L1", "kind": "tty", "address": "/dev/serial/by-id/a", "baud": 250000, "keypads": 60, "uplinkBaud": 2000000 },
              { "id": "L2", "kind": "tcp", "address": "10.0.0.5:4001", "baud": 115200, "keypads": 250 },
              { "id": "L3", "kind": "tcp", "address": "10.0.0.5:4001", "baud": 500000, "keypads": 1 },
              { "id": "L4", "kind": "unix", "address": "/run/b.sock", "baud": 1000000, "keypads": 2 },
              { "id": "L5", "kind": "inproc", "address": "hall", "baud": 250000, "keypads": 3 } ]
            """)));
        Assert.Equal(
            [new LineAddress.Tty("/dev/serial/by-id/a", 2_000_000), new LineAddress.Tcp("10.0.0.5", 4001), new LineAddress.Unix("/run/b.sock"), new LineAddress.InProcess("hall")],
            plan.Bridges.Select(bridge => bridge.Address));
        Assert.Equal(["L2", "L3"], plan.Bridges[1].Lines.Select(line => line.Id));
    }

    [Fact]
    public void Problems_of_lines_come_all_at_once()
    {
        IReadOnlyList<PlanProblem> problems = Samples.Problems(LinesReader.Read(Write("""
            [ { "id": "L1", "kind": "usb", "address": "x", "baud": 9600, "keypads": 60 },
              { "id": "L1", "kind": "tcp", "address": "10.0.0.5", "baud": 115200, "keypads": 251 },
              7 ]
            """)));
        Assert.Equal([1, 1, 2, 2, 2, 3], problems.Select(problem => problem.Line));
    }

    [Fact]
    public void A_script_is_read_with_its_anchors_and_actions()
    {
        ScriptPlan plan = Samples.Value(ScriptReader.Read(Write("""
            { "seed": 1, "meeting": "m.json", "lines": "l.json", "expect": { "anything": [1, true] }, "steps": [
              { "at": "ready+500", "who": "secretariat", "do": "prepare", "args": { "item": "3", "mode": "secret" } },
              { "at": "prepared:1", "who": "chair", "do": "open", "args": { "releaseMissing": true } },
              { "at": "open:1+1500", "who": "seats", "do": "press", "args": { "seats": "1-1..1-5", "choices": [1] } },
              { "at": "counted:1+300", "who": "scrutineer", "do": "confirm", "args": { "participants": 5 } },
              { "at": "confirmed:1", "who": "chair", "do": "void", "args": { "reason": "systemFailure", "note": "线路故障" } } ] }
            """)));
        Assert.Equal(Path.Combine(folder, "m.json"), plan.Meeting);
        Assert.Equal(
            [new ScriptAnchor(ScriptOccasion.Ready, null, 500), new(ScriptOccasion.Prepared, new RoundNo(1), 0), new(ScriptOccasion.Counted, new RoundNo(1), 300), new(ScriptOccasion.Confirmed, new RoundNo(1), 0)],
            plan.Steps.Select(step => step.At));
        Assert.Equal(
            [new ScriptAction.Prepare("3", RoundMode.Secret), new ScriptAction.Open(true), new ScriptAction.Confirm(5), new ScriptAction.VoidRound(VoidReason.SystemFailure, "线路故障")],
            plan.Steps.Select(step => step.Do));
    }

    [Theory]
    [InlineData("\"at\": \"later\"")]
    [InlineData("\"at\": \"open\"")]
    [InlineData("\"at\": \"open:0\"")]
    [InlineData("\"at\": \"ready:1\"")]
    [InlineData("\"at\": \"open:1+-5\"")]
    [InlineData("\"at\": \"open:1+9999999\"")]
    [InlineData("\"at\": \"ready\", \"why\": 1")]
    public void A_wrong_step_is_named(string at)
    {
        string text = $$"""{ "seed": 1, "meeting": "m.json", "lines": "l.json", "steps": [{{'\n'}}{ {{at}}, "who": "chair", "do": "open" } ] }""";
        Assert.Equal(2, Assert.Single(Samples.Problems(ScriptReader.Read(Write(text)))).Line);
    }

    [Fact]
    public void Unknown_actions_actors_and_arguments_are_named()
    {
        IReadOnlyList<PlanProblem> problems = Samples.Problems(ScriptReader.Read(Write("""
            { "seed": 1, "meeting": "m.json", "lines": "l.json", "steps": [
              { "at": "ready", "who": "chair", "do": "dance" },
              { "at": "ready", "who": "minister", "do": "open" },
              { "at": "ready", "who": "chair", "do": "open", "args": { "quick": true } },
              { "at": "ready", "who": "chair", "do": "prepare" } ] }
            """)));
        Assert.Equal([2, 3, 4, 5], problems.Select(problem => problem.Line));
    }

    [Fact]
    public void The_delivered_profile_quotes_every_parameter()
    {
        ProfilePlan profile = Samples.Value(ProfileReader.Read(Path.Combine(Samples.Profiles, "national-county.json")));
        Assert.Equal(
            (PressRule.Last, 60, ParticipationRule.Off),
            (profile.Rules.Keypad.PressRule, profile.Rules.Keypad.WindowSeconds, profile.Rules.Motion.Participation));
        Assert.Contains("选举办法", profile.Rules.Election.ElectronicElectionAdopted, StringComparison.Ordinal);
        Assert.Contains("election.measure", profile.Rules.Cites.Keys);
        Assert.All(profile.Rules.Cites.Values, cite => Assert.NotEmpty(cite));
    }

    [Fact]
    public void A_profile_without_the_adopted_measure_keeps_elections_on_paper()
    {
        string text = File.ReadAllText(Path.Combine(Samples.Profiles, "national-county.json"));
        int from = text.IndexOf("    \"election.method\"", StringComparison.Ordinal);
        int to = text.IndexOf("    \"ballot.rule\"", StringComparison.Ordinal);
        ProfilePlan profile = Samples.Value(ProfileReader.Read(Write(text[..from] + text[to..])));
        Assert.False(profile.Rules.Election.ByKeypad);
    }

    [Theory]
    [InlineData("\"motion.method\": { \"value\": \"keypad\"", "\"motion.method\": { \"value\": \"hands\"", "目前只支持")]
    [InlineData("\"ballot.blank\":", "\"quorum.congress\":", "由法律规定")]
    [InlineData("\"ballot.blank\":", "\"ballot.colour\":", "未知参数：ballot.colour")]
    [InlineData("\"value\": 60", "\"value\": 600", "1 至 300")]
    [InlineData("\"cite\": \"地方组织法第十四条\"", "\"cites\": \"地方组织法第十四条\"", "缺少字段：cite")]
    public void A_profile_cannot_go_beyond_what_is_built(string from, string to, string chinese)
    {
        string text = File.ReadAllText(Path.Combine(Samples.Profiles, "national-county.json"));
        string bad = text.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(text, bad);
        Assert.Contains(Samples.Problems(ProfileReader.Read(Write(bad))), problem => problem.Chinese.Contains(chinese, StringComparison.Ordinal) && problem.Line > 0);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string text)
    {
        string path = Path.Combine(folder, "plan.json");
        File.WriteAllText(path, text);
        return path;
    }
}
