using System.Globalization;

namespace VotingHall.Papers;

/// <summary>打印要素: what a paper says besides the record: which copy, when printed, which printing.</summary>
/// <param name="Digest">Identity of the record, hex.</param>
internal sealed record Printing(string Digest, IReadOnlyList<string> KeyIds, string Qr, int Copy, int Copies, int Times, DateTimeOffset PrintedAt);

/// <summary>报告单的编排: a record to a sheet, one form per kind of question; words only, no lengths.</summary>
internal static class CertificateForm
{
    internal static CertificateSheet Of(RecordPayload record, Printing printing) => new(
        record.Meeting.Name,
        Words.FormName(record.Item.Kind),
        record.Item.VoteNo is not string number ? "" : number.All(char.IsAsciiDigit) ? $"第 {number} 号" : number,
        Right(record),
        [
            .. FactRows.Above(record),
            .. FigureRows.Of(record),
            .. FactRows.Exceptions(record),
            .. FactRows.Condition(record),
            VerdictRows.Of(record),
        ],
        Signatures(record),
        Foot(record, printing),
        printing.Qr,
        "记录摘要 " + Short(printing.Digest),
        record.Rehearsal,
        Annex(record));

    /// <summary>First 16 hex digits in groups of four, as host, station and paper all show them.</summary>
    internal static string Short(string hex) =>
        string.Join(' ', hex[..Math.Min(16, hex.Length)].ToUpperInvariant().Chunk(4).Select(chunk => new string(chunk)));

    private static string Right(RecordPayload record)
    {
        string sitting = record.Meeting.SittingNo is int number ? $"第{ChineseNumber.Of(number)}次全体会议" : "";
        string item = record.Item.AgendaNo is string no ? $"第 {no} 项" : "";
        return sitting.Length > 0 && item.Length > 0 ? sitting + "　" + item : sitting + item;
    }

    /// <summary>Who signs. A congress has 总监票人 and 大会执行主席; a committee 会议主持人; sign-in comes before scrutineers are chosen. Source: rules 17.</summary>
    private static IReadOnlyList<SignatureRow> Signatures(RecordPayload record)
    {
        string chair = Words.IsCommittee(record.Meeting.Body) ? "会议主持人" : "大会执行主席";
        if (record.Item.Kind == "rollCall")
            return [new("秘书处经办", "复核", false), new(chair, null, true)];
        return Words.IsCommittee(record.Meeting.Body)
            ? [new("监票人", "计票人", false), new(chair, null, true)]
            : [new("总监票人", "监票人", false), new("计票人", "监票人", false), new(chair, null, true)];
    }

    private static IReadOnlyList<string> Foot(RecordPayload record, Printing printing)
    {
        const int KeysShown = 3;
        string keys = printing.KeyIds.Count == 0 ? ""
            : "　签名密钥 " + string.Join("、", printing.KeyIds.Take(KeysShown).Select(key => key[..Math.Min(8, key.Length)].ToUpperInvariant()))
              + (printing.KeyIds.Count > KeysShown ? $" 等 {printing.KeyIds.Count} 个" : "");
        string log = record.Log is LogLine head ? $"流水 {head.Size} 条　树根 {Short(RootHex(head.Root))}" : "";
        string profile = record.Rule.ProfileDigest is string digest ? "规则集 " + digest[..Math.Min(8, digest.Length)] : "";
        string software = record.SoftwareVersion is string version ? $"程序版本 {version}　" : "";
        string copies = printing.Copy == CertificateRequest.AllCopies ? $"一式 {printing.Copies} 份" : $"第 {printing.Copy} 份，共 {printing.Copies} 份";
        string again = printing.Times > 1 ? $"　第 {printing.Times} 次打印" : "";
        string time = printing.PrintedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        string[] lines =
        [
            "本单依已签名的电子记录打印，扫码或以离线核验程序核对。",
            $"记录摘要 {Short(printing.Digest)}{keys}",
            string.Join("　", new[] { log, profile }.Where(part => part.Length > 0)),
            $"{software}{copies}　打印 {time}{again}",
        ];
        return [.. lines.Where(line => line.Length > 0)];
    }

    private static string RootHex(string base64Url)
    {
        string padded = base64Url.Replace('-', '+').Replace('_', '/').PadRight((base64Url.Length + 3) / 4 * 4, '=');
        byte[] bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out int length) ? Convert.ToHexString(bytes.AsSpan(0, length)) : base64Url;
    }

    private static NameList? Annex(RecordPayload record)
    {
        if (record.Named.Count == 0)
            return null;
        int rows = record.Named.Max(choice => choice.Choices.Count);
        IEnumerable<NameEntry> entries = record.Named.Select(one => new NameEntry(
            one.Seat, PersonName.Widened(one.Name),
            one.Choices.Count == 1 && rows == 1 ? Words.Choice(one.Choices[0]) : string.Concat(one.Choices.Select(Words.Mark))));
        string totals = rows > 1 ? $"共 {record.Named.Count} 人。按票面顺序：○ 赞成　× 反对　△ 弃权"
            : $"共 {record.Named.Count} 人：" + string.Join("，", record.Named.GroupBy(one => one.Choices.Count == 0 ? "" : one.Choices[0]).OrderBy(group => Order(group.Key)).Select(group => $"{Words.Choice(group.Key)} {group.Count()}"));
        return new NameList(record.Item.Title, totals, [.. entries]);
    }

    private static int Order(string choice) => choice switch { "for" => 1, "against" => 2, "abstain" => 3, "notPressed" => 4, _ => 5 };
}
