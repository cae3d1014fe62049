namespace VotingHall.Simulator;

/// <summary>
/// 随意的一票: plausible ballots for a paper nobody has planned: about 93 of 100 for, 3 against, 2 abstain, 2 not pressed; where fewer rows may be chosen
/// than there are, the favourites of the hall get most of the marks. Keeps the limits of the paper.
/// </summary>
internal sealed class BallotDraw
{
    private const int Favour = 60;
    private const int Taste = 100;

    private readonly PaperView paper;
    private readonly Draw draw;
    private readonly int[][] favour;

    public BallotDraw(PaperView paper, Draw draw)
    {
        this.paper = paper;
        this.draw = draw;
        favour = [.. paper.Groups.Select(group => draw.Shuffle(Enumerable.Range(0, group.Rows).Select(rank => rank * Favour / group.Rows)))];
    }

    /// <summary>Whether the next seat presses at all.</summary>
    public bool Presses() => draw.Below(100) >= 2;

    /// <summary>Marks of the next seat that presses.</summary>
    public IReadOnlyList<int> Marks() => [.. paper.Groups.SelectMany((group, i) => group.MaxFor < group.Rows ? Chosen(group, favour[i]) : Free(group))];

    private int[] Free(PaperGroupView group)
    {
        int[] marks = [.. Enumerable.Range(0, group.Rows).Select(_ => Option(draw.Below(98) switch { < 93 => 1, < 96 => 2, _ => 3 }, group))];
        return marks.Count(mark => mark == 1) >= group.MinFor ? marks : [.. marks.Select(_ => 1)];
    }

    private int[] Chosen(PaperGroupView group, int[] favourOf)
    {
        int[] marks = [.. Enumerable.Range(0, group.Rows).Select(_ => Option(draw.Below(10) < 7 ? 2 : 3, group))];
        int[] best = [.. Enumerable.Range(0, group.Rows).OrderByDescending(row => favourOf[row] + draw.Below(Taste))];
        int chosen = group.MaxFor;
        while (chosen > group.MinFor && chosen > 0 && draw.Below(100) < 7)
            chosen--;
        foreach (int row in best.Take(chosen))
            marks[row] = 1;
        return marks;
    }

    /// <summary>An option the rows do not offer is taken for the last they do; a list to pick from leaves the row alone.</summary>
    private static int Option(int wanted, PaperGroupView group) =>
        wanted > 1 && group.Options == 1 ? 0 : Math.Min(wanted, group.Options);
}
