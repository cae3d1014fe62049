using Xunit;

namespace VotingHall.Link.Tests;

/// <summary>Aim: marks come out as pressed, and what no good firmware sends is refused by its name.</summary>
public sealed class ChoiceVectorTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(64, 32)]
    [InlineData(128, 64)]
    public void Marks_round_trip(int rows, int bytes)
    {
        PaperForm paper = TestPapers.Form(TestPapers.Layout(rows, 3, secret: false));
        byte[] options = [.. Enumerable.Range(0, rows).Select(row => (byte)(1 + (row % 3)))];
        byte[] vector = new ChoiceVector(options, []).Write();
        Assert.Equal((bytes, bytes), (vector.Length, paper.VectorBytes));
        Assert.True(ChoiceVector.TryParse(vector, paper, out ChoiceVector? read, out _));
        Assert.Equal(options, read.Options);
    }

    [Fact]
    public void The_low_nibble_is_the_first_row_and_an_unmarked_row_takes_its_option()
    {
        PaperForm paper = TestPapers.Form(TestPapers.Layout(3, 3, secret: false));
        Assert.True(ChoiceVector.TryParse([0x21, 0x00], paper, out ChoiceVector? read, out _));
        Assert.Equal([1, 2, 3], read.Options);
        PaperForm pick = TestPapers.Form(TestPapers.Layout(3, 1, secret: false));
        Assert.True(ChoiceVector.TryParse([0x01, 0x00], pick, out read, out _));
        Assert.Equal([1, 0, 0], read.Options);
    }

    [Fact]
    public void Write_ins_count_towards_the_limit()
    {
        PaperForm paper = TestPapers.Form(TestPapers.Layout(3, 3, secret: false, writeIns: 2, maxFor: 2));
        Assert.Equal(6, paper.VectorBytes);
        Assert.True(ChoiceVector.TryParse([0x21, 0x02, 0x0F, 0x27, 0, 0], paper, out ChoiceVector? read, out _));
        Assert.Equal([9999, 0], read.WriteIns);
        AssertRefused([0x11, 0x02, 0x0F, 0x27, 0, 0], paper, ChoiceRefusal.OverMaxFor);
        AssertRefused([0x21, 0x02, 0x10, 0x27, 0, 0], paper, ChoiceRefusal.WriteInOutOfRange);
        AssertRefused([0x22, 0x02, 7, 0, 7, 0], paper, ChoiceRefusal.WriteInTwice);
    }

    [Fact]
    public void What_no_firmware_sends_is_refused()
    {
        PaperForm paper = TestPapers.Form(TestPapers.Layout(3, 3, secret: false, maxFor: 2, minFor: 1));
        AssertRefused([0x11, 0x01], paper, ChoiceRefusal.OverMaxFor);
        AssertRefused([0x22, 0x02], paper, ChoiceRefusal.UnderMinFor);
        AssertRefused([0x41, 0x02], paper, ChoiceRefusal.OptionUnknown);
        AssertRefused([0xF1, 0x02], paper, ChoiceRefusal.OptionUnknown);
        AssertRefused([0x21, 0x12], paper, ChoiceRefusal.FillerNotZero);
        AssertRefused([0x21], paper, ChoiceRefusal.LengthWrong);
        AssertRefused([0x21, 0x02, 0x00], paper, ChoiceRefusal.LengthWrong);
        PaperLayout layout = TestPapers.Layout(2, 3, secret: false);
        PaperForm strict = TestPapers.Form(layout with { Groups = [layout.Groups[0] with { Unmarked = PaperGroupForm.Refused }] });
        AssertRefused([0x01], strict, ChoiceRefusal.RowUnmarked);
    }

    [Fact]
    public void Every_option_of_the_limit_mask_counts()
    {
        PaperLayout layout = TestPapers.Layout(2, 4, secret: false, maxFor: 1);
        PaperForm paper = TestPapers.Form(layout with { Groups = [layout.Groups[0] with { LimitMask = 0b1001 }] });
        AssertRefused([0x41], paper, ChoiceRefusal.OverMaxFor);
        Assert.True(ChoiceVector.TryParse([0x24], paper, out _, out _));
    }

    [Fact]
    public void Parsing_is_total()
    {
        PaperForm paper = TestPapers.Form(TestPapers.Layout(5, 3, secret: false, writeIns: 2));
        Fuzz.Run(100_000, [0x21, 0x13, 0x02, 5, 0, 6, 0], bytes =>
            Assert.Equal(ChoiceVector.TryParse(bytes, paper, out ChoiceVector? read, out ChoiceRefusal refusal), read is not null && refusal == 0));
    }

    private static void AssertRefused(byte[] bytes, PaperForm paper, ChoiceRefusal expected)
    {
        Assert.False(ChoiceVector.TryParse(bytes, paper, out _, out ChoiceRefusal refusal));
        Assert.Equal(expected, refusal);
    }
}
