namespace VotingHall.Simulator;

/// <summary>打算的一次按键: so many ms after the round opened at the keypad, these marks.</summary>
internal readonly record struct PlannedPress(int AtMs, IReadOnlyList<int> Marks);

/// <summary>
/// 一席在一轮中: what the member at one seat means to press in one round, and how far it has come. A press that the keypad does not hold (it restarted
/// meanwhile) is pressed again.
/// </summary>
/// <param name="presses">In order of time.</param>
internal sealed class SeatInRound(SimulatedHall hall, int keypad, uint round, IReadOnlyList<PlannedPress> presses)
{
    private const long ClickUs = 1_000;
    private const long MissedUs = 3_000_000;

    private Deputy? deputy;
    private long openedAt = -1;
    private long idleSince;
    private int done;

    /// <summary>Does what is due at this seat, whose keypad shows <paramref name="view"/>.</summary>
    public void Act(long nowUs, KeypadView view)
    {
        bool open = view.IsOpen && view.Round == round;
        if (open && openedAt < 0)
            openedAt = nowUs;
        deputy?.Act(nowUs);
        if (deputy is { IsDone: true })
        {
            deputy = null;
            done++;
            idleSince = nowUs;
        }
        if (deputy is not null || !open || presses.Count == 0)
            return;
        if (done < presses.Count)
        {
            if (nowUs >= openedAt + (presses[done].AtMs * ClickUs))
                Begin(presses[done].Marks);
        }
        else if (view.State != KeypadState.OpenNone)
            idleSince = nowUs;
        else if (nowUs >= idleSince + MissedUs)
            Begin(presses[^1].Marks);

        void Begin(IReadOnlyList<int> marks)
        {
            deputy = new Deputy(hall, keypad, marks);
            deputy.Act(nowUs);
        }
    }
}
