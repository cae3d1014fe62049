namespace VotingHall.Server.Tests.Board;

/// <summary>手动时间: a clock whose one timer beats when the test says so.</summary>
internal sealed class HandTime : TimeProvider
{
    /// <summary>One beat; nothing before a timer was made.</summary>
    public Action Beat { get; private set; } = () => { };

    /// <summary>What was asked for between two beats.</summary>
    public TimeSpan Period { get; private set; }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        (Beat, Period) = (() => callback(state), period);
        return new HandTimer();
    }

    private sealed class HandTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
