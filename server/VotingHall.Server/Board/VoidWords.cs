using VotingHall.Core;
using VotingHall.Screens;

namespace VotingHall.Server.Board;

/// <summary>作废原因的双语文字.</summary>
internal static class VoidWords
{
    public static Words Of(VoidReason reason) => new(VoidReasons.Chinese(reason), reason switch
    {
        VoidReason.SystemFailure => "failure of the voting system",
        VoidReason.ChairDecision => "decision of the chair",
        VoidReason.QuorumLost => "quorum lost",
        VoidReason.StationRefused => "the scrutineers' program gives no result",
        VoidReason.PaperWrong => "the ballot paper was wrong",
        _ => throw new InvalidOperationException("unknown reason"),
    });
}
