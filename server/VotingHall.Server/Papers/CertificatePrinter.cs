using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using VotingHall.Core;
using VotingHall.Server.Loop;
using VotingHall.Server.Stores;

namespace VotingHall.Server.Papers;

/// <summary>
/// 报告单制作: has the certificate of each signed record made by the worker, from the record alone, and journals its digest, with what besides the
/// record went into it (time, copy, signed code), so that the same paper can be made again. A paper that cannot be made is a fault to be shown; the
/// record stands without it.
/// </summary>
public sealed class CertificatePrinter(PapersWorker worker, HallLoop loop, Func<Instant> clock, Func<RoundNo, string> pathOf, Action<string> failed)
{
    /// <summary>一式三份: for the presidium, the secretariat and the archive. The stored certificate says so; another number is printed from another sheet.</summary>
    public const int CopiesMade = 3;

    private readonly ConcurrentDictionary<RoundNo, SignedRecord> known = [];
    private readonly Channel<Action> waiting = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });

    /// <param name="replaces">
    /// The record was signed by a run that ended before it journalled a paper: a file of that name is its left-over, issued to nobody, and is made anew.
    /// Otherwise a file that is there is not overwritten.
    /// </param>
    public void Make(SignedRecord record, bool replaces) => waiting.Writer.TryWrite(() =>
    {
        if (replaces)
            File.Delete(pathOf(record.Round));
        JsonObject particulars = Particulars(record, 1, CopiesMade);
        if (Ask(record.Round, Request(particulars, record.Envelope, pathOf(record.Round))) is { } digest)
            loop.TrySubmit(
                new HallCommand.CertificateMade(record.Round, digest) { Issuer = Issuer.System, At = clock() }, answered: null,
                new StoredBlob(digest.Span.ToArray(), Encoding.UTF8.GetBytes(particulars.ToJsonString())));
    });

    /// <summary>Makes a paper once more that was issued already and is not in its folder; it must become the same, byte for byte.</summary>
    /// <param name="particulars">As kept with the digest of the paper.</param>
    public void MakeAgain(RoundNo round, byte[] envelope, byte[] particulars, Octets digest) => waiting.Writer.TryWrite(() =>
    {
        if (JsonNode.Parse(particulars) is JsonObject kept && Ask(round, Request(kept, envelope, pathOf(round))) is { } made)
        {
            if (made.Equals(digest))
                return;
            File.Delete(pathOf(round));
        }
        failed($"第 {round} 轮报告单无法原样重制（字体或程序已变） / the certificate of round {round} cannot be made again as it was: fonts or program have changed");
    });

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
        JsonObject answer = worker.Ask(Request(Particulars(record, printing, copies), record.Envelope, path));
        if ((bool?)answer["ok"] != true)
            throw new PapersFault((string?)answer["zh"] ?? "", (string?)answer["en"] ?? "");
        return true;
    }

    public async Task Run(CancellationToken stop)
    {
        await foreach (Action next in waiting.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            next();
    }

    /// <summary>SHA-256 of the paper made, or null when that failed, which has been told.</summary>
    private Octets? Ask(RoundNo round, JsonObject request)
    {
        try
        {
            JsonObject answer = worker.Ask(request);
            if ((bool?)answer["ok"] == true && Octets.TryParseHex((string?)answer["sha256"], out Octets digest))
                return digest;
            failed($"第 {round} 轮报告单未能制作：{answer["zh"]} / certificate of round {round} not made: {answer["en"]}");
        }
        catch (PapersFault fault)
        {
            failed($"第 {round} 轮报告单未能制作：{fault.Chinese} / certificate of round {round} not made: {fault.English}");
        }
        return null;
    }

    /// <summary>What goes into a sheet besides the record.</summary>
    private JsonObject Particulars(SignedRecord record, int printing, int copies)
    {
        DateTimeOffset now = DateTimeOffset.FromUnixTimeMilliseconds(clock().UnixMs).ToOffset(TimeSpan.FromHours(8));
        return new JsonObject
        {
            ["qr"] = record.Code,
            ["digest"] = Convert.ToHexStringLower(record.Identity),
            ["copies"] = copies,
            ["printing"] = printing,
            ["printedAt"] = now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        };
    }

    private static JsonObject Request(JsonObject particulars, byte[] envelope, string path)
    {
        JsonObject request = particulars.DeepClone().AsObject();
        request["do"] = "certificate";
        request["envelope"] = Convert.ToBase64String(envelope);
        request["out"] = path;
        return request;
    }
}
