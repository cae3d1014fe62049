using System.Globalization;
using VotingHall.Core;

namespace VotingHall.Server.Plans;

/// <summary>
/// 演练脚本读入: script.json {seed, meeting, lines, steps [{at, who, do, args}], expect?}. Steps of seats and faults belong to the simulator and
/// are only looked over; <c>expect</c> is for tests.
/// </summary>
public static class ScriptReader
{
    private const int StepsMax = 2000;
    private const int DelayMsMax = 3_600_000;
    private const string Seats = "seats";
    private const string Fault = "fault";

    private static readonly IReadOnlyList<(string Name, ScriptActor? Value)> Actors =
    [
        ("chair", ScriptActor.Chair), ("secretariat", ScriptActor.Secretariat), ("scrutineer", ScriptActor.Scrutineer), (Seats, null), (Fault, null),
    ];

    private static readonly IReadOnlyList<(string Name, RoundMode Value)> Modes = MeetingReader.Modes;

    private static readonly IReadOnlyList<(string Name, VoidReason Value)> VoidReasons =
    [
        ("chairDecision", VoidReason.ChairDecision), ("systemFailure", VoidReason.SystemFailure), ("quorumLost", VoidReason.QuorumLost),
        ("stationRefused", VoidReason.StationRefused), ("paperWrong", VoidReason.PaperWrong),
    ];

    public static PlanReading<ScriptPlan> Read(string path)
    {
        PlanProblems problems = new(path);
        if (PlanFiles.Root(path, problems) is not { } root)
            return problems.Refuse<ScriptPlan>();
        PlanFields fields = new(root, problems);
        int seed = fields.Number("seed", 0, int.MaxValue);
        string meeting = PlanFiles.Beside(path, fields.Text("meeting", 400));
        string lines = PlanFiles.Beside(path, fields.Text("lines", 400));
        _ = fields.Node("expect");
        List<ScriptStep> steps = [];
        foreach (PlanFields step in fields.Objects("steps", 0, StepsMax))
            if (Step(step) is { } read)
                steps.Add(read);
        fields.Finish();
        return problems.None ? new PlanReading<ScriptPlan>.Read(new ScriptPlan(seed, meeting, lines, steps)) : problems.Refuse<ScriptPlan>();
    }

    private static ScriptStep? Step(PlanFields fields)
    {
        ScriptAnchor? at = Anchor(fields);
        ScriptActor? who = fields.Name("who", Actors);
        string action = fields.Text("do", 40);
        PlanNode? args = fields.Node("args");
        fields.Finish();
        if (args is not (null or PlanNode.Object))
            fields.Problem("args", "须为对象 {…}", "an object {…} is expected");
        if (at is null || who is null || args is not (null or PlanNode.Object))
            return null;
        PlanFields inner = fields.Node("args") is null ? fields.None() : fields.Object("args") ?? fields.None();
        ScriptAction? read = Action(action, fields, inner);
        inner.Finish();
        return read is null ? null : new ScriptStep(at, who.Value, read, fields.Line);
    }

    private static ScriptAction? Action(string action, PlanFields fields, PlanFields args)
    {
        switch (action)
        {
            case "prepare":
                string item = args.Text("item", 20);
                return new ScriptAction.Prepare(item, args.Node("mode") is null ? null : args.Name("mode", Modes));
            case "prepareRunoff": return new ScriptAction.PrepareRunoff();
            case "confirmBase": return new ScriptAction.ConfirmBase();
            case "openSitting": return new ScriptAction.OpenSitting(args.Number("no", 1, 100));
            case "closeSitting": return new ScriptAction.CloseSitting();
            case "slips":
                IReadOnlyList<PlanFields> names = args.Node("names") is null ? [] : args.Objects("names", 0, 100);
                return new ScriptAction.Slips([.. names.Select(Slip)]);
            case "allowRecheck": return new ScriptAction.AllowRecheck();
            case "open": return new ScriptAction.Open(args.Node("releaseMissing") is not null && args.Flag("releaseMissing"));
            case "close": return new ScriptAction.Close();
            case "confirm": return new ScriptAction.Confirm(args.OptionalNumber("participants", 0, 9999));
            case "declare": return new ScriptAction.Declare();
            case "void": return new ScriptAction.VoidRound(args.Name("reason", VoidReasons), args.OptionalText("note", 200) ?? "");
            default:
                fields.Problem("do", $"未知动作：{action}", $"unknown action: {action}");
                return null;
        }
    }

    private static WriteInTally Slip(PlanFields name)
    {
        WriteInTally slip = new(name.Text("name", 40), name.Number("votes", 1, 9999));
        name.Finish();
        return slip;
    }

    /// <summary>"open:3+1500": occasion, number of the round where there is one, delay in milliseconds.</summary>
    private static ScriptAnchor? Anchor(PlanFields fields)
    {
        string text = fields.Text("at", 40);
        string[] parts = text.Split('+', 2);
        string[] names = parts[0].Split(':', 2);
        ScriptOccasion? occasion = names[0] switch
        {
            "start" => ScriptOccasion.Start,
            "ready" => ScriptOccasion.Ready,
            "prepared" => ScriptOccasion.Prepared,
            "open" => ScriptOccasion.Open,
            "close" => ScriptOccasion.Close,
            "closed" => ScriptOccasion.Closed,
            "counted" => ScriptOccasion.Counted,
            "confirmed" => ScriptOccasion.Confirmed,
            "declared" => ScriptOccasion.Declared,
            "signed" => ScriptOccasion.Signed,
            _ => null,
        };
        bool wantsRound = occasion is not (ScriptOccasion.Start or ScriptOccasion.Ready);
        int round = 0;
        int delay = 0;
        bool good = occasion is not null
            && wantsRound == (names.Length == 2) && (!wantsRound || (Whole(names[1], 9999, out round) && round >= 1))
            && (parts.Length == 1 || Whole(parts[1], DelayMsMax, out delay));
        if (good)
            return new ScriptAnchor(occasion!.Value, wantsRound ? new RoundNo(round) : null, delay);
        if (text.Length > 0)
            fields.Problem("at", $"时点有误：{text}（例：start+500、open:3+1500）", $"wrong time: {text} (for example start+500, open:3+1500)");
        return null;
    }

    private static bool Whole(string text, int max, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= max;
}
