namespace VotingHall.Simulator;

/// <summary>演练脚本 as far as the simulator acts it out: the steps of seats and faults. Source: design.md, files.</summary>
public sealed record SimulatorScript(long Seed, IReadOnlyList<ScriptStep> Steps);

/// <summary>脚本步骤: when, and what the seats do or what breaks.</summary>
public sealed record ScriptStep(StepAnchor At, StepAction Action);

/// <summary>步骤时点: so many milliseconds after the occasion, as the keypad concerned (for faults: the first keypad) sees it.</summary>
public sealed record StepAnchor(AnchorOccasion Occasion, uint Round, int DelayMs);

public enum AnchorOccasion
{
    /// <summary>Start of the program.</summary>
    Start = 1,
    /// <summary>The keypad holds this round and takes keys.</summary>
    Open = 2,
    /// <summary>The keypad held this round open and does so no longer.</summary>
    Close = 3,
}

/// <summary>脚本动作. Closed list.</summary>
public abstract record StepAction
{
    private StepAction() { }

    /// <summary>Fills in the paper with the real keys and casts. Each seat of the step has its row of marks; 0 = leave the row.</summary>
    public sealed record Press(IReadOnlyList<SeatMarks> Seats, int SpreadMs) : StepAction;

    /// <summary>No power from here on.</summary>
    public sealed record Dead(IReadOnlyList<string> Seats) : StepAction;

    /// <summary>Nobody sits here: earlier and later presses of these seats are left out.</summary>
    public sealed record Sleep(IReadOnlyList<string> Seats) : StepAction;

    /// <summary>Restarts the keypads.</summary>
    public sealed record Reboot(IReadOnlyList<string> Seats) : StepAction;

    /// <summary>The next frames of a line suffer the fault.</summary>
    public sealed record Frames(string Line, FrameFault Fault, int Count) : StepAction;

    /// <summary>A share of all frames of a line suffers it, from here on.</summary>
    public sealed record Rate(string Line, FrameFault Fault, int PartsPerMillion) : StepAction;

    /// <summary>Cuts a line, or joins it again.</summary>
    public sealed record Cut(string Line, bool IsCut) : StepAction;

    /// <summary>kill -9 of the server whose process id is in the file named on the command line.</summary>
    public sealed record KillServer : StepAction;
}

/// <summary>一席的选择: option per row of the paper, 0 = row left alone.</summary>
public sealed record SeatMarks(string Seat, IReadOnlyList<int> Marks);

/// <summary>脚本问题: where and what, in both languages. All of a file are reported at once.</summary>
public sealed record ScriptProblem(string File, int Step, string Chinese, string English)
{
    public override string ToString() => Step == 0 ? $"{File}: {Chinese} / {English}" : $"{File}, step {Step}: {Chinese} / {English}";
}
