using VotingHall.Core;

namespace VotingHall.Server.Plans;

/// <summary>
/// 演练脚本: who does what when, from script.json. The server runs the steps of chair, secretariat and scrutineer; the simulator those of
/// seats and faults, which are read here only so far as to report errors.
/// </summary>
/// <param name="Meeting">Path of meeting.json, resolved against the script's folder.</param>
/// <param name="Lines">Path of lines.json, resolved against the script's folder.</param>
public sealed record ScriptPlan(long Seed, string Meeting, string Lines, IReadOnlyList<ScriptStep> Steps);

/// <summary>脚本步骤 of the server side, in file order.</summary>
public sealed record ScriptStep(ScriptAnchor At, ScriptActor Who, ScriptAction Do, int Line);

/// <summary>步骤时点: <paramref name="DelayMs"/> after an occasion; <paramref name="Round"/> is the round meant, null for start and ready.</summary>
public sealed record ScriptAnchor(ScriptOccasion Occasion, RoundNo? Round, int DelayMs);

public enum ScriptOccasion
{
    Start = 1,
    /// <summary>All keypads of the plan admitted.</summary>
    Ready = 2,
    Prepared = 3,
    Open = 4,
    /// <summary>Close ordered.</summary>
    Close = 5,
    Closed = 6,
    Counted = 7,
    Confirmed = 8,
    Declared = 9,
    Signed = 10,
}

public enum ScriptActor
{
    Chair = 1,
    Secretariat = 2,
    Scrutineer = 3,
}

/// <summary>脚本动作. Closed list; all from open on act on the round in hand.</summary>
public abstract record ScriptAction
{
    private ScriptAction() { }

    /// <summary>Confirms the base as entered in the meeting file.</summary>
    public sealed record ConfirmBase : ScriptAction;

    public sealed record OpenSitting(int No) : ScriptAction;

    public sealed record CloseSitting : ScriptAction;

    /// <summary>Prepares agenda item <paramref name="Item"/>; <paramref name="Mode"/> null = as the agenda says.</summary>
    public sealed record Prepare(string Item, RoundMode? Mode) : ScriptAction;

    /// <summary>再次投票 after a tie in the round declared last.</summary>
    public sealed record PrepareRunoff : ScriptAction;

    /// <summary><paramref name="ReleaseMissing"/>: open although some keypads do not hold the paper.</summary>
    public sealed record Open(bool ReleaseMissing) : ScriptAction;

    public sealed record Close : ScriptAction;

    /// <summary><paramref name="Participants"/>: the participation number as typed; null = the right one.</summary>
    public sealed record Confirm(int? Participants) : ScriptAction;

    /// <summary>The participation number is typed and the slips of other persons are entered alike by two persons.</summary>
    public sealed record Slips(IReadOnlyList<WriteInTally> Names) : ScriptAction;

    /// <summary>Orders a recheck after two wrong numbers.</summary>
    public sealed record AllowRecheck : ScriptAction;

    public sealed record Declare : ScriptAction;

    public sealed record VoidRound(VoidReason Reason, string Note) : ScriptAction;
}
