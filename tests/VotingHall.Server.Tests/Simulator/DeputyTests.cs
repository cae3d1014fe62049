using VotingHall.Link;
using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Server.Tests.Simulator;

/// <summary>Deputies press real keys until the keypad has cast what they want; the votes are read as the server reads them.</summary>
public sealed class DeputyTests
{
    private static readonly string[] ThreeOptions = ["for", "against", "abstain"];
    private static readonly string[] FourOptions = ["for", "against", "abstain", "other"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_question_pressed_and_changed(bool castsAtOnce)
    {
        using AdmittedLine line = new(4, 11);
        line.Open(new PaperLayout("report", castsAtOnce, false, false, 12, [new PaperGroupLayout(["report"], ThreeOptions, PaperGroupForm.Refused, 0, 1, 0)]));
        line.Run(Member(line, 0, 1), Member(line, 1, 2), Member(line, 2, 3));
        Assert.Equal([1, 2, 3, 0], Single(line));
        line.Run(Member(line, 0, 3), Member(line, 2, 1));
        Assert.Equal([3, 2, 1, 0], Single(line));
    }

    [Fact]
    public void List_of_candidates_with_limit_and_a_fourth_option()
    {
        using AdmittedLine line = new(3, 12);
        line.Open(new PaperLayout("election", false, false, false, 12,
            [new PaperGroupLayout(["a", "b", "c", "d"], FourOptions, PaperGroupForm.Refused, 0, 3, 0, 0b1001)]));
        line.Run(Member(line, 0, 1, 1, 1, 2), Member(line, 1, 2, 4, 3, 1), Member(line, 2, 1, 1, 2, 3));
        AssertMarks(line, [[1, 1, 1, 2], [2, 4, 3, 1], [1, 1, 2, 3]]);
        // The change frees a place before it takes one: no over-vote on the way.
        line.Run(Member(line, 0, 2, 1, 1, 1), Member(line, 1, 1, 1, 3, 2));
        AssertMarks(line, [[2, 1, 1, 1], [1, 1, 3, 2], [1, 1, 2, 3]]);
    }

    [Fact]
    public void Pick_list_keeps_rows_left_alone()
    {
        using AdmittedLine line = new(2, 13);
        line.Open(new PaperLayout("projects", false, false, false, 12,
            [new PaperGroupLayout(["a", "b", "c", "d", "e"], ["pick"], PaperGroupForm.None, 0, 3, 0)]));
        line.Run(Member(line, 0, 1, 0, 1, 0, 1), Member(line, 1, 0, 0, 0, 1, 0));
        AssertMarks(line, [[1, 0, 1, 0, 1], [0, 0, 0, 1, 0]]);
    }

    private static Deputy Member(AdmittedLine line, int keypad, params int[] marks) => new(line.Hall, keypad, marks);

    private static int[] Single(AdmittedLine line) => [.. line.Collect(1).Select(marks => marks is null ? 0 : marks[0])];

    private static void AssertMarks(AdmittedLine line, int[][] expected)
    {
        IReadOnlyList<int[]?> collected = line.Collect(expected[0].Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], collected[i]);
    }
}
