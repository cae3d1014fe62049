using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Conduct;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Board;

/// <summary>
/// 画面推送: renews the pictures when something durable happened (or lines and prints moved) and sends those that changed, at most 20 times a second.
/// It hears of facts only after they are on disk.
/// </summary>
public sealed class BoardFeed : IDurableWatcher
{
    /// <summary>At most 20 pictures a second.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(50);

    /// <summary>Lines, prints and short-lived words on the wall are looked at every so many turns without being told.</summary>
    private const int LookAgain = 5;

    private readonly HallScreens screens;
    private readonly BoardOrders orders;
    private int dirty = 1;
    private Instant closesAt;
    private (Instant At, int Seconds) extension;

    public BoardFeed(HallScreens screens, BoardOrders orders)
    {
        this.screens = screens;
        this.orders = orders;
        orders.Changed = () => Volatile.Write(ref dirty, 1);
    }

    public void Durable(DurableTurn turn)
    {
        foreach (HallEvent happened in turn.Events)
            switch (happened)
            {
                case HallEvent.RoundOpened opened:
                    closesAt = opened.ClosesAt;
                    extension = default;
                    break;
                case HallEvent.RoundResumed resumed:
                    closesAt = resumed.ClosesAt;
                    break;
                case HallEvent.RoundExtended extended:
                    int seconds = closesAt == default ? 0 : (int)((extended.ClosesAt.UnixMs - closesAt.UnixMs) / 1000);
                    closesAt = extended.ClosesAt;
                    extension = (extended.At, seconds);
                    break;
            }
        Volatile.Write(ref dirty, 1);
    }

    /// <summary>Runs until cancelled. <paramref name="send"/> sends the present picture to an audience.</summary>
    public async Task Run(Func<Audience, CancellationToken, Task> send, CancellationToken stop)
    {
        using PeriodicTimer timer = new(Apart);
        int turns = 0;
        do
        {
            if (Interlocked.Exchange(ref dirty, 0) == 0 && ++turns % LookAgain != 0)
                continue;
            foreach (Audience audience in screens.Renew(new BoardDirection(orders.Now, extension.At, extension.Seconds)))
                await send(audience, stop).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false));
    }
}
