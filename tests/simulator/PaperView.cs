namespace VotingHall.Simulator;

/// <summary>票面所示: what the paper in a keypad tells the member in front of it while a round is open there. Source: vh_sim.h, vh_sim_paper_view.</summary>
/// <param name="FirstPressLocks">以第一次按键为准: a later press changes nothing.</param>
/// <param name="Title">Codes of the title as on the display: 0x8000 + c a built-in character, below that the number of a glyph of this paper.</param>
/// <param name="Groups">In row order.</param>
public sealed record PaperView(PaperMode Mode, bool FirstPressLocks, IReadOnlyList<int> Title, IReadOnlyList<PaperGroupView> Groups)
{
    public int Rows => Groups.Sum(group => group.Rows);

    /// <summary>Most options a row offers.</summary>
    public int Options => Groups.Max(group => group.Options);
}

/// <summary>票样分组: rows with common options and limits of option 1.</summary>
public sealed record PaperGroupView(int Rows, int Options, int MinFor, int MaxFor);

/// <summary>表决方式 of a round as the keypad shows it. Source: vh_kinds.h.</summary>
public enum PaperMode : byte
{
    Named = 1,
    Secret = 2,
    SignIn = 3,
}
