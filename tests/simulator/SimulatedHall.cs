using System.Buffers.Binary;

namespace VotingHall.Simulator;

/// <summary>
/// 模拟会场: one bridge with up to 16 lines of up to 250 keypads, all of them the firmware core as it ships, in virtual microseconds and
/// deterministic from one seed. Time moves only by <see cref="RunUntil"/>. Not for two threads at once.
/// </summary>
public sealed unsafe class SimulatedHall : IDisposable
{
    public const int LinesMax = 16;
    public const int KeypadsOfLineMax = 250;

    private readonly HallHandle hall;
    private readonly int lines;
    private int keypads;

    /// <param name="bauds">Rate of each line, 115,200 / 250,000 / 500,000 / 1,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">No line, or more than 16.</exception>
    public SimulatedHall(IReadOnlyList<int> bauds, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bauds.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bauds.Count, LinesMax);
        lines = bauds.Count;
        uint[] rates = [.. bauds.Select(baud => (uint)baud)];
        fixed (uint* first = rates)
            hall = new HallHandle(NativeHall.Create(lines, first, unchecked((ulong)seed)));
        if (hall.IsInvalid)
            throw new InvalidOperationException("The virtual hall did not get its memory.");
    }

    public int Lines => lines;

    public int Keypads => keypads;

    /// <summary>Virtual time since creation.</summary>
    public long NowUs => NativeHall.Now(hall);

    /// <summary>Wires one keypad to a line and gives it power. Returns its number in the hall, from 0.</summary>
    /// <exception cref="InvalidOperationException">The line is full or does not exist.</exception>
    public int AddKeypad(int line, KeypadCommission commission)
    {
        int index;
        fixed (byte* ra = commission.Ra, rb = commission.Rb, gb = commission.Gb)
            index = NativeHall.AddKeypad(hall.DangerousGetHandle(), line, Turned(commission.Uid), commission.Suite, 0, KeypadCommission.Model, KeypadCommission.Firmware, ra, rb, gb);
        if (index < 0)
            throw new InvalidOperationException($"Line {line} has no room for another keypad.");
        keypads = index + 1;
        return index;
    }

    /// <summary>Moves virtual time on; with <paramref name="stopOnLink"/> it stops early when bytes for the server wait. Returns the time reached.</summary>
    public long RunUntil(long us, bool stopOnLink = false) => NativeHall.RunUntil(hall, us, stopOnLink ? 1 : 0);

    public long RunFor(long us, bool stopOnLink = false) => RunUntil(NowUs + us, stopOnLink);

    /// <summary>Bytes from the server to the bridge, taken at once.</summary>
    public void WriteLink(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
            NativeHall.LinkWrite(hall, first, bytes.Length);
    }

    public int LinkWaiting => NativeHall.LinkWaiting(hall);

    /// <summary>Bytes from the bridge to the server; 0 = none wait.</summary>
    public int ReadLink(Span<byte> buffer)
    {
        fixed (byte* first = buffer)
            return NativeHall.LinkRead(hall, first, buffer.Length);
    }

    /// <summary>The link was opened anew: what was on the way is gone, both ways.</summary>
    public void ResetLink() => NativeHall.LinkReset(hall);

    /// <summary>Power of the bridge off and on; its highest epoch survives.</summary>
    public void RestartBridge() => NativeHall.BridgeRestart(hall);

    public void Key(int keypad, KeypadKey key, bool down) => NativeHall.Key(hall, keypad, (int)key, down ? 1 : 0);

    /// <summary>Power off and on within one moment; durable cells survive.</summary>
    public void Reboot(int keypad) => NativeHall.Reboot(hall, keypad);

    public void Power(int keypad, bool on) => NativeHall.Power(hall, keypad, on ? 1 : 0);

    /// <summary>Unplugs a keypad and plugs it in on another line: its power goes off and on, durable cells survive.</summary>
    public void Replug(int keypad, int line) => NativeHall.Replug(hall, keypad, line);

    /// <summary>A mute keypad hears everything and drives nothing.</summary>
    public void Mute(int keypad, bool on) => NativeHall.Mute(hall, keypad, on ? 1 : 0);

    /// <summary>Error of the keypad's clock in parts per million.</summary>
    public void Drift(int keypad, int ppm) => NativeHall.Drift(hall, keypad, ppm);

    /// <summary>Display line 0-3: 8 codes; below 0x8000 a glyph of the paper, 0x8000 + c a built-in character.</summary>
    public IReadOnlyList<int> Text(int keypad, int line)
    {
        ushort* codes = stackalloc ushort[8];
        int n = NativeHall.Text(hall, keypad, line, codes);
        int[] text = new int[n];
        for (int i = 0; i < n; i++)
            text[i] = codes[i];
        return text;
    }

    /// <summary>All keypads in order of adding, in one call; returns the rows written.</summary>
    public int Views(Span<KeypadView> rows)
    {
        int n;
        fixed (KeypadView* first = rows)
            n = NativeHall.Views(hall, first, rows.Length);
        for (int i = 0; i < n; i++)
            rows[i] = rows[i] with { Uid = Turned(rows[i].Uid) };
        return n;
    }

    public IReadOnlyList<KeypadView> Views()
    {
        KeypadView[] rows = new KeypadView[keypads];
        Views(rows);
        return rows;
    }

    public KeypadView View(int keypad) => Views()[keypad];

    /// <summary>The form in front of the member at this keypad.</summary>
    public EntryView Entry(int keypad)
    {
        NativeHall.EntryRow row;
        NativeHall.Entry(hall, keypad, &row);
        int[] marks = new int[row.Rows];
        int[] options = new int[row.Rows];
        for (int i = 0; i < marks.Length; i++)
        {
            marks[i] = row.Mark[i];
            options[i] = row.Options[i];
        }
        return new EntryView((EntryPage)row.Page, row.OptionCursor, row.Cursor, row.CastsAtOnce == 1, marks, options);
    }

    /// <summary>The paper in front of the member at this keypad; null when no round is open there or its paper is missing.</summary>
    public PaperView? Paper(int keypad)
    {
        NativeHall.PaperRow row;
        if (NativeHall.Paper(hall, keypad, &row) == 0)
            return null;
        int[] title = new int[row.TitleLength];
        for (int i = 0; i < title.Length; i++)
            title[i] = row.Title[i];
        PaperGroupView[] groups = new PaperGroupView[row.Groups];
        for (int i = 0; i < groups.Length; i++)
            groups[i] = new PaperGroupView(row.Rows[i], row.Options[i], row.MinFor[i], row.MaxFor[i]);
        return new PaperView((PaperMode)row.Mode, row.Rule == NativeHall.FirstLocks, title, groups);
    }

    /// <summary>The next frames on the line suffer this fault.</summary>
    public void FaultNext(int line, FrameFault fault, int frames) => NativeHall.FaultNext(hall, line, (int)fault, frames);

    /// <summary>Every frame of the line suffers it with this probability, in parts per million.</summary>
    public void FaultRate(int line, FrameFault fault, int ppm) => NativeHall.FaultRate(hall, line, (int)fault, ppm);

    /// <summary>Cuts the line behind the bridge, or joins it again.</summary>
    public void Cut(int line, bool on) => NativeHall.Cut(hall, line, on ? 1 : 0);

    /// <summary>A stuck driver sends garbage on the line for so long.</summary>
    public void Babble(int line, long us) => NativeHall.Babble(hall, line, us);

    public LineCounters Counters(int line)
    {
        LineCounters row = default;
        NativeHall.Counters(hall, line, &row);
        return row;
    }

    /// <summary>Keeps the bytes driven on the line (the last 65,536) for <see cref="ReadTrace"/>.</summary>
    public void Trace(int line, bool on) => NativeHall.Trace(hall, line, on ? 1 : 0);

    public int ReadTrace(int line, Span<byte> buffer)
    {
        fixed (byte* first = buffer)
            return NativeHall.TraceRead(hall, line, first, buffer.Length);
    }

    public void Dispose() => hall.Dispose();

    /// <summary>Here a uid is its bytes as printed, first byte highest; the core reads the same bytes as a little-endian number.</summary>
    private static ulong Turned(ulong uid) => BinaryPrimitives.ReverseEndianness(uid);
}
