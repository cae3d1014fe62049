namespace VotingHall.Simulator;

/// <summary>
/// 一位代表 filling in the paper: looks at the display, presses one real key, looks again, until the paper carries the wanted marks and is cast.
/// Knows only what the display shows.
/// </summary>
public sealed class Deputy(SimulatedHall hall, int keypad, IReadOnlyList<int> marks)
{
    private const long HoldUs = 60_000;
    private const long PauseUs = 70_000;   // two vote keys within 50 ms count as none
    private const int KeysMax = 1500;

    private long next;
    private KeypadKey? held;
    private int pressed;
    private bool castPressed;

    public bool IsDone { get; private set; }

    /// <summary>Acts if it is time; returns when to look again, or <see cref="long.MaxValue"/> when done.</summary>
    public long Act(long now)
    {
        if (IsDone || now < next)
            return IsDone ? long.MaxValue : next;
        if (held is { } key)
        {
            hall.Key(keypad, key, false);
            held = null;
            next = now + PauseUs;
            IsDone = castPressed;
            return IsDone ? long.MaxValue : next;
        }
        EntryView entry = hall.Entry(keypad);
        if (entry.Page == EntryPage.None || pressed >= KeysMax || NextKey(entry) is not { } wanted)
        {
            IsDone = true;
            return long.MaxValue;
        }
        hall.Key(keypad, wanted, true);
        pressed++;
        held = wanted;
        next = now + HoldUs;
        return next;
    }

    private KeypadKey? NextKey(EntryView entry)
    {
        switch (entry.Page)
        {
            case EntryPage.Single: return OnSingle(entry);
            case EntryPage.List: return OnList(entry);
            case EntryPage.Options: return entry.OptionCursor == Wanted(entry, entry.Cursor) ? KeypadKey.Ok : KeypadKey.Down;
            case EntryPage.Summary when Target(entry) < 0:
                castPressed = true;
                return KeypadKey.Ok;
            default: return KeypadKey.Back;
        }
    }

    private KeypadKey? OnSingle(EntryView entry)
    {
        int wanted = Wanted(entry, 0);
        if (wanted == 0)
            return null;
        if (wanted <= 3 && (entry.CastsAtOnce || entry.Marks[0] != wanted))
        {
            castPressed = entry.CastsAtOnce;
            return VoteKey(wanted);
        }
        // Options 4 and 5 stand behind 确认; a mark that is there already is cleared first, else 确认 would cast it.
        if (entry.Marks[0] != wanted)
            return entry.Marks[0] == 0 ? KeypadKey.Ok : KeypadKey.Back;
        castPressed = true;
        return KeypadKey.Ok;
    }

    private KeypadKey? OnList(EntryView entry)
    {
        int target = Target(entry);
        if (target < 0)
            return KeypadKey.Back;   // to the summary
        if (entry.Cursor != target)
            return entry.Cursor < target ? KeypadKey.Down : KeypadKey.Up;
        int wanted = Wanted(entry, target);
        if (wanted == 0)
            return KeypadKey.Against;   // a pick list: another vote key takes the mark back
        return wanted <= 3 ? VoteKey(wanted) : KeypadKey.Ok;
    }

    /// <summary>Next row to mark, -1 if all is as wanted. Rows that free a place come before rows that take one (no over-vote on the way).</summary>
    private int Target(EntryView entry)
    {
        int takes = -1;
        for (int row = 0; row < entry.Marks.Count; row++)
        {
            int wanted = Wanted(entry, row);
            bool leave = wanted == 0 && (entry.Marks[row] == 0 || entry.Options[row] != 1);
            if (leave || entry.Marks[row] == wanted)
                continue;
            if (wanted != 1)
                return row;
            takes = takes < 0 ? row : takes;
        }
        return takes;
    }

    private int Wanted(EntryView entry, int row)
    {
        int wanted = row < marks.Count ? marks[row] : 0;
        return wanted <= entry.Options[row] ? wanted : 0;
    }

    private static KeypadKey VoteKey(int option) => (KeypadKey)(option - 1);
}
