using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using VotingHall.Core;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Papers;

/// <summary>
/// 报告单制作: has the certificate of each signed record made by the worker, from the record alone, and journals its digest. A paper that cannot
/// be made is a fault to be shown; the record stands without it.
/// </summary>
public sealed class CertificatePrinter(PapersWorker worker, HallLoop loop, Func<Instant> clock, Func<RoundNo, string> pathOf, Action<string> failed)
{
    /// <summary>一式三份: for the presidium, the secretariat and the archive. The stored certificate says so; another number is printed from another sheet.</summary>
    public const int CopiesMade = 3;

    private readonly ConcurrentDictionary<RoundNo, SignedRecord> known = [];
    private readonly Channel<Order> waiting = Channel.CreateUnbounded<Order>(new UnboundedChannelOptions { SingleReader = true });

    /// <param name="replaces">
    /// The record was signed by a run that ended before it journalled a paper: a file of that name is its left-over, issued to nobody, and is made anew.
    /// Otherwise a file that is there is not overwritten.
    /// </param>
    public void Make(SignedRecord record, bool replaces) => waiting.Writer.TryWrite(new Order(record, replaces));

    /// <summary>From now on <see cref="TryDerive"/> can print from this record.</summary>
    public void Know(SignedRecord record) => known[record.Round] = record;

    /// <summary>
    /// Makes the sheet of one printing (from the second on it says which) at <paramref name="path"/>; the stored certificate stays as it is.
    /// False as long as the signed record is not known.
    /// </summary>
    /// <exception cref="PapersFault">The sheet cannot be made.</exception>
    public bool TryDerive(RoundNo round, int printing, int copies, string path)
    {
        if (!known.TryGetValue(round, out SignedRecord? record))
            return false;
        JsonObject answer = worker.Ask(Request(record, printing, copies, path));
        if ((bool?)answer["ok"] != true)
            throw new PapersFault((string?)answer["zh"] ?? "", (string?)answer["en"] ?? "");
        return true;
    }

    public async Task Run(CancellationToken stop)
    {
        await foreach (Order order in waiting.Reader.ReadAllAsync(stop).ConfigureAwait(false))
        {
            if (order.Replaces)
                File.Delete(pathOf(order.Record.Round));
            MakeNow(order.Record);
        }
    }

    private void MakeNow(SignedRecord record)
    {
        try
        {
            JsonObject answer = worker.Ask(Request(record, 1, CopiesMade, pathOf(record.Round)));
            if ((bool?)answer["ok"] == true && Octets.TryParseHex((string?)answer["sha256"], out Octets digest))
                loop.TrySubmit(new HallCommand.CertificateMade(record.Round, digest) { Issuer = Issuer.System, At = clock() });
            else
                failed($"第 {record.Round} 轮报告单未能制作：{answer["zh"]} / certificate of round {record.Round} not made: {answer["en"]}");
        }
        catch (PapersFault fault)
        {
            failed($"第 {record.Round} 轮报告单未能制作：{fault.Chinese} / certificate of round {record.Round} not made: {fault.English}");
        }
    }

    private JsonObject Request(SignedRecord record, int printing, int copies, string path)
    {
        DateTimeOffset now = DateTimeOffset.FromUnixTimeMilliseconds(clock().UnixMs).ToOffset(TimeSpan.FromHours(8));
        return new JsonObject
        {
            ["do"] = "certificate",
            ["envelope"] = Convert.ToBase64String(record.Envelope),
            ["qr"] = record.Code,
            ["digest"] = Convert.ToHexStringLower(record.Identity),
            ["copies"] = copies,
            ["printing"] = printing,
            ["printedAt"] = now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["out"] = path,
        };
    }

    private sealed record Order(SignedRecord Record, bool Replaces);
}
