namespace VotingHall.Papers;

/// <summary>排定的表: set rows in one density and how they fall on pages; <see cref="Parts"/> is null when they do not.</summary>
internal sealed class SheetRows(IReadOnlyList<SetRow> rows, IReadOnlyList<PagePart>? parts, Density density, double tableTop) : IDisposable
{
    internal IReadOnlyList<SetRow> Rows => rows;

    internal IReadOnlyList<PagePart>? Parts => parts;

    internal Density Density => density;

    /// <summary>Upper edge of the table on the first page.</summary>
    internal double TableTop => tableTop;

    public void Dispose()
    {
        foreach (SetRow row in rows)
            row.Dispose();
    }
}
