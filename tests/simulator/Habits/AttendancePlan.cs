namespace VotingHall.Simulator;

/// <summary>出席安排: who of a hall stays away, and how those present vote on papers they come to see. Used when people conduct the meeting by hand.</summary>
/// <param name="Seed">Seed of everything the habits leave open.</param>
/// <param name="Away">Seats nobody comes to.</param>
/// <param name="Habits">The first that fits a paper decides.</param>
public sealed record AttendancePlan(long Seed, IReadOnlyList<string> Away, IReadOnlyList<Habit> Habits)
{
    /// <summary>Number of the habit for this paper, from 1, or 0 when none fits. <paramref name="timesSeen"/> counts the papers so far that a habit would know.</summary>
    public int HabitFor(PaperView paper, Func<HabitPaper, int> timesSeen)
    {
        for (int i = 0; i < Habits.Count; i++)
            if (Habits[i].Paper.Fits(paper) && Habits[i].IsTime(timesSeen(Habits[i].Paper)))
                return i + 1;
        return 0;
    }
}

/// <summary>习惯: exact figures for a paper.</summary>
/// <param name="Times">At which openings of such a paper, counted from 1; empty = at every one.</param>
public sealed record Habit(HabitPaper Paper, IReadOnlyList<int> Times, BallotFigures Figures)
{
    public bool IsTime(int time) => Times.Count == 0 || Times.Contains(time);
}
