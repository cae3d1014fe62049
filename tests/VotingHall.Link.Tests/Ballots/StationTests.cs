using Xunit;

namespace VotingHall.Link.Tests;

/// <summary>Aim: the station gives exact sums of a whole round and refuses every altered request at the step the protocol names.</summary>
public sealed class StationTests
{
    [Theory]
    [InlineData(1, 3, 12)]
    [InlineData(1, 4, 16)]
    [InlineData(10, 3, 12)]
    [InlineData(10, 3, 16)]
    [InlineData(30, 3, 12)]
    [InlineData(30, 3, 16)]
    [InlineData(12, 1, 12)]
    [InlineData(12, 1, 16)]
    public void Twenty_keypads_give_exact_sums(int rows, int options, byte laneBits)
    {
        SecretRound round = new(TestPapers.Layout(rows, options, laneBits));
        TallyAnswer tally = Assert.IsType<StationAnswer.Tallied>(round.Tally(round.CastAll(rows, options))).Tally;
        for (int row = 0; row < rows; row++)
        {
            for (int option = 1; option <= options; option++)
            {
                int expected = Enumerable.Range(0, 20).Count(i => SecretRound.OptionOf(i, row, options) == option);
                Assert.Equal(expected, tally.Counts[round.Shape.Counter(row, option)]);
            }
        }

        Assert.Equal((20, 0), (tally.Participants, tally.Unattested));
        Assert.All(tally.Counted, counted => Assert.Equal(
            BallotKeys.Counted(SampleHall.Suite, round.VoteKey(counted.Uid), SampleHall.Press), counted.Code));
    }

    [Fact]
    public void The_same_list_is_answered_again_and_no_other()
    {
        SecretRound round = new(TestPapers.Layout(1, 3));
        List<UrnBallot> urn = round.CastAll(1, 3);
        StationAnswer.Tallied first = Assert.IsType<StationAnswer.Tallied>(round.Tally(urn));
        Assert.True(Station.TryRestore(SampleHall.Suite, new StationPolicy(), round.Register, round.Register.Keys, out Station? restored));
        round.Station = restored;
        StationAnswer.Tallied second = Assert.IsType<StationAnswer.Tallied>(round.Tally(urn));
        Assert.Equal(first.Tally.Write(), second.Tally.Write());
        AssertRefused(round.Tally(urn[1..]), StationRefusal.OtherListAnswered, 8);
    }

    [Fact]
    public void Altered_rounds_are_refused_at_step_2()
    {
        SecretRound round = new(TestPapers.Layout(1, 3));
        TallyRequest request = round.Request(round.CastAll(1, 3));
        AssertRefused(round.Station.Tally(round.Round with { Rule = 1 }, request, round.Released, 20), StationRefusal.ContextDiffers, 2);
        AssertRefused(round.Station.Tally(round.Round with { Round = 8 }, request, round.Released, 20), StationRefusal.ContextDiffers, 2);
        AssertRefused(round.Station.Tally(round.Round with { Mode = 0x82 }, request, round.Released, 20), StationRefusal.ContextDiffers, 2);
        AssertRefused(round.Station.Tally(round.Round with { Mode = 1 }, request, round.Released, 20), StationRefusal.RoundNotSecret, 2);
        AssertRefused(round.Station.Tally(round.Round with { Paper = new byte[40] }, request, round.Released, 20), StationRefusal.PaperBad, 2);
        Assert.Equal(0, round.Register.ListsHeld);
    }

