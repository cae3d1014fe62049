using VotingHall.Core;
using VotingHall.Server.Stores;
using VotingHall.Server.Tests.Halls;

namespace VotingHall.Bench;

/// <summary>被测会场: halls where everybody is present and has signed in.</summary>
internal static class Halls
{
    public const string NamedItem = "2";
    public const string SecretItem = "3";
    public const string ListItem = "4";

    private const int MembersOfTenNames = 10;

    /// <summary>16 lines, 3,000 seats.</summary>
    public const int PlenaryLines = 16;
    public const int PlenarySeats = 3_000;

    private static readonly IReadOnlyList<AgendaItem> Agenda =
    [
        Meetings.RollCallItem,
        Meetings.MotionItem(NamedItem, RoundMode.Named),
        Meetings.MotionItem(SecretItem, RoundMode.Secret),
        new(ListItem, new ListVote
        {
            Title = "十人名单", Verb = "通过", OneByOne = true,
            Names = [.. Enumerable.Range(1, MembersOfTenNames).Select(i => $"人选{i}")],
        }, RoundMode.Secret, Octets.Empty),
    ];

    public static VirtualHall SignedIn(int members, int lines, int baud, IJournalStore? journal = null)
    {
        VirtualHall hall = new(members, lines, Agenda, baud, store: journal);
        HallSteps.Gather(hall);
        HallSteps.RollCall(hall, "1");
        return hall;
    }
}
