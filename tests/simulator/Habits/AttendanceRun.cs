namespace VotingHall.Simulator;

/// <summary>
/// 代表出席: members who attend one meeting by themselves. They know no script and no server: they see what their keypads show, and when a round opens
/// there they press as their habits or the seed have it. So a round may be void and repeated, and the server may restart.
/// Deterministic: the same openings at the same times give the same presses.
/// </summary>
public sealed class AttendanceRun : IVenueRun
{
    /// <summary>Until then the opening has reached every keypad it reaches at once; nobody has pressed yet.</summary>
    private const long SettledUs = 1_000_000;

    private readonly IReadOnlyList<SimulatedHall> bridges;
    private readonly AttendancePlan plan;
    private readonly Action<string> note;
    private readonly List<(string Seat, KeypadPlace Place)> present;
    private readonly KeypadView[][] views;
    private readonly Dictionary<HabitPaper, int> timesSeen = [];
    private readonly Dictionary<string, SeatInRound> seats = new(StringComparer.Ordinal);
    private uint round;
    private long openedAt;
    private RoundIntentions? intentions;

    /// <param name="places">All seats with their keypads, in the order of the meeting.</param>
    /// <param name="note">Told in one line what a round is met with, never a choice.</param>
    public AttendanceRun(IReadOnlyList<SimulatedHall> bridges, IReadOnlyList<(string Seat, KeypadPlace Place)> places, AttendancePlan plan, Action<string> note)
    {
        this.bridges = bridges;
        this.plan = plan;
        this.note = note;
        HashSet<string> away = new(plan.Away, StringComparer.Ordinal);
        present = [.. places.Where(place => !away.Contains(place.Seat))];
        views = [.. bridges.Select(hall => new KeypadView[hall.Keypads])];
    }

    /// <inheritdoc />
    public void Tick(long nowUs)
    {
        for (int bridge = 0; bridge < views.Length; bridge++)
            bridges[bridge].Views(views[bridge]);
        FollowRounds(nowUs);
        if (round == 0 || nowUs < openedAt + SettledUs || (intentions is null && !MakeUpMinds()))
            return;
        foreach ((string seat, KeypadPlace place) in present)
        {
            KeypadView view = ViewOf(place);
            if (!seats.TryGetValue(seat, out SeatInRound? member))
            {
                if (!view.IsOpen || view.Round != round || PaperAt(place) is not { } paper)
                    continue;
                IReadOnlyList<PlannedPress> late = intentions!.Habit > 0 ? [] : RoundIntentions.Late(paper, DrawFor(1 + seats.Count));
                seats[seat] = member = new SeatInRound(bridges[place.Bridge], place.Keypad, round, late);
            }
            member.Act(nowUs, view);
        }
    }

    /// <summary>Numbers only rise: a keypad that missed a close still shows an earlier round.</summary>
    private void FollowRounds(long nowUs)
    {
        uint highest = round;
        foreach ((string _, KeypadPlace place) in present)
            if (ViewOf(place) is { IsOpen: true } view)
                highest = Math.Max(highest, view.Round);
        if (highest == round)
            return;
        round = highest;
        openedAt = nowUs;
        intentions = null;
        seats.Clear();
    }

    /// <summary>False when no keypad has the paper yet.</summary>
    private bool MakeUpMinds()
    {
        List<(string Seat, KeypadPlace Place, PaperView Paper)> open = [];
        foreach ((string seat, KeypadPlace place) in present)
            if (ViewOf(place) is { IsOpen: true } view && view.Round == round && PaperAt(place) is { } paper)
                open.Add((seat, place, paper));
        if (open.Count == 0)
            return false;
        PaperView inHand = open[0].Paper;
        foreach (HabitPaper known in plan.Habits.Select(habit => habit.Paper).Distinct().Where(known => known.Fits(inHand)))
            timesSeen[known] = timesSeen.GetValueOrDefault(known) + 1;
        int habit = plan.HabitFor(inHand, known => timesSeen[known]);
        intentions = RoundIntentions.Of(inHand, [.. open.Select(one => one.Seat)], (habit, habit > 0 ? plan.Habits[habit - 1].Figures : null), DrawFor(0));
        foreach ((string seat, KeypadPlace place, PaperView _) in open)
            seats[seat] = new SeatInRound(bridges[place.Bridge], place.Keypad, round, intentions.Presses.GetValueOrDefault(seat) ?? []);
        note($"round {round}: {(intentions.Habit > 0 ? $"habit {intentions.Habit}" : "drawn")}, {intentions.Presses.Count} of {open.Count} will press");
        return true;
    }

    private Draw DrawFor(int seat) => new(unchecked((plan.Seed * 1_000_003) + (round * 10_007L) + seat));

    private KeypadView ViewOf(KeypadPlace place) => views[place.Bridge][place.Keypad];

    private PaperView? PaperAt(KeypadPlace place) => bridges[place.Bridge].Paper(place.Keypad);
}
