using System.Text.Json;
using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Rehearsal;
using VotingHall.Server.Tests.Halls;
using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Server.Tests.Board;

/// <summary>
/// What screens are sent while a round runs, every byte of it, after every durable step of a whole hall: no figure of a secret round before the
/// scrutineer has typed the participation number, none of a named one before the close, none at the technician's ever.
/// </summary>
public sealed class SecrecyOfPicturesTests
{
    /// <summary>Figures that are no other number on these screens: 24 members, 23 vote, majority 13, quorum 16.</summary>
    private const int For = 11, Against = 7, Abstain = 5, Members = 24, Voters = For + Against + Abstain;

    private static readonly Audience[] Desks = [Audience.Chair, Audience.Scrutineer, Audience.Secretariat];
    private static readonly Audience[] ShownTo = [Audience.Screen, .. Desks];

    [Fact]
    public void Of_a_secret_round_nothing_is_shown_before_the_number_is_typed()
    {
        using VirtualHall hall = Gathered();
        PictureWatch watch = new(hall);
        List<RoundPhase> phases = [];
        watch.Seen = (round, pictures) =>
        {
            if (round.Mode != RoundMode.Secret)
                return;
            phases.Add(round.Phase);
            AssertNothing(pictures, round, ShownTo);
            // Nor do the terminal's lines say them, nor the station its number once the round is no longer open.
            Assert.DoesNotContain(For.ToString("D", null), RoundText.Of(round), StringComparison.Ordinal);
            if (round.Phase is RoundPhase.Closing or RoundPhase.Closed or RoundPhase.Counted)
                Assert.DoesNotContain("\"voted\"", JsonSerializer.Serialize(pictures[Audience.Scrutineer]), StringComparison.Ordinal);
        };
        Ballot(hall, "3");
        Assert.Throws<HallStuck>(() => hall.Do(hall.Conduct.EnterParticipants(Meetings.Scrutineer, hall.Current.No, Voters - 1)));
        Assert.Throws<HallStuck>(() => hall.Do(hall.Conduct.EnterParticipants(Meetings.Scrutineer, hall.Current.No, Members)));
        Assert.Equal((RoundPhase.Counted, 0), (hall.Current.Phase, hall.Current.TriesLeft));
        hall.Do(hall.Conduct.AllowRecheck(Meetings.Chair, hall.Current.No));
        Assert.Equal([RoundPhase.Prepared, RoundPhase.Open, RoundPhase.Closing, RoundPhase.Closed, RoundPhase.Counted], phases.Distinct());

        watch.Seen = (round, pictures) =>
        {
            Assert.All(Desks, desk => AssertFigures(pictures[desk], round));
            AssertNothing(pictures, round, Audience.Screen);
        };
        hall.Do(hall.Conduct.EnterParticipants(Meetings.Scrutineer, hall.Current.No, Voters));
        hall.Do(hall.Conduct.Confirm(Meetings.Scrutineer, hall.Current.No, null));
        Assert.Equal(RoundPhase.Confirmed, hall.Current.Phase);
        watch.Seen = (round, pictures) => Assert.All(ShownTo, audience => AssertFigures(pictures[audience], round));
        hall.Do(hall.Conduct.ShowResult(Meetings.Chair, hall.Current.No));
        hall.Do(hall.Conduct.Declare(Meetings.Chair, hall.Current.No));
    }

    [Fact]
    public void A_secret_round_declared_void_takes_its_figures_with_it()
    {
        using VirtualHall hall = Gathered();
        PictureWatch watch = new(hall);
        watch.Seen = (round, pictures) => AssertNothing(pictures, round, ShownTo);
        Ballot(hall, "3");
        hall.Do(hall.Conduct.Void(Meetings.Chair, hall.Current.No, VoidReason.ChairDecision, ""));
        Assert.Equal(RoundPhase.Voided, hall.Current.Phase);
        AssertNothing(watch.Now(), hall.Current, ShownTo);
    }

