using System.Runtime.InteropServices;

namespace VotingHall.Simulator;

/// <summary>Flat C interface of libvotinghall.so (firmware-bridge/hal/host/vh_sim.h), name by name.</summary>
internal static unsafe partial class NativeHall
{
    private const string Library = "libvotinghall.so";

    [LibraryImport(Library, EntryPoint = "vh_sim_create")]
    internal static partial nint Create(int lines, uint* baud, ulong seed);

    [LibraryImport(Library, EntryPoint = "vh_sim_destroy")]
    internal static partial void Destroy(nint hall);

    [LibraryImport(Library, EntryPoint = "vh_sim_add_keypad")]
    internal static partial int AddKeypad(nint hall, int line, ulong uid, byte suite, ushort gen, ushort model, uint fw, byte* ra, byte* rb, byte* gb);

    [LibraryImport(Library, EntryPoint = "vh_sim_now")]
    internal static partial long Now(HallHandle hall);

    [LibraryImport(Library, EntryPoint = "vh_sim_run_until")]
    internal static partial long RunUntil(HallHandle hall, long us, int stopOnLink);

    [LibraryImport(Library, EntryPoint = "vh_sim_link_write")]
    internal static partial void LinkWrite(HallHandle hall, byte* bytes, int n);

    [LibraryImport(Library, EntryPoint = "vh_sim_link_waiting")]
    internal static partial int LinkWaiting(HallHandle hall);

    [LibraryImport(Library, EntryPoint = "vh_sim_link_read")]
    internal static partial int LinkRead(HallHandle hall, byte* buffer, int cap);

    [LibraryImport(Library, EntryPoint = "vh_sim_link_reset")]
    internal static partial void LinkReset(HallHandle hall);

    [LibraryImport(Library, EntryPoint = "vh_sim_bridge_restart")]
    internal static partial void BridgeRestart(HallHandle hall);

    [LibraryImport(Library, EntryPoint = "vh_sim_key")]
    internal static partial void Key(HallHandle hall, int keypad, int key, int down);

    [LibraryImport(Library, EntryPoint = "vh_sim_reboot")]
    internal static partial void Reboot(HallHandle hall, int keypad);

    [LibraryImport(Library, EntryPoint = "vh_sim_power")]
    internal static partial void Power(HallHandle hall, int keypad, int on);

    [LibraryImport(Library, EntryPoint = "vh_sim_replug")]
    internal static partial void Replug(HallHandle hall, int keypad, int line);

    [LibraryImport(Library, EntryPoint = "vh_sim_mute")]
    internal static partial void Mute(HallHandle hall, int keypad, int on);

    [LibraryImport(Library, EntryPoint = "vh_sim_drift")]
    internal static partial void Drift(HallHandle hall, int keypad, int ppm);

    [LibraryImport(Library, EntryPoint = "vh_sim_text")]
    internal static partial int Text(HallHandle hall, int keypad, int line, ushort* codes);

    [LibraryImport(Library, EntryPoint = "vh_sim_views")]
    internal static partial int Views(HallHandle hall, KeypadView* rows, int cap);

    [LibraryImport(Library, EntryPoint = "vh_sim_entry")]
    internal static partial int Entry(HallHandle hall, int keypad, EntryRow* row);

    [LibraryImport(Library, EntryPoint = "vh_sim_paper")]
    internal static partial int Paper(HallHandle hall, int keypad, PaperRow* row);

    [LibraryImport(Library, EntryPoint = "vh_sim_fault_rate")]
    internal static partial void FaultRate(HallHandle hall, int line, int fault, int ppm);

    [LibraryImport(Library, EntryPoint = "vh_sim_fault_next")]
    internal static partial void FaultNext(HallHandle hall, int line, int fault, int frames);

    [LibraryImport(Library, EntryPoint = "vh_sim_cut")]
    internal static partial void Cut(HallHandle hall, int line, int on);

    [LibraryImport(Library, EntryPoint = "vh_sim_babble")]
    internal static partial void Babble(HallHandle hall, int line, long us);

    [LibraryImport(Library, EntryPoint = "vh_sim_counters")]
    internal static partial int Counters(HallHandle hall, int line, LineCounters* row);

    [LibraryImport(Library, EntryPoint = "vh_sim_trace")]
    internal static partial void Trace(HallHandle hall, int line, int on);

    [LibraryImport(Library, EntryPoint = "vh_sim_trace_read")]
    internal static partial int TraceRead(HallHandle hall, int line, byte* buffer, int cap);

    /// <summary>Layout of vh_sim_entry_view.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct EntryRow
    {
        public byte Page;
        public byte OptionCursor;
        public ushort Cursor;
        public ushort Rows;
        public byte CastsAtOnce;
        public fixed byte Mark[128];
        public fixed byte Options[128];
    }

    /// <summary>VH_RULE_FIRST_LOCKS.</summary>
    internal const byte FirstLocks = 1;

    internal const int TitleMax = 16;
    internal const int GroupsMax = 8;

    /// <summary>Layout of vh_sim_paper_view.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct PaperRow
    {
        public byte Mode;
        public byte Rule;
        public byte Groups;
        public byte TitleLength;
        public fixed ushort Title[TitleMax];
        public fixed ushort Rows[GroupsMax];
        public fixed ushort MinFor[GroupsMax];
        public fixed ushort MaxFor[GroupsMax];
        public fixed byte Options[GroupsMax];
    }
}

/// <summary>Owns one virtual hall of the library.</summary>
internal sealed class HallHandle : SafeHandle
{
    public HallHandle(nint hall) : base(0, true) => SetHandle(hall);

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeHall.Destroy(handle);
        return true;
    }
}
