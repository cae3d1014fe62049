namespace VotingHall.Papers.Tests;

/// <summary>分页: signatures stand under rows of the table, heads are repeated, what cannot be placed is refused.</summary>
public sealed class SheetPagesTests
{
    private const double FirstTop = 200;
    private const double NextTop = 130;
    private const double Signatures = 100;

    private static IReadOnlyList<PagePart>? Split(int rows, double height, bool table) =>
        SheetPages.Split(
            [.. Enumerable.Repeat(height, rows)],
            [.. Enumerable.Range(0, rows).Select(i => !table || i == 0 || i >= rows - 2 ? (table && i == 1 ? 1 : -1) : 1)],
            FirstTop, NextTop, Signatures);

    [Fact]
    public void Signatures_always_have_two_rows_above_them()
    {
        for (int rows = 2; rows < 120; rows++)
        {
            IReadOnlyList<PagePart> pages = Split(rows, 27, table: false)!;
            PagePart last = pages[^1];
            Assert.True(last.Rows.Count >= 2, $"{rows} rows");
            double top = pages.Count == 1 ? FirstTop : NextTop;
            Assert.True(top + (27 * last.Rows.Count) + Signatures <= A4.BottomAboveQr, $"{rows} rows");
            Assert.Equal(Enumerable.Range(0, rows), pages.SelectMany(page => page.Rows));
        }
    }

    [Fact]
    public void Head_is_repeated_where_its_cells_go_on_and_never_stands_last()
    {
        for (int rows = 6; rows < 120; rows++)
        {
            IReadOnlyList<PagePart> pages = Split(rows, 27, table: true)!;
            foreach (PagePart page in pages)
                Assert.NotEqual(1, page.Rows[^1]);
            foreach (PagePart page in pages.Skip(1))
                if (page.Rows.Any(row => row > 1 && row < rows - 2))
                    Assert.Equal(1, page.Rows[0]);
        }
    }

    [Fact]
    public void Row_taller_than_a_page_is_refused() => Assert.Null(Split(3, 900, table: false));
}
