namespace VotingHall.Papers;

/// <summary>报告单: everything that will stand on the paper, in words, before it is set.</summary>
/// <param name="Heading">Meeting, at the top of the first page.</param>
/// <param name="FormName">报告单名称.</param>
/// <param name="Left">Line above the table, left: number of the vote.</param>
/// <param name="Right">The same line, right: sitting and agenda item.</param>
/// <param name="Signatures">Rows of the signature block; the lines stay empty for ink.</param>
/// <param name="Foot">Small print beside the QR code.</param>
/// <param name="Qr">Text of the QR code, empty for none.</param>
/// <param name="Digest">Short digest printed on every page of several, so that sheets cannot be exchanged.</param>
/// <param name="Rehearsal">演练 at top and bottom of every page.</param>
internal sealed record CertificateSheet(
    string Heading,
    string FormName,
    string Left,
    string Right,
    IReadOnlyList<TableRow> Rows,
    IReadOnlyList<SignatureRow> Signatures,
    IReadOnlyList<string> Foot,
    string Qr,
    string Digest,
    bool Rehearsal,
    NameList? Annex)
{
    internal const string RehearsalWords = "演练 · 不具法律效力";

    internal IEnumerable<(string Text, Face Face)> Texts =>
    [
        (Heading, Face.SongBold), (FormName, Face.SongBold), (Left, Face.FangSong), (Right, Face.FangSong),
        .. Rows.SelectMany(row => row.Texts),
        .. Foot.Select(line => (line, Face.FangSong)),
        .. Annex is null ? [] : Annex.Entries.SelectMany(entry => new[] { (entry.Seat, Face.FangSong), (entry.Name, Face.FangSong), (entry.Choice, Face.FangSong) }),
        (Annex?.Heading ?? "", Face.FangSong),
    ];
}

/// <summary>签名行: one or two labels; <paramref name="Dated"/> ends in 年 月 日.</summary>
internal sealed record SignatureRow(string Left, string? Right, bool Dated);

/// <summary>表决情况名单: the annex of a named round.</summary>
internal sealed record NameList(string Heading, string Totals, IReadOnlyList<NameEntry> Entries);

/// <summary>名单中的一人.</summary>
internal sealed record NameEntry(string Seat, string Name, string Choice);
