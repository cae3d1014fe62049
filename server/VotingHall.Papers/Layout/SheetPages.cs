namespace VotingHall.Papers;

/// <summary>
/// 分页: puts rows on pages. A table breaks between rows, its head is repeated, and the signatures always stand under the last
/// rows of the table, never alone.
/// </summary>
internal static class SheetPages
{
    /// <summary>Rows that stay together with the signatures.</summary>
    private const int ClosingRows = 2;

    /// <summary>Splits row heights into pages; null when one row is taller than a page.</summary>
    /// <param name="heights">Height of each row.</param>
    /// <param name="heads">For each row the index of the head above it, or -1; a head names itself.</param>
    /// <param name="firstTop">Top of the table on page 1.</param>
    /// <param name="nextTop">Top of the table on later pages.</param>
    /// <param name="signatures">Height of the signature block.</param>
    internal static IReadOnlyList<PagePart>? Split(IReadOnlyList<double> heights, IReadOnlyList<int> heads, double firstTop, double nextTop, double signatures)
    {
        List<PagePart> pages = [];
        List<int> rows = [];
        double y = firstTop;
        int closing = Math.Max(0, heights.Count - ClosingRows);
        for (int i = 0; i < heights.Count; i++)
        {
            double needed = i == closing ? heights.Skip(i).Sum() + signatures : heights[i];
            if (heads[i] == i && i + 1 < heights.Count)
                needed = Math.Max(needed, heights[i] + heights[i + 1]);
            double limit = i >= closing ? A4.BottomAboveQr : A4.Bottom;
            // Once the closing part has been given its room, its rows follow without asking again.
            if (i <= closing && y + needed > limit && rows.Count > 0)
            {
                pages.Add(new PagePart(rows));
                rows = [];
                y = nextTop;
                if (heads[i] >= 0 && heads[i] != i)
                {
                    rows.Add(heads[i]);
                    y += heights[heads[i]];
                }
            }
            if (y + needed > limit && i <= closing)
                return null;
            rows.Add(i);
            y += heights[i];
        }
        pages.Add(new PagePart(rows));
        return pages;
    }
}

/// <summary>一页上的行: indices into the rows of the sheet, repeated heads included.</summary>
internal sealed record PagePart(IReadOnlyList<int> Rows);
