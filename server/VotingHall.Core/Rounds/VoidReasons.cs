namespace VotingHall.Core;

/// <summary>作废原因的名称, as people read them.</summary>
public static class VoidReasons
{
    public static string Chinese(VoidReason reason) => reason switch
    {
        VoidReason.SystemFailure => "表决系统故障",
        VoidReason.ChairDecision => "主持人决定",
        VoidReason.QuorumLost => "不足法定人数",
        VoidReason.StationRefused => "监票程序不能给出结果",
        VoidReason.PaperWrong => "票样有误",
        VoidReason.MoreCollectedThanIssued => "收回选票多于发出",
        _ => throw new InvalidOperationException("unknown reason"),
    };

    public static string English(VoidReason reason) => reason switch
    {
        VoidReason.SystemFailure => "the voting system failed",
        VoidReason.ChairDecision => "the chair so decided",
        VoidReason.QuorumLost => "the quorum was lost",
        VoidReason.StationRefused => "the station could not give a result",
        VoidReason.PaperWrong => "the paper was wrong",
        VoidReason.MoreCollectedThanIssued => "more papers were collected than issued",
        _ => throw new InvalidOperationException("unknown reason"),
    };

    /// <summary>Reason and note in one sentence, as records and certificates print it.</summary>
    public static string Sentence(Voiding voiding) =>
        Chinese(voiding.Reason) + (voiding.Note.Length > 0 ? "：" + voiding.Note : "");
}
