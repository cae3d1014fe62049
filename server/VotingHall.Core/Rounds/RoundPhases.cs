namespace VotingHall.Core;

/// <summary>轮次阶段的名称, as people read them.</summary>
public static class RoundPhases
{
    public static string Chinese(RoundPhase phase) => phase switch
    {
        RoundPhase.Prepared => "已准备",
        RoundPhase.Open => "表决中",
        RoundPhase.Closing => "正在关闭",
        RoundPhase.Closed => "已关闭",
        RoundPhase.Counted => "已计票",
        RoundPhase.Confirmed => "已核对",
        RoundPhase.Declared => "已宣布",
        RoundPhase.Voided => "已作废",
        _ => throw new InvalidOperationException("unknown phase"),
    };

    public static string English(RoundPhase phase) => phase switch
    {
        RoundPhase.Prepared => "prepared",
        RoundPhase.Open => "open",
        RoundPhase.Closing => "closing",
        RoundPhase.Closed => "closed",
        RoundPhase.Counted => "counted",
        RoundPhase.Confirmed => "confirmed",
        RoundPhase.Declared => "declared",
        RoundPhase.Voided => "void",
        _ => throw new InvalidOperationException("unknown phase"),
    };
}
