namespace VotingHall.Simulator;

/// <summary>一轮的打算: what every member present means to press in one round, and when, made from the paper in hand. All chance is from the seed.</summary>
/// <param name="Habit">Number of the habit followed, 0 = drawn.</param>
/// <param name="Presses">Per seat, in order of time; seats without any press nothing.</param>
internal sealed record RoundIntentions(int Habit, IReadOnlyDictionary<string, IReadOnlyList<PlannedPress>> Presses)
{
    /// <param name="seats">Where the round is open, in the order of the meeting.</param>
    /// <param name="habit">Number and figures that fit the paper, or 0 and null.</param>
    public static RoundIntentions Of(PaperView paper, IReadOnlyList<string> seats, (int Number, BallotFigures? Figures) habit, Draw draw)
    {
        BallotDraw drawn = new(paper, draw);
        PressTimes times = new(paper, draw);
        IReadOnlyList<SeatMarks>? planned = paper.Mode == PaperMode.SignIn ? null : habit.Figures?.Deal(seats, draw);
        Dictionary<string, IReadOnlyList<int>> ballots = (planned ?? Drawn(paper, seats, drawn)).ToDictionary(ballot => ballot.Seat, ballot => ballot.Marks);
        Dictionary<string, IReadOnlyList<PlannedPress>> presses = new(StringComparer.Ordinal);
        foreach (string seat in seats.Where(ballots.ContainsKey))
            presses[seat] = PressesOf(ballots[seat], drawn, times);
        return new RoundIntentions(planned is null ? 0 : habit.Number, presses);
    }

    /// <summary>A seat where the round opened after all others had made up their minds.</summary>
    public static IReadOnlyList<PlannedPress> Late(PaperView paper, Draw draw)
    {
        BallotDraw drawn = new(paper, draw);
        return paper.Mode == PaperMode.SignIn || drawn.Presses() ? PressesOf(MarksOf(paper, drawn), drawn, new PressTimes(paper, draw)) : [];
    }

    private static List<SeatMarks> Drawn(PaperView paper, IReadOnlyList<string> seats, BallotDraw drawn)
    {
        List<SeatMarks> ballots = [];
        foreach (string seat in seats)
            if (paper.Mode == PaperMode.SignIn || drawn.Presses())
                ballots.Add(new SeatMarks(seat, MarksOf(paper, drawn)));
        return ballots;
    }

    private static IReadOnlyList<int> MarksOf(PaperView paper, BallotDraw drawn) => paper.Mode == PaperMode.SignIn ? [1] : drawn.Marks();

    private static List<PlannedPress> PressesOf(IReadOnlyList<int> marks, BallotDraw drawn, PressTimes times)
    {
        int first = times.Next();
        return times.Change(first) is { } change ? [new(first, drawn.Marks()), new(change, marks)] : [new(first, marks)];
    }
}
