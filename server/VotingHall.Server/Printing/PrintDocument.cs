using System.Globalization;
using VotingHall.Core;

namespace VotingHall.Server.Printing;

/// <summary>待印文件: the PDF of one printing. Closed list.</summary>
public abstract record PrintDocument
{
    private PrintDocument() { }

    public sealed record Ready(string Path) : PrintDocument;

    /// <summary>After a restart the record is not handed on yet.</summary>
    public sealed record NotYet : PrintDocument;

    public sealed record Failed(string Chinese, string English) : PrintDocument;
}

/// <summary>打印号: the job's name on the printer; by it a job is found again after any doubt.</summary>
internal static class PrintNumber
{
    /// <summary>The instant of the order keeps printings of another meeting on the same printer apart.</summary>
    public static string Of(RoundNo round, Print print) =>
        string.Create(CultureInfo.InvariantCulture, $"VOTINGHALL-R{round.Value:D3}-P{print.Copy}-{print.Ordered.At.UnixMs:X}");
}
