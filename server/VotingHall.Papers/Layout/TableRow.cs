namespace VotingHall.Papers;

/// <summary>表格行: what stands in one row of the report; knows nothing of pages.</summary>
internal abstract record TableRow
{
    private TableRow() { }

    /// <summary>Every text of the row with the face it is set in, for the check of characters before setting.</summary>
    internal abstract IEnumerable<(string Text, Face Face)> Texts { get; }

    /// <summary>项目与内容.</summary>
    internal sealed record Fact(string Label, string Text) : TableRow
    {
        internal override IEnumerable<(string Text, Face Face)> Texts => [(Label, Face.Hei), (Text, Face.FangSong)];
    }

    /// <summary>票数格: heads above, large figures below.</summary>
    internal sealed record Figures(string Label, IReadOnlyList<(string Head, string Figure)> Columns) : TableRow
    {
        internal override IEnumerable<(string Text, Face Face)> Texts =>
            [(Label, Face.Hei), .. Columns.Select(column => (column.Head, Face.FangSong)), .. Columns.Select(column => (column.Figure, Face.SongBold))];
    }

    /// <summary>结论: the verdict in large type, what it means for whom below it.</summary>
    internal sealed record Verdict(string Label, string Words, string? Detail) : TableRow
    {
        internal override IEnumerable<(string Text, Face Face)> Texts => [(Label, Face.Hei), (Words, Face.SongBold), (Detail ?? "", Face.FangSong)];
    }

    /// <summary>表头: repeated at the top of a page when cells go on there.</summary>
    internal sealed record Head(IReadOnlyList<Column> Columns) : TableRow
    {
        internal override IEnumerable<(string Text, Face Face)> Texts => Columns.Select(column => (column.Head, Face.Hei));
    }

    /// <summary>一人（一项）一行.</summary>
    internal sealed record Cells(IReadOnlyList<Column> Columns, IReadOnlyList<string> Values) : TableRow
    {
        internal override IEnumerable<(string Text, Face Face)> Texts => Values.Select(value => (value, Face.FangSong));
    }
}

/// <summary>栏: width in pt.</summary>
internal sealed record Column(string Head, double Width, Align Align, bool IsName = false);
