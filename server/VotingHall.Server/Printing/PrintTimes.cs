namespace VotingHall.Server.Printing;

/// <summary>打印时限: every wait for a printer has an end.</summary>
/// <param name="Answer">For a piece of an answer.</param>
/// <param name="FirstPause">Between two questions; doubled while the printer is silent.</param>
/// <param name="LongestPause">Limit of the doubling.</param>
/// <param name="BeforeSent">How long a printer may be off or stopped before anything was sent: afterwards the printing is given up, so that
/// it does not come out of the printer when nobody thinks of it any more.</param>
/// <param name="AfterSent">How long a printer that has the document may be silent before its end is called unknown.</param>
/// <param name="Longest">How long a printer may be about one printing, out of paper included.</param>
public sealed record PrintTimes(TimeSpan Answer, TimeSpan FirstPause, TimeSpan LongestPause, TimeSpan BeforeSent, TimeSpan AfterSent, TimeSpan Longest)
{
    public static PrintTimes Normal { get; } = new(
        TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30));
}
