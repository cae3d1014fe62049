using VotingHall.Core;
using VotingHall.Link;

namespace VotingHall.Server.Bridges;

/// <summary>
/// 轮次收尾 on one line: 已计入 after the count, COMMIT at the end, and both once more for keypads admitted later (after a restart that is every
/// keypad). Saying it again changes nothing at a keypad that has heard it. Source: protocol 7.4, 8.5.
/// </summary>
internal sealed class RoundEnding(LinesContext context, LineSession line)
{
    private const int CommitPauseMs = 5;

    /// <summary>Latecomers are told together, at most so often.</summary>
    private const int RepeatMs = 1_000;

    private RoundNo counted;
    private IReadOnlyDictionary<KeypadUid, Octets>? codes;
    private CommitPayload? commit;
    private bool wanted;
    private long repeatAt;

    public void ShowCounted(RoundNo round, IReadOnlyDictionary<KeypadUid, Octets> countedCodes)
    {
        (counted, codes, commit) = (round, countedCodes, null);
        Say(times: 2);
    }

    public void End(RoundNo round, bool kept)
    {
        (codes, commit) = (null, new CommitPayload((uint)round.Value, kept));
        Say(times: 3);
    }

    /// <summary>A new round begins: nobody needs to hear of the last one.</summary>
    public void Forget() => (codes, commit, wanted) = (null, null, false);

    /// <summary>A keypad was admitted: it may have missed everything.</summary>
    public void Joined() => wanted = codes is not null || commit is not null;

    public void Tick()
    {
        if (!wanted || line.IsGathering || context.NowMs < repeatAt)
            return;
        Say(times: 1);
    }

    private void Say(int times)
    {
        wanted = false;
        repeatAt = context.NowMs + RepeatMs;
        for (int i = 0; i < times; i++)
        {
            if (codes is { } present)
                CountedCodes.Send(context, line, counted, present);
            if (commit is { } end)
                line.SendGroup(end, CommitPauseMs);
        }
    }
}
