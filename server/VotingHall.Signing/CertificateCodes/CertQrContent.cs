using System.Diagnostics.CodeAnalysis;
using System.Text;
using VotingHall.Core;

namespace VotingHall.Signing;

/// <summary>一行的票数 on the certificate code.</summary>
public sealed record CertQrRow(int For, int Against, int Abstain, int WriteIn);

/// <summary>
/// 报告单二维码的内容: what the signed code on a certificate says about its record, so that the paper can be checked alone (counts and
/// signature) and against the record (digest). Source: record.md 7.
/// </summary>
/// <param name="RecordDigest">Identity of the record, 32 bytes.</param>
/// <param name="MeetingShort">First 8 bytes of the hash of the meeting's id.</param>
/// <param name="Present">Signed in when the round opened.</param>
/// <param name="Participants">Ballots counted; 未按 is the difference.</param>
/// <param name="Announced">Time of the announcement, or the last time the record has.</param>
/// <param name="RowCount">Rows of the paper; only the first <see cref="RowMax"/> are in <paramref name="Rows"/>.</param>
public sealed record CertQrContent(
    RecordSuite Suite, ReadOnlyMemory<byte> RecordDigest, ReadOnlyMemory<byte> MeetingShort, int Round, int Present, int Participants,
    Instant Announced, int RowCount, IReadOnlyList<CertQrRow> Rows)
{
    /// <summary>As many rows as fit a version 12 symbol.</summary>
    public const int RowMax = 12;

    /// <summary>
    /// The content for a record's payload: the server signs it, the verifier compares it. False when the payload lacks a figure, or one does not
    /// fit 16 bits.
    /// </summary>
    public static bool TryOf(Json.Object payload, ReadOnlySpan<byte> identity, [NotNullWhen(true)] out CertQrContent? content)
    {
        content = null;
        if (!RecordSuite.TryParse(payload.TextOf("suite"), out RecordSuite? suite) || identity.Length != Digest.Size
            || payload.ObjectOf("meeting")?.TextOf("id") is not string meeting || payload.ObjectOf("round")?.NumberOf("no") is not (>= 0 and <= int.MaxValue and long round)
            || !TryFigure(payload.ObjectOf("roll")?.NumberOf("present"), out int present) || !RecordMoment.TryLast(payload, out Instant last))
            return false;
        int participants = 0;
        List<CertQrRow> rows = [];
        if (payload.ObjectOf("tally") is Json.Object tally)
        {
            if (!TryFigure(tally.NumberOf("participants"), out participants) || !TryRows(tally, rows))
                return false;
        }
        content = new CertQrContent(
            suite, identity.ToArray(), ShortOf(suite, meeting), (int)round, present, participants, last, rows.Count, [.. rows.Take(RowMax)]);
        return true;
    }

    /// <summary>Short id of a meeting.</summary>
    public static byte[] ShortOf(RecordSuite suite, string meetingId) => Digest.Compute(suite, Encoding.UTF8.GetBytes(meetingId))[..8];

    /// <summary>The listed rows; persons written in are on the record alone.</summary>
    private static bool TryRows(Json.Object tally, List<CertQrRow> rows)
    {
        foreach (Json item in tally.ListOf("items") ?? [])
        {
            if (item is not Json.Object row || row.ObjectOf("counts") is not Json.Object counts)
                return false;
            if (row.FlagOf("writeIn") == true)
                continue;
            if (!TryFigure(counts.NumberOf("for") ?? 0, out int votesFor) || !TryFigure(counts.NumberOf("against") ?? 0, out int against)
                || !TryFigure(counts.NumberOf("abstain") ?? 0, out int abstain) || !TryFigure(counts.NumberOf("writeIn") ?? 0, out int writeIn))
                return false;
            rows.Add(new CertQrRow(votesFor, against, abstain, writeIn));
        }
        return rows.Count <= ushort.MaxValue;
    }

    private static bool TryFigure(long? value, out int figure)
    {
        bool fits = value is >= 0 and <= ushort.MaxValue;
        figure = fits ? (int)value!.Value : 0;
        return fits;
    }
}
