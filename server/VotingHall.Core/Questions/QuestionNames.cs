namespace VotingHall.Core;

/// <summary>事项名称 the hall itself must know: only these kinds are treated differently by the course of a round.</summary>
public static class QuestionNames
{
    /// <summary>签到.</summary>
    public const string RollCall = "rollCall";

    /// <summary>选举: by keypad only where an adopted measure says so. Source: rules 14.</summary>
    public const string Election = "election";
}
