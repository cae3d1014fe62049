namespace VotingHall.Server.Lines;

/// <summary>线路时限: how long to wait for what.</summary>
/// <param name="FirstRetry">Wait before the first reopening; doubled each time.</param>
/// <param name="LongestRetry">Longest wait between two tries.</param>
/// <param name="Opening">Time for one try to open.</param>
/// <param name="Write">Time for one write; a frame of 256 bytes takes 3 ms at a megabaud.</param>
public sealed record LineTimes(TimeSpan FirstRetry, TimeSpan LongestRetry, TimeSpan Opening, TimeSpan Write)
{
    public static LineTimes Default { get; } = new(
        TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(250));
}
