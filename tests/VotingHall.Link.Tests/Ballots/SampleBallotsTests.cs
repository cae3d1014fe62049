using Xunit;

namespace VotingHall.Link.Tests;

/// <summary>Aim: lanes, masks, alphas and payloads agree with the six reference ballots.</summary>
public sealed class SampleBallotsTests
{
    [Fact]
    public void The_reference_ballots_come_out_byte_for_byte()
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> records = Vectors.Read("s2_ballot.txt");
        Assert.Equal(6, records.Count);
        Assert.All(records, record =>
        {
            BallotShape shape = TestPapers.Shape(record.Hex("Rows")[0], record.Hex("Options")[0], record.Hex("LaneBits")[0]);
            int[] choice = [.. record.Hex("Choice").Select(option => (int)option)];
            Assert.Equal(record["x"], Hex(KeypadBallot.Pack(shape, choice)));
            Assert.Equal(record["mask"], Hex(BallotKeys.Masks(SampleHall.Suite, SampleHall.VoteKey, SampleHall.Press, shape.Words)));
            Assert.Equal(record["alpha"], Hex(BallotKeys.Alpha(SampleHall.Suite, SampleHall.MaskGroup, SampleHall.Secret, shape.Words)));
            byte[] payload = KeypadBallot.Payload(
                SampleHall.Suite, SampleHall.VoteKey, SampleHall.MaskGroup, SampleHall.Secret, shape, SampleHall.Press, choice);
            Assert.Equal(record["Payload"], Convert.ToHexString(payload));
            Assert.True(MaskedBallot.TryParse(SampleHall.Press, payload, shape.Words, out _));
        });
    }

    private static string Hex(ulong[] words) => Convert.ToHexString([.. words.SelectMany(BitConverter.GetBytes)]);
}
