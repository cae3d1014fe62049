using System.Security.Cryptography;
using VotingHall.Core;
using VotingHall.Server.Papers;
using VotingHall.Server.Printing;

namespace VotingHall.Server.Startup;

/// <summary>
/// 待印文件的来源: the stored certificate, byte for byte, for a first printing in the number of copies it names; else a sheet derived from the
/// same signed record, which says how many copies and which printing it is.
/// </summary>
/// <param name="folder">Where derived sheets lie.</param>
/// <param name="certificates">Digests journalled for a round's certificates.</param>
internal sealed class PrintDocuments(
    CertificatePrinter papers, Func<RoundNo, string> storedPath, string folder, Func<RoundNo, IReadOnlyList<Octets>> certificates)
{
    public PrintDocument Of(RoundNo round, Print print)
    {
        if (print is { Copy: 1, Copies: CertificatePrinter.CopiesMade })
            return Stored(storedPath(round), certificates(round));
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, $"round-{round.Value:D3}-print-{print.Copy}.pdf");
        // Made before a restart: the worker gives a file its name only when it is whole.
        if (File.Exists(path))
            return new PrintDocument.Ready(path);
        try
        {
            return papers.TryDerive(round, print.Copy, print.Copies, path) ? new PrintDocument.Ready(path) : new PrintDocument.NotYet();
        }
        catch (PapersFault fault)
        {
            return new PrintDocument.Failed(fault.Chinese, fault.English);
        }
    }

    private static PrintDocument Stored(string path, IReadOnlyList<Octets> digests)
    {
        if (!File.Exists(path))
            return new PrintDocument.Failed("报告单文件不见了：" + path, "the certificate's file is gone: " + path);
        return digests.Contains(new Octets(SHA256.HashData(File.ReadAllBytes(path))))
            ? new PrintDocument.Ready(path)
            : new PrintDocument.Failed("报告单文件与流水所记摘要不符：" + path, "the certificate's file is not the one in the journal: " + path);
    }
}
