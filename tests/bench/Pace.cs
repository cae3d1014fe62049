namespace VotingHall.Bench;

/// <summary>节拍: 20 times a second, as often as the hall renews its pictures at most.</summary>
internal static class Pace
{
    public const int PerSecond = 20;

    public static async Task Run(TimeSpan duration, Func<Task> act)
    {
        using PeriodicTimer beat = new(TimeSpan.FromMilliseconds(1000.0 / PerSecond));
        for (int left = (int)(duration.TotalSeconds * PerSecond); left > 0 && await beat.WaitForNextTickAsync(); left--)
            await act();
    }
}
