using VotingHall.Core;
using VotingHall.Link;

namespace VotingHall.Server.Bridges;

/// <summary>
/// 线路所需之外物: what the lines get from outside, so that they hold no clock, no randomness and no thread.
/// </summary>
public interface ILinesHost
{
    /// <summary>Milliseconds of a clock that never goes back; the lines' only time.</summary>
    long NowMs { get; }

    /// <summary>Wall time for the journal.</summary>
    Instant Wall { get; }

    /// <summary>Unpredictable bytes (seeded in virtual time).</summary>
    byte[] RandomBytes(int count);

    /// <summary>Submits a report of the lines to the hall; false = its queue is full, the lines offer it again with the next sweep.</summary>
    bool TrySubmit(HallCommand command);

    /// <summary>Runs <paramref name="action"/> on the lines' thread once everything submitted so far is on disk.</summary>
    bool WhenDurable(Action action);

    /// <summary>Something the technician should see; from a closed list.</summary>
    void Note(LineNote note);
}

/// <summary>线路情况: faults and findings for the technician. They never name a choice.</summary>
public sealed record LineNote(LineNoteKind Kind, string Line, KeypadUid? Keypad = null, string Detail = "");

/// <summary>线路情况种类. Stored by name.</summary>
public enum LineNoteKind
{
    BridgeUp = 1,
    BridgeLost = 2,
    LeaseRefused = 3,
    LineUp = 4,
    LineDown = 5,
    LineBusy = 6,
    StuckDriver = 7,
    /// <summary>A keypad nobody commissioned for this hall; never admitted.</summary>
    UnknownKeypad = 8,
    /// <summary>Restart counter or generation below what is on file: perhaps a copy. Not admitted.</summary>
    CloneAlarm = 9,
    KeypadAdmitted = 10,
    KeypadLost = 11,
    KeypadSilent = 12,
    TagBad = 13,
    /// <summary>Opened well but the content breaks the paper's limits: firmware fault, not counted.</summary>
    BallotInvalid = 14,
    /// <summary>Sealed before the server closed: forged by an insider.</summary>
    EarlyClose = 15,
    PaperIncomplete = 16,
    /// <summary>One press identity with two contents: the first is kept.</summary>
    PressConflict = 17,
    LineFull = 18,
    /// <summary>The hall refused what the lines reported; the detail is the refusal's code.</summary>
    ReportRefused = 19,
}

/// <summary>线路共用之物: what all sessions of one server run share.</summary>
internal sealed class LinesContext(ISuite suite, uint epoch, Digest32 meeting, ushort generation, KeypadKeys keys, ILinesHost host)
{
    public ISuite Suite { get; } = suite;

    /// <summary>Epoch of this server run; on disk before the first frame. Source: protocol 7.2.</summary>
    public uint Epoch { get; } = epoch;

    /// <summary>M.</summary>
    public Digest32 Meeting { get; } = meeting;

    /// <summary>Generation every keypad reaches with MEET_BEGIN of this meeting. Source: protocol 8.5.</summary>
    public ushort Generation { get; } = generation;

    public KeypadKeys Keys { get; } = keys;

    public ILinesHost Host { get; } = host;

    public long NowMs => Host.NowMs;

    /// <summary>The line each keypad was last heard on.</summary>
    public Dictionary<KeypadUid, LineSession> Where { get; } = [];

    /// <summary>What keypads said.</summary>
    public bool TryReport(Func<Issuer, Instant, HallCommand> report) => Host.TrySubmit(report(Issuer.Bridge, Host.Wall));

    /// <summary>What the server found out about all lines together.</summary>
    public bool TryConclude(Func<Issuer, Instant, HallCommand> conclusion) => Host.TrySubmit(conclusion(Issuer.System, Host.Wall));
}