    [Fact]
    public void Altered_lists_are_refused_at_step_3()
    {
        SecretRound round = new(TestPapers.Layout(1, 3));
        List<UrnBallot> urn = round.CastAll(1, 3);
        byte[] bytes = round.Request(urn).Write();
        (byte[] swapped, byte[] doubled, byte[] stranger) = ([.. bytes], [.. bytes], [.. bytes]);
        bytes.AsSpan(44, 37).CopyTo(swapped.AsSpan(44 + 37));
        bytes.AsSpan(44 + 37, 37).CopyTo(swapped.AsSpan(44));
        bytes.AsSpan(44, 37).CopyTo(doubled.AsSpan(44 + 37));
        stranger[44] = 0;
        stranger[44 + 7] = 0;
        AssertRefused(round.Tally(Parse(swapped)), StationRefusal.ListUnsorted, 3);
        AssertRefused(round.Tally(Parse(doubled)), StationRefusal.ListUnsorted, 3);
        AssertRefused(round.Tally(Parse(stranger)), StationRefusal.KeypadNotCommissioned, 3);
        StationRound narrow = round.Round with { Eligible = round.Uids.Skip(1).ToHashSet() };
        StationAnswer.Refused refused = AssertRefused(
            round.Station.Tally(narrow, round.Request(urn), round.Released, 20), StationRefusal.KeypadNotEligible, 3);
        Assert.Equal([round.Uids[0]], refused.Keypads);
    }

    [Fact]
    public void Bad_proofs_are_refused_at_steps_4_to_6_and_named()
    {
        SecretRound round = new(TestPapers.Layout(1, 3));
        List<UrnBallot> urn = round.CastAll(1, 3);
        byte[] bytes = round.Request(urn).Write();
        int third = 44 + (2 * 37);
        (byte[] part, byte[] press, byte[] final) = ([.. bytes], [.. bytes], [.. bytes]);
        part[third + 16] ^= 1;
        press[third + 8] ^= 1;
        final[third + 25] ^= 1;
        Assert.Equal([round.Uids[2]], AssertRefused(round.Tally(Parse(part)), StationRefusal.PartBad, 4).Keypads);
        Assert.Equal([round.Uids[2]], AssertRefused(round.Tally(Parse(press)), StationRefusal.PartBad, 4).Keypads);
        Assert.Equal([round.Uids[2]], AssertRefused(round.Tally(Parse(final)), StationRefusal.FinalBad, 6).Keypads);

        urn[2] = urn[2] with { Final = null };
        Assert.Equal([round.Uids[2]], AssertRefused(round.Tally(urn), StationRefusal.FinalNotReleased, 6).Keypads);
        round.Released.UnionWith(round.Uids);
        AssertRefused(
            round.Tally([.. urn[..5], urn[5] with { Final = null }, .. urn[6..]]), StationRefusal.TooManyWithoutFinal, 6);
        Assert.Equal(0, round.Register.ListsHeld);
        Assert.Equal(1, Assert.IsType<StationAnswer.Tallied>(round.Tally(urn)).Tally.Unattested);
    }

