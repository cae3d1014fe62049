using Xunit;

namespace VotingHall.Link.Tests;

/// <summary>Aim: masked ballots survive cutting, joining and storing unchanged; whatever is not canonical is refused.</summary>
public sealed class MaskedBallotTests
{
    [Theory]
    [InlineData(30, 3, 16, 2)]
    [InlineData(60, 3, 12, 2)]
    [InlineData(128, 5, 16, 8)]
    [InlineData(1, 3, 12, 1)]
    public void Pieces_join_to_the_ballot(int rows, int options, byte laneBits, int pieces)
    {
        BallotShape shape = TestPapers.Shape(rows, options, laneBits);
        byte[] payload = KeypadBallot.Payload(
            SampleHall.Suite, SampleHall.VoteKey, SampleHall.MaskGroup, SampleHall.Secret, shape, SampleHall.Press, [1]);
        byte[] filled = [.. payload, .. new byte[(shape.Pieces * shape.PieceBytes) - payload.Length]];
        List<byte[]> cut = [.. filled.Chunk(shape.PieceBytes)];
        Assert.Equal((pieces, pieces), (shape.Pieces, cut.Count));
        Assert.True(MaskedBallot.TryJoin(shape, SampleHall.Press, cut, out MaskedBallot? ballot));
        Assert.Equal(payload, ballot.Write()[8..]);
        Assert.True(MaskedBallot.TryRead(ballot.Write(), out MaskedBallot? stored));
        Assert.True(stored.SameAs(ballot));
        Assert.Equal("masked ballot", stored.ToString());
        Assert.False(MaskedBallot.TryJoin(shape, SampleHall.Press, cut[1..], out _));
        if (filled.Length > payload.Length)
        {
            cut[^1][^1] = 1;
            Assert.False(MaskedBallot.TryJoin(shape, SampleHall.Press, cut, out _));
        }
    }

    [Fact]
    public void An_element_that_is_not_below_p_is_refused()
    {
        byte[] payload = new byte[24];
        Assert.True(MaskedBallot.TryParse(SampleHall.Press, payload, 1, out _));
        foreach (int offset in new[] { 8, 16 })
        {
            byte[] high = [.. payload];
            BitConverter.TryWriteBytes(high.AsSpan(offset), Field61.P);
            Assert.False(MaskedBallot.TryParse(SampleHall.Press, high, 1, out _));
        }

        Assert.False(MaskedBallot.TryParse(SampleHall.Press, payload, 2, out _));
        Assert.False(MaskedBallot.TryRead([0, 0, 1, 0, 0, 0, 0, 0, .. payload], out _));
    }

    [Fact]
    public void The_field_agrees_with_big_integers()
    {
        Random random = new(61);
        for (int i = 0; i < 10_000; i++)
        {
            ulong left = (ulong)random.NextInt64() % Field61.P;
            ulong right = i % 3 == 0 ? Field61.P - 1 : (ulong)random.NextInt64() % Field61.P;
            UInt128 p = Field61.P;
            Assert.Equal((ulong)(((UInt128)left + right) % p), Field61.Add(left, right));
            Assert.Equal((ulong)(((UInt128)left + p - right) % p), Field61.Subtract(left, right));
            Assert.Equal((ulong)((UInt128)left * right % p), Field61.Multiply(left, right));
        }
    }

    [Fact]
    public void Requests_and_answers_read_back_and_their_parsers_are_total()
    {
        SecretRound round = new(TestPapers.Layout(1, 3), keypads: 7);
        List<UrnBallot> urn = round.CastAll(1, 3);
        urn[6] = urn[6] with { Final = null };
        round.Released.Add(round.Uids[6]);
        TallyRequest request = round.Request(urn.AsEnumerable().Reverse());
        byte[] bytes = request.Write();
        Assert.True(TallyRequest.TryParse(bytes, out TallyRequest? read));
        Assert.Equal(bytes, read.Write());
        Assert.Equal(request.ListDigest(SampleHall.Suite), read.ListDigest(SampleHall.Suite));
        byte[] answer = Assert.IsType<StationAnswer.Tallied>(round.Tally(read)).Tally.Write();
        Assert.True(TallyAnswer.TryParse(answer, out TallyAnswer? tally));
        Assert.Equal(answer, tally.Write());
        Fuzz.Run(100_000, bytes, mutated => Assert.True(
            !TallyRequest.TryParse(mutated, out TallyRequest? again) || mutated.SequenceEqual(again.Write())));
        Fuzz.Run(100_000, answer, mutated => Assert.True(
            !TallyAnswer.TryParse(mutated, out TallyAnswer? again) || mutated.SequenceEqual(again.Write())));
        Fuzz.Run(100_000, urn[0].Ballot.Write(), mutated => Assert.True(
            !MaskedBallot.TryRead(mutated, out MaskedBallot? again) || mutated.SequenceEqual(again.Write())));
    }

    /// <summary>Found by the mutations: after a refused field the rest was read for ever.</summary>
    [Fact]
    public void A_refused_entry_ends_the_parsing()
    {
        SecretRound round = new(TestPapers.Layout(1, 3));
        byte[] bytes = round.Request(round.CastAll(1, 3)).Write();
        bytes[44 + 24] = 2;
        Assert.False(TallyRequest.TryParse(bytes, out _));
    }

    [Fact]
    public void Two_ballots_of_one_keypad_never_enter_a_sum()
    {
        SecretRound round = new(TestPapers.Layout(1, 3));
        List<UrnBallot> urn = round.CastAll(1, 3);
        Assert.Throws<ArgumentException>(() => round.Request([.. urn, urn[0]]));
    }
}
