namespace VotingHall.Server.Printing;

/// <summary>打印的等待: when the next question is due, and whether the patience with a printer is over.</summary>
internal sealed class PrintPatience
{
    private const int DoublingsMax = 6;

    private readonly PrintTimes times;
    private readonly TimeProvider time;
    private bool hasBegun;
    private long begun;
    private long lastHeard;
    private int silences;

    public PrintPatience(PrintTimes times, TimeProvider time)
    {
        (this.times, this.time) = (times, time);
        Due = time.GetTimestamp();
    }

    /// <summary>Timestamp of the next question.</summary>
    public long Due { get; private set; }

    public bool IsOver => time.GetElapsedTime(begun) > times.Longest;

    public bool IsOverBeforeSent => time.GetElapsedTime(begun) > times.BeforeSent;

    public bool IsOverAfterSent => time.GetElapsedTime(lastHeard) > times.AfterSent;

    public void Heard()
    {
        silences = 0;
        lastHeard = time.GetTimestamp();
    }

    public void Silence() => silences = Math.Min(silences + 1, DoublingsMax);

    /// <summary>A step is taken. The first one begins the wait: standing in the queue does not count.</summary>
    public void Now()
    {
        Due = time.GetTimestamp();
        if (hasBegun)
            return;
        hasBegun = true;
        begun = lastHeard = Due;
    }

    /// <summary>Waits longer from silence to silence, so that a dead printer does not hold up the others.</summary>
    public void Pause()
    {
        TimeSpan pause = times.FirstPause * (1 << silences);
        pause = pause < times.LongestPause ? pause : times.LongestPause;
        Due = time.GetTimestamp() + (long)(pause.TotalSeconds * time.TimestampFrequency);
    }
}
