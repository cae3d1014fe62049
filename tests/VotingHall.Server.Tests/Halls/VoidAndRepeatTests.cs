using VotingHall.Core;
using VotingHall.Simulator;

namespace VotingHall.Server.Tests.Halls;

/// <summary>
/// Storyboard 09:50 over the wire: a secret vote is void because its title was old, the secretariat corrects the item, the hall votes again,
/// the chair extends and shows the result. Nothing of the void round counts in the second one.
/// </summary>
public class VoidAndRepeatTests
{
    [Xunit.Fact]
    public void A_corrected_item_is_voted_again_by_all()
    {
        using VirtualHall hall = new(24, 2, [Meetings.RollCallItem, Meetings.MotionItem("2", RoundMode.Secret)]);
        VirtualHallTests.Gather(hall);
        VirtualHallTests.RollCall(hall, present: 24);
        VirtualHallTests.Open(hall, "2");
        hall.PressAll(Enumerable.Range(0, 7).Select(i => (i, KeypadKey.Against)));
        hall.RunUntil(() => hall.Current.Box.Count == 7, 10_000, "seven presses held");
        Round first = hall.Current;
        hall.Do(hall.Conduct.Void(Meetings.Chair, first.No, VoidReason.PaperWrong, "议题文字有误"));
        hall.RunFor(200);

        AgendaItem corrected = new("2", new Motion { Title = "更正后的决议", Verb = "通过" }, RoundMode.Secret, Octets.Empty);
        hall.Do(hall.Conduct.PutAgendaItem(Meetings.Secretariat, corrected, 0));
        VirtualHallTests.Open(hall, "2");
        Round second = hall.Current;
        Xunit.Assert.Equal(first.No, second.RepeatOf);
        Xunit.Assert.Equal("更正后的决议", second.Question.Title);
        Xunit.Assert.NotEqual(first.PaperDigest, second.PaperDigest);
        hall.Do(hall.Conduct.Extend(Meetings.Chair, second.No, 30));
        Xunit.Assert.Equal(second.Opening!.ClosesAt.UnixMs + 30_000, hall.Current.Opening!.ClosesAt.UnixMs);
        hall.PressAll(Enumerable.Range(0, 20).Select(i => (i, KeypadKey.For)));
        hall.RunUntil(() => hall.Current.Box.Count == 20, 10_000, "twenty presses held");
        hall.Do(hall.Conduct.Close(Meetings.Chair, second.No));
        hall.RunUntil(() => hall.Current.Phase == RoundPhase.Counted, 20_000, "counted");
        hall.Do(hall.Conduct.Confirm(Meetings.Scrutineer, second.No, 20));
        hall.Do(hall.Conduct.ShowResult(Meetings.Chair, second.No));
        Xunit.Assert.NotNull(hall.Current.Shown);
        Xunit.Assert.Equal(20, hall.Current.Counted!.Tally.Rows[0].For);
        Xunit.Assert.Equal(
            "赞成20票，反对0票，弃权0票。赞成票超过全体代表的半数，通过。", ResultAnnouncement.Of(hall.Current).TextOrNone!.Chinese);
    }
}