    [Fact]
    public void Numbers_are_checked_at_step_7()
    {
        SecretRound round = new(TestPapers.Layout(1, 3));
        List<UrnBallot> urn = round.CastAll(1, 3);
        AssertRefused(round.Tally(urn[..6]), StationRefusal.TooFewParticipants, 7);
        AssertRefused(round.Tally(round.Request(urn), typed: 19), StationRefusal.ParticipationDiffers, 7);
        Assert.IsType<StationAnswer.Tallied>(round.Tally(urn[..7]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SecretRound(TestPapers.Layout(1, 3), policy: new StationPolicy(1)));
    }

    [Fact]
    public void Any_altered_sum_breaks_the_tag_equation_at_step_9()
    {
        SecretRound round = new(TestPapers.Layout(10, 3));
        byte[] bytes = round.Request(round.CastAll(10, 3)).Write();
        int sums = bytes.Length - (8 * (round.Shape.Words + 1));
        int refused = 0;
        for (int bit = 8 * sums; bit < 8 * bytes.Length; bit++)
        {
            byte[] changed = [.. bytes];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            if (TallyRequest.TryParse(changed, out TallyRequest? request))
            {
                SecretRound fresh = new(TestPapers.Layout(10, 3));
                AssertRefused(fresh.Tally(request), StationRefusal.TagEquationFails, 9);
                refused++;
            }
        }

        Assert.InRange(refused, 61 * 6, 64 * 7);
    }

    [Fact]
    public void A_vote_moved_between_lanes_breaks_step_9()
    {
        SecretRound round = new(TestPapers.Layout(1, 3));
        List<UrnBallot> urn = round.CastAll(1, 3);
        byte[] stored = urn[4].Ballot.Write();
        ulong word = Field61.Add(urn[4].Ballot.Words[0], Field61.Subtract(1UL << 12, 1));
        BitConverter.TryWriteBytes(stored.AsSpan(24), word);
        Assert.True(MaskedBallot.TryRead(stored, out MaskedBallot? moved));
        urn[4] = urn[4] with { Ballot = moved };
        AssertRefused(round.Tally(urn), StationRefusal.TagEquationFails, 9);
        Assert.Equal(1, round.Register.ListsHeld);
    }

    [Fact]
    public void A_keypad_that_encodes_nonsense_makes_step_10_fail()
    {
        AssertRefused(TallyWith(TestPapers.Layout(1, 3), 2), StationRefusal.RowSumWrong, 10);
        AssertRefused(TallyWith(TestPapers.Layout(1, 3), 1UL << 36), StationRefusal.LaneOverflow, 10);
        AssertRefused(TallyWith(TestPapers.Layout(1, 3), 1UL << 60), StationRefusal.LaneOverflow, 10);
        AssertRefused(TallyWith(TestPapers.Layout(1, 3), 30), StationRefusal.LaneOverflow, 10);
        AssertRefused(TallyWith(TestPapers.Layout(3, 1, maxFor: 1), 0x1001001), StationRefusal.GroupLimitsBroken, 10);
        AssertRefused(TallyWith(TestPapers.Layout(3, 1, minFor: 1), 0), StationRefusal.GroupLimitsBroken, 10);
    }

    [Fact]
    public void A_spoiled_press_never_counts_and_a_late_spoil_opens_nothing()
    {
        SecretRound round = new(TestPapers.Layout(1, 3));
        List<UrnBallot> urn = round.CastAll(1, 3);
        WireUid uid = round.Uids[3];
        byte[] mac = BallotKeys.Spoil(SampleHall.Suite, round.VoteKey(uid), SampleHall.Press);
        Assert.Equal(SpoilAnswer.MacBad, round.Station.Spoil(round.Round, round.Uids[4], SampleHall.Press, mac));
        Assert.Equal(SpoilAnswer.Accepted, round.Station.Spoil(round.Round, uid, SampleHall.Press, mac));
        Assert.Equal(SpoilAnswer.Accepted, round.Station.Spoil(round.Round, uid, SampleHall.Press, mac));
        Assert.Equal([uid], AssertRefused(round.Tally(urn), StationRefusal.PressSpoiled, 5).Keypads);
        urn[3] = round.Cast(uid, new PressStamp(7, 4), KeypadBallot.Pack(round.Shape, [1]));
        Assert.IsType<StationAnswer.Tallied>(round.Tally(urn));
        byte[] late = BallotKeys.Spoil(SampleHall.Suite, round.VoteKey(round.Uids[5]), SampleHall.Press);
        Assert.Equal(SpoilAnswer.ListAnswered, round.Station.Spoil(round.Round, round.Uids[5], SampleHall.Press, late));
    }

    private static StationAnswer TallyWith(PaperLayout layout, ulong word)
    {
        SecretRound round = new(layout);
        int rows = layout.Groups[0].Rows.Count;
        int options = layout.Groups[0].Options.Count;
        List<UrnBallot> urn = options > 1
            ? round.CastAll(rows, options)
            : [.. round.Uids.Select(uid => round.Cast(uid, SampleHall.Press, [word]))];
        urn[0] = round.Cast(round.Uids[0], SampleHall.Press, [word]);
        return round.Tally(urn);
    }

    private static StationAnswer.Refused AssertRefused(StationAnswer answer, StationRefusal reason, int step)
    {
        StationAnswer.Refused refused = Assert.IsType<StationAnswer.Refused>(answer);
        Assert.Equal((reason, step), (refused.Reason, refused.Step));
        return refused;
    }

    private static TallyRequest Parse(byte[] bytes) => TallyRequest.TryParse(bytes, out TallyRequest? request)
        ? request
        : throw new InvalidOperationException("The altered request does not parse.");
}
