namespace VotingHall.Simulator;

/// <summary>
/// 按键时刻: how long after the opening a member begins to press: most within 2 to 15 s, the last at 25 s less the time a long paper takes. Some change
/// their mind a few seconds later.
/// </summary>
internal sealed class PressTimes(PaperView paper, Draw draw)
{
    public const int FirstMs = 2_000;
    public const int MostMs = 15_000;
    public const int LastMs = 25_000;

    private const int RowMs = 300;
    private const int TailPercent = 8;
    private const int ChangePercent = 4;
    private const int ChangeMs = 6_000;

    private readonly int lastStart = Math.Max(MostMs, LastMs - 500 - (RowMs * paper.Rows));

    /// <summary>Delay in ms.</summary>
    public int Next()
    {
        if (draw.Below(100) < TailPercent)
            return MostMs + draw.Below(lastStart - MostMs);
        return FirstMs + Math.Min(draw.Below(MostMs - FirstMs), draw.Below(MostMs - FirstMs));
    }

    /// <summary>Delay of the second thoughts of a member who began at <paramref name="firstMs"/>; null = stays with the first.</summary>
    public int? Change(int firstMs)
    {
        bool changes = draw.Below(100) < ChangePercent;
        int at = firstMs + FirstMs + (RowMs * paper.Rows) + draw.Below(ChangeMs);
        return changes && !paper.FirstPressLocks && paper.Mode != PaperMode.SignIn && at <= lastStart ? at : null;
    }
}
