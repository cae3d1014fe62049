namespace VotingHall.Simulator;

/// <summary>
/// 脚本演出: acts out the steps of seats and faults of a script in a venue. It is told the time and looks at the keypads; it holds no clock.
/// Deterministic: who waits how long is drawn from the script's seed.
/// </summary>
public sealed class ScriptRun : IVenueRun
{
    private const long ClickMs = 1000;

    private readonly Venue venue;
    private readonly Action killServer;
    private readonly List<Waiting> waiting = [];
    private readonly HashSet<string> asleep = new(StringComparer.Ordinal);
    private readonly List<(Deputy Deputy, KeypadPlace Place)> busy = [];
    private readonly KeypadView[][] views;
    private readonly HashSet<(KeypadPlace Place, uint Round)> wereOpen = [];
    private long started = -1;

    public ScriptRun(Venue venue, SimulatorScript script, Action killServer)
    {
        this.venue = venue;
        this.killServer = killServer;
        views = [.. venue.Bridges.Select(hall => new KeypadView[hall.Keypads])];
        foreach (ScriptStep step in script.Steps.Where(step => step.Action is StepAction.Sleep))
            asleep.UnionWith(((StepAction.Sleep)step.Action).Seats);
        Draw draw = new(unchecked(script.Seed + 17));
        foreach (ScriptStep step in script.Steps)
            Plan(step, draw);
    }

    /// <summary>Nothing is left to do.</summary>
    public bool IsOver => waiting.Count == 0 && busy.Count == 0;

    /// <inheritdoc />
    public void Tick(long nowUs)
    {
        if (started < 0)
            started = nowUs;
        Look();
        for (int i = waiting.Count - 1; i >= 0; i--)
        {
            Waiting one = waiting[i];
            if (one.DueUs < 0 && Occurred(one))
                one.DueUs = (one.At.Occasion == AnchorOccasion.Start ? started : nowUs) + ((one.At.DelayMs + one.ExtraMs) * ClickMs);
        }
        foreach (Waiting one in waiting.Where(one => one.DueUs >= 0 && one.DueUs <= nowUs).OrderBy(one => one.DueUs).ToArray())
        {
            waiting.Remove(one);
            one.Do();
        }
        foreach ((Deputy deputy, KeypadPlace _) in busy)
            deputy.Act(nowUs);
        busy.RemoveAll(one => one.Deputy.IsDone);
    }

    private void Plan(ScriptStep step, Draw draw)
    {
        switch (step.Action)
        {
            case StepAction.Press press:
                foreach (SeatMarks ballot in press.Seats.Where(ballot => !asleep.Contains(ballot.Seat)))
                    Add(step.At, venue.PlaceOf(ballot.Seat), draw.Below(press.SpreadMs), place => busy.Add((new Deputy(venue.Bridges[place.Bridge], place.Keypad, ballot.Marks), place)));
                break;
            case StepAction.Dead dead:
                foreach (string seat in dead.Seats)
                    Add(step.At, venue.PlaceOf(seat), 0, place => venue.Bridges[place.Bridge].Power(place.Keypad, false));
                break;
            case StepAction.Reboot reboot:
                foreach (string seat in reboot.Seats)
                    Add(step.At, venue.PlaceOf(seat), 0, place => venue.Bridges[place.Bridge].Reboot(place.Keypad));
                break;
            case StepAction.Frames frames:
                Add(step.At, null, 0, _ => venue.LineOf(frames.Line).Hall.FaultNext(venue.LineOf(frames.Line).Line, frames.Fault, frames.Count));
                break;
            case StepAction.Rate rate:
                Add(step.At, null, 0, _ => venue.LineOf(rate.Line).Hall.FaultRate(venue.LineOf(rate.Line).Line, rate.Fault, rate.PartsPerMillion));
                break;
            case StepAction.Cut cut:
                Add(step.At, null, 0, _ => venue.LineOf(cut.Line).Hall.Cut(venue.LineOf(cut.Line).Line, cut.IsCut));
                break;
            case StepAction.KillServer:
                Add(step.At, null, 0, _ => killServer());
                break;
            default:
                break;   // Sleep was taken into account at the start
        }
    }

    private void Add(StepAnchor at, KeypadPlace? place, int extraMs, Action<KeypadPlace> act) =>
        waiting.Add(new Waiting(at, place, extraMs, () => act(place ?? default)));

    private void Look()
    {
        for (int bridge = 0; bridge < views.Length; bridge++)
        {
            venue.Bridges[bridge].Views(views[bridge]);
            for (int keypad = 0; keypad < views[bridge].Length; keypad++)
                if (views[bridge][keypad] is { IsOpen: true } open)
                    wereOpen.Add((new KeypadPlace(bridge, keypad), open.Round));
        }
    }

    private bool Occurred(Waiting one)
    {
        if (one.At.Occasion == AnchorOccasion.Start)
            return true;
        // A fault concerns no keypad: it follows the first that sees the occasion.
        return one.Place is { } place
            ? Occurred(place, one.At)
            : Enumerable.Range(0, views.Length).Any(bridge => Enumerable.Range(0, views[bridge].Length).Any(keypad => Occurred(new KeypadPlace(bridge, keypad), one.At)));
    }

    private bool Occurred(KeypadPlace place, StepAnchor at)
    {
        KeypadView view = views[place.Bridge][place.Keypad];
        bool open = view.IsOpen && view.Round == at.Round;
        return at.Occasion == AnchorOccasion.Open ? open : !open && wereOpen.Contains((place, at.Round)) && view.State >= KeypadState.Idle;   // a keypad that restarts has seen no close
    }

    private sealed class Waiting(StepAnchor at, KeypadPlace? place, int extraMs, Action act)
    {
        public StepAnchor At { get; } = at;
        public KeypadPlace? Place { get; } = place;
        public int ExtraMs { get; } = extraMs;
        public Action Do { get; } = act;
        public long DueUs { get; set; } = -1;
    }
}
