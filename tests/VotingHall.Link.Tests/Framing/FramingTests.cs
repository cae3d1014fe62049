using Xunit;

namespace VotingHall.Link.Tests;

/// <summary>Aim: framing is exact at its limits and total on any input.</summary>
public sealed class FramingTests
{
    [Fact]
    public void The_crc_has_its_check_value() => Assert.Equal(0x29B1, Crc16.Of("123456789"u8));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(253)]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(508)]
    [InlineData(600)]
    public void Cobs_round_trips_with_and_without_zeros(int length)
    {
        foreach (int step in new[] { 0, 1, 7, 254 })
        {
            byte[] bytes = [.. Enumerable.Range(0, length).Select(i => (byte)(step == 0 ? 0 : (i % step) + (step == 7 ? 0 : 1)))];
            byte[] coded = Cobs.Encode(bytes);
            Assert.DoesNotContain((byte)0, coded);
            byte[] decoded = new byte[coded.Length];
            Assert.True(Cobs.TryDecode(coded, decoded, out int count));
            Assert.Equal(bytes, decoded[..count]);
            Assert.True(length > 253 || coded.Length == length + 1);
        }
    }

    [Fact]
    public void Cobs_refuses_what_is_truncated_or_holds_a_zero()
    {
        byte[] room = new byte[300];
        Assert.False(Cobs.TryDecode([], room, out _));
        Assert.False(Cobs.TryDecode([3, 1], room, out _));
        Assert.False(Cobs.TryDecode([0], room, out _));
        Assert.False(Cobs.TryDecode([3, 1, 0], room, out _));
        Assert.False(Cobs.TryDecode([2, 1, 2, 1], new byte[2], out _));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(240, true)]
    [InlineData(241, false)]
    public void Bodies_pass_up_to_the_line_limit(int withCrc, bool fits)
    {
        byte[] body = SampleHall.Fill(7, withCrc - 2);
        byte[] wire = FrameWriter.Wire(body, FrameLimits.BridgeLink);
        Assert.Equal(withCrc + 3, wire.Length);
        FrameReader reader = new(FrameLimits.Line);
        Assert.Equal(fits ? 1 : 0, reader.Read(wire).Count);
        Assert.Equal(fits ? 0 : 1, reader.Oversize);
        if (!fits)
        {
            Assert.Throws<ArgumentException>(() => FrameWriter.Wire(body, FrameLimits.Line));
        }
    }

    [Fact]
    public void Frames_come_out_whatever_the_cuts_and_the_noise_between_them()
    {
        byte[] wire = FrameWriter.Wire([1, 2, 0, 0, 5], FrameLimits.Line);
        byte[] stream = [0xFF, .. wire, .. wire, 0, 0, 9, 9, .. wire, .. SampleHall.Fill(1, 300), .. wire];
        for (int piece = 1; piece < 20; piece++)
        {
            FrameReader reader = new(FrameLimits.Line);
            List<byte[]> bodies = [];
            foreach (byte[] part in stream.Chunk(piece))
            {
                bodies.AddRange(reader.Read(part));
            }

            Assert.Equal(4, bodies.Count);
            Assert.All(bodies, body => Assert.Equal([1, 2, 0, 0, 5], body));
            Assert.Equal((4, 2, 1), (reader.Good, reader.CobsBad, reader.Oversize));
        }
    }

    [Fact]
    public void A_changed_bit_is_caught_by_the_crc_or_the_stuffing()
    {
        byte[] wire = FrameWriter.Wire([1, 2, 0, 0, 5, 200, 4], FrameLimits.Line);
        for (int bit = 8; bit < 8 * (wire.Length - 1); bit++)
        {
            byte[] changed = [.. wire];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            FrameReader reader = new(FrameLimits.Line);
            Assert.Empty(reader.Read(changed));
            Assert.True(reader.Bad > 0);
        }
    }
}