    [Fact]
    public void Of_a_named_round_nothing_is_shown_before_the_close_and_on_the_wall_nothing_before_the_chair_shows_it()
    {
        using VirtualHall hall = Gathered();
        PictureWatch watch = new(hall);
        HashSet<RoundPhase> phases = [];
        watch.Seen = (round, pictures) =>
        {
            phases.Add(round.Phase);
            if (round.Counted is null)
                AssertNothing(pictures, round, ShownTo);
            else
                Assert.All(Desks, desk => AssertFigures(pictures[desk], round));
            if (round.Shown is null)
                AssertNothing(pictures, round, Audience.Screen);
            else
                AssertFigures(pictures[Audience.Screen], round);
        };
        Ballot(hall, "2");
        hall.Do(hall.Conduct.ShowResult(Meetings.Chair, hall.Current.No));
        Assert.Superset(new HashSet<RoundPhase> { RoundPhase.Prepared, RoundPhase.Open, RoundPhase.Closing, RoundPhase.Counted }, phases);
        Assert.NotNull(hall.Current.Shown);
    }

    /// <summary>Who presses is no business of the technician's: from the opening to the last press not one byte of the picture moves.</summary>
    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    public void The_technician_sees_nothing_of_a_vote(string item)
    {
        using VirtualHall hall = Gathered();
        PictureWatch watch = new(hall);
        HashSet<string> whileOpen = [];
        HashSet<int> presses = [];
        watch.Seen = (round, pictures) =>
        {
            Assert.Empty(Figures.FieldsIn(pictures[Audience.Technician], round.No.Value));
            if (round.Phase != RoundPhase.Open)
                return;
            whileOpen.Add(pictures[Audience.Technician].GetRawText());
            presses.Add(round.Box.Count);
        };
        Ballot(hall, item);
        hall.Do(hall.Conduct.Confirm(Meetings.Scrutineer, hall.Current.No, Voters));
        hall.Do(hall.Conduct.Declare(Meetings.Chair, hall.Current.No));
        Assert.Single(whileOpen);
        Assert.Contains(0, presses);
        Assert.Contains(Voters, presses);
    }

    private static VirtualHall Gathered()
    {
        VirtualHall hall = new(
            Members, 2, [Meetings.RollCallItem, Meetings.MotionItem("2", RoundMode.Named), Meetings.MotionItem("3", RoundMode.Secret)]);
        VirtualHallTests.Gather(hall);
        VirtualHallTests.RollCall(hall, present: Members);
        return hall;
    }

    /// <summary>Prepared, opened, voted and closed, up to the count.</summary>
    private static void Ballot(VirtualHall hall, string item)
    {
        VirtualHallTests.Open(hall, item);
        Press(hall, 0, For, KeypadKey.For);
        Press(hall, For, Against, KeypadKey.Against);
        Press(hall, For + Against, Abstain, KeypadKey.Abstain);
        hall.Do(hall.Conduct.Close(Meetings.Chair, hall.Current.No));
        hall.RunUntil(() => hall.Current.Phase == RoundPhase.Counted, 20_000, "counted");
        RowTally sums = hall.Current.Counted!.Tally.Rows[0];
        Assert.Equal((For, Against, Abstain), (sums.For, sums.Against, sums.Abstain));
    }

    private static void Press(VirtualHall hall, int first, int count, KeypadKey key)
    {
        // Half of them twice: a choice changed leaves no trace either.
        hall.PressAll(Enumerable.Range(first, count / 2).Select(i => (i, key == KeypadKey.For ? KeypadKey.Against : KeypadKey.For)));
        hall.RunFor(500);
        hall.PressAll(Enumerable.Range(first, count).Select(i => (i, key)));
        hall.RunUntil(() => hall.Current.Box.Count == first + count, 10_000, "presses held");
        hall.RunFor(500);
    }

    private static void AssertNothing(IReadOnlyDictionary<Audience, JsonElement> pictures, Round round, params Audience[] audiences)
    {
        foreach (Audience audience in audiences)
        {
            string where = $"{audience}, {round.Phase}, {round.Box.Count} pressed";
            Assert.Equal([where], [where, .. Figures.FieldsIn(pictures[audience], round.No.Value)]);
            // 11 and 7 and 5 also count presses while they come in one by one.
            if (round.Box.Count is 0 or For + Against or Voters)
                Assert.Equal([where], [where, .. Figures.NumbersIn(pictures[audience], round.No.Value, For, Against, Abstain)]);
        }
    }

    private static void AssertFigures(JsonElement picture, Round round)
    {
        IReadOnlyList<string> names = [.. Figures.FieldsIn(picture, round.No.Value).Select(path => path[(path.LastIndexOf('.') + 1)..])];
        Assert.Contains("for", names);
        Assert.Contains("against", names);
        Assert.Contains("abstain", names);
        foreach (int figure in (int[])[For, Against, Abstain])
            Assert.NotEmpty(Figures.NumbersIn(picture, round.No.Value, figure));
    }
}
