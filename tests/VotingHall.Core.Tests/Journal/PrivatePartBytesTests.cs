using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>Private parts survive their bytes; every other input is refused.</summary>
public sealed class PrivatePartBytesTests
{
    private static readonly PrivatePart Named = new PrivatePart.Named(
        new RoundNo(2), new KeypadUid(9), new NamedHolding(Samples.Press(3, 4), true, [Choice.For, null, Choice.Against], [new MemberId(12), default]));

    private static readonly PrivatePart Masked = new PrivatePart.Masked(
        new RoundNo(2), new KeypadUid(9), new MaskedHolding(Samples.Press(3, 4), false, new Octets([1, 2, 3])));

    [Fact]
    public void They_come_back_as_they_were()
    {
        foreach (PrivatePart part in new[] { Named, Masked })
        {
            Assert.True(PrivatePartBytes.TryRead(part.Round, part.Keypad, PrivatePartBytes.Write(part), out PrivatePart read));
            Assert.Equal(part, read);
        }
    }

    [Fact]
    public void Cut_or_lengthened_named_parts_are_refused()
    {
        byte[] bytes = PrivatePartBytes.Write(Named);
        for (int length = 0; length < bytes.Length; length++)
            Assert.False(PrivatePartBytes.TryRead(Named.Round, Named.Keypad, bytes.AsSpan(0, length), out _));
        Assert.False(PrivatePartBytes.TryRead(Named.Round, Named.Keypad, [.. bytes, 0], out _));
    }

    [Fact]
    public void Every_changed_byte_reads_as_itself_or_not_at_all()
    {
        foreach (PrivatePart part in new[] { Named, Masked })
            for (int at = 0; at < PrivatePartBytes.Write(part).Length; at++)
                for (int value = 0; value < 256; value++)
                {
                    byte[] changed = PrivatePartBytes.Write(part);
                    changed[at] = (byte)value;
                    if (PrivatePartBytes.TryRead(part.Round, part.Keypad, changed, out PrivatePart read))
                        Assert.Equal(changed, PrivatePartBytes.Write(read));
                }
    }
}
