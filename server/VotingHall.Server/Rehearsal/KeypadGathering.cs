using System.Diagnostics;

namespace VotingHall.Server.Rehearsal;

/// <summary>表决器到齐: watches keypads being admitted and tells their number while it grows.</summary>
internal sealed class KeypadGathering(Func<int> admitted, int expected, TimeSpan noMore, Action<string> said)
{
    private int last = -1;
    private long changedAt = Stopwatch.GetTimestamp();

    public bool IsReady { get; private set; }

    public void Look()
    {
        int now = admitted();
        if (now != last)
        {
            last = now;
            changedAt = Stopwatch.GetTimestamp();
            if (now == expected || now % 50 == 0)
                said($"表决器已接入 {now} / {expected} keypads admitted");
        }
        if (!IsReady && (now >= expected || (now > 0 && Stopwatch.GetElapsedTime(changedAt) > noMore)))
        {
            IsReady = true;
            said($"表决器就绪 {now} / {expected} ready");
        }
    }
}
