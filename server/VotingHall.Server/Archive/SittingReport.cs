using System.Globalization;
using System.Net;
using System.Text;
using VotingHall.Core;

namespace VotingHall.Server.Archive;

/// <summary>
/// 会议小结: one page for people about what the folder holds: each round with its figures and outcome. Made from the hall's state; it is no
/// evidence and says so.
/// </summary>
internal static class SittingReport
{
    public static string Html(HallState state)
    {
        StringBuilder page = new();
        string title = Encode(state.Meeting?.Session.Name ?? "VotingHall");
        page.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{title}}</title><style>
            body{font:16px/1.6 "Noto Serif CJK SC",serif;max-width:60rem;margin:2rem auto;color:#111}
            h1{font-size:1.5rem;text-align:center}table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}
            td,th{border:1px solid #444;padding:.25rem .5rem;text-align:left}td.n{text-align:right;font-variant-numeric:tabular-nums}
            p.note{color:#555}</style></head><body><h1>{{title}}</h1>
            <p class="note">演练小结，供浏览；凭证是 records 目录中已签名的记录。/ Summary of a rehearsal for reading; the evidence is the signed records in the folder records.</p>

            """);
        foreach (Round round in state.Rounds.Values)
            Append(page, round);
        return page.Append("</body></html>\n").ToString();
    }

    private static void Append(StringBuilder page, Round round)
    {
        string file = OutFolder.NameOf(round.No);
        page.Append(CultureInfo.InvariantCulture, $"<h2>第 {round.No} 轮　{Encode(round.Question.Title)}</h2><p>");
        if (round.Voided is { } voided)
        {
            page.Append(CultureInfo.InvariantCulture, $"作废：{Encode(voided.Note)}</p>");
            return;
        }
        if (round.Counted is not { } counted)
        {
            page.Append("未计票</p>");
            return;
        }
        Tally tally = counted.Tally;
        page.Append(CultureInfo.InvariantCulture, $"{Encode(counted.Outcome.Reason.Arithmetic)}</p>");
        page.Append(CultureInfo.InvariantCulture, $"<p>签到 {tally.SignedIn}，参加表决 {tally.Participants}，未按 {tally.NotPressed}　");
        page.Append(CultureInfo.InvariantCulture, $"<a href=\"records/{file}.record.json\">记录</a>　<a href=\"papers/{file}.pdf\">报告单</a></p>");
        if (tally.Rows.Count == 0)
            return;
        page.Append("<table><tr><th></th><th>赞成</th><th>反对</th><th>弃权</th><th>另选</th></tr>");
        foreach (RowTally row in tally.Rows)
            page.Append(CultureInfo.InvariantCulture,
                $"<tr><td>{Encode(row.Name)}</td><td class=n>{row.For}</td><td class=n>{row.Against}</td><td class=n>{row.Abstain}</td><td class=n>{row.WriteIn}</td></tr>");
        page.Append("</table>\n");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
