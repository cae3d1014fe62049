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
    private readonly TimeProvider time;
    private int dirty = 1;
    private Instant closesAt;
    private Extension extension = Extension.None;

    /// <param name="time">Beats the time of the pushes.</param>
    public BoardFeed(HallScreens screens, BoardOrders orders, TimeProvider time)
    {
        this.screens = screens;
        this.orders = orders;
        this.time = time;
        orders.Changed = () => Volatile.Write(ref dirty, 1);
    }

    public void Durable(DurableTurn turn)
    {
        foreach (HallEvent happened in turn.Events)
            switch (happened)
            {
                case HallEvent.RoundOpened opened:
                    closesAt = opened.ClosesAt;
                    extension = Extension.None;
                    break;
                case HallEvent.RoundResumed resumed:
                    closesAt = resumed.ClosesAt;
                    break;
                case HallEvent.RoundExtended extended:
                    int seconds = closesAt == default ? 0 : (int)((extended.ClosesAt.UnixMs - closesAt.UnixMs) / 1000);
                    closesAt = extended.ClosesAt;
                    extension = new Extension(extended.At, seconds);
                    break;
            }
        Volatile.Write(ref dirty, 1);
    }

    /// <summary>Runs until cancelled. <paramref name="send"/> sends the present picture to an audience.</summary>
    public async Task Run(Func<Audience, CancellationToken, Task> send, CancellationToken stop)
    {
        using PeriodicTimer timer = new(Apart, time);
        int turns = 0;
        do
        {
            turns = (turns + 1) % LookAgain;
            if (Interlocked.Exchange(ref dirty, 0) == 0 && turns != 0)
                continue;
            Extension last = extension;
            foreach (Audience audience in screens.Renew(new BoardDirection(orders.Now, last.At, last.Seconds)))
                await send(audience, stop).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false));
    }

    /// <summary>延长: written by the loop's thread, read by the feed's, so it changes as one.</summary>
    private sealed record Extension(Instant At, int Seconds)
    {
        public static Extension None { get; } = new(default, 0);
    }
}
