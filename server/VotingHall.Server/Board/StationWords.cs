using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Screens;

namespace VotingHall.Server.Board;

/// <summary>监票程序的拒绝: why no sums come, and what people do about it. Source: protocol 8.4.</summary>
internal static class StationWords
{
    /// <summary>Null unless the round waits for the station and the station has refused.</summary>
    public static Notice? Of(Round? round, StationRefusal? refusal)
    {
        if (round is not { Phase: RoundPhase.Closed, IsMasked: true } || refusal is not { } why)
            return null;
        return why switch
        {
            StationRefusal.TooManyWithoutFinal => new Notice(
                NoticeLevel.Warning, new("正在补收表决器的最终认证", "final tags of keypads are still being collected"),
                new("请稍候；一直收不齐时请作废重来", "please wait; if they do not come, void and vote again")),
            StationRefusal.TooFewParticipants => new Notice(
                NoticeLevel.Blocking, new("参加表决人数过少，不能无记名开票", "too few took part for a secret count"),
                new("人数过少会暴露个人的选择。请作废，改用纸质选票", "a count of so few would show who voted what: void the round and vote on paper")),
            _ => new Notice(
                NoticeLevel.Blocking, new("监票程序不能给出合计", "the scrutineers' program gives no sums"),
                new($"原因代码 {why}。请作废后重新表决；仍不能时改用纸质选票", $"reason {why}: void and vote again; if it stays so, vote on paper")),
        };
    }
}
