using Xunit;

namespace VotingHall.Link.Tests;

/// <summary>Aim: every payload and link message has the size of the protocol, reads back unchanged, and its parser is total.</summary>
public sealed class PayloadTests
{
    public static TheoryData<string> Names { get; } = [.. All.Select(sample => sample.Name)];

    private static IEnumerable<Samples.Sample> All => Samples.Payloads.Concat(Samples.Messages);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_its_size_and_reads_back(string name)
    {
        Samples.Sample sample = All.Single(one => one.Name == name);
        Assert.Equal(sample.Size, sample.Bytes.Length);
        Assert.Equal(sample.Bytes, sample.Rewrite(sample.Bytes));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Another_length_is_refused_unless_the_kind_has_a_variable_end(string name)
    {
        Samples.Sample sample = All.Single(one => one.Name == name);
        string[] variable = ["IDLE", "SEND", "LINE_RX", "STATS"];
        for (int length = 0; length < sample.Bytes.Length && !variable.Contains(name); length++)
        {
            Assert.Null(sample.Rewrite(sample.Bytes.AsSpan(0, length)));
        }

        Assert.True(name is "IDLE" || sample.Rewrite([.. sample.Bytes, 0]) is null);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Random_and_mutated_bytes_never_throw_and_never_change_meaning(string name)
    {
        Samples.Sample sample = All.Single(one => one.Name == name);
        Fuzz.Run(100_000, sample.Bytes, bytes =>
        {
            byte[]? again = sample.Rewrite(bytes);
            Assert.True(again is null || bytes.SequenceEqual(again), name);
        });
    }

    [Fact]
    public void Bodies_have_the_sizes_of_the_protocol()
    {
        Assert.Equal(55 - 4, RecollectSize(250));
        Assert.Equal(230 - 24, new AckVecPayload(1, 1, new ushort[100]).Write().Length);
        Assert.Equal((25, 17), (MacVecPayload.CountMax(MacVecType.Counted), MacVecPayload.CountMax(MacVecType.Destroy)));
        Assert.Throws<ArgumentException>(() => new AckVecPayload(1, 1, new ushort[101]).Write());
        Assert.Throws<ArgumentException>(() => new AckVecPayload(1, 200, new ushort[60]).Write());
    }

    private static int RecollectSize(byte count) => new RecollectPayload(
        new CollectPayload(1, 1, 1, CollectWhat.Vote, 0, 23, 1120, 20, 1, count, 0), new byte[(count + 7) / 8]).Write().Length;
}
