using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Server.Printing;

/// <summary>打印机: one this hall may print certificates on, by the name people know and its IPP address.</summary>
/// <param name="Name">Unique in the hall, at most 64 characters.</param>
/// <param name="Address"><c>ipp://host[:port]/path</c>: the printer itself, or a queue of CUPS where it cannot take PDF.</param>
public sealed record Printer(string Name, string Address)
{
    public const int NameMax = 64;

    private const int PortOfIpp = 631;

    private Uri Parts { get; } = new(Address);

    internal string Host => Parts.IdnHost;

    internal int Port => Parts.Port > 0 ? Parts.Port : PortOfIpp;

    internal string Path => Parts.AbsolutePath;

    /// <summary>Reads <c>NAME=ipp://...</c>, one a line of the settings; false and the reason when one does not fit.</summary>
    public static bool TryRead(IReadOnlyList<string> texts, out IReadOnlyList<Printer> printers, out string problem)
    {
        List<Printer> read = [];
        printers = read;
        problem = "";
        foreach (string text in texts)
        {
            if (!TryReadOne(text, out Printer? printer, out string what))
                problem = $"打印机“{text}”：{what}";
            else if (read.Exists(other => other.Name == printer.Name))
                problem = $"打印机“{text}”：名称重复 / name given twice";
            else
                read.Add(printer);
            if (problem.Length > 0)
                return false;
        }
        return true;
    }

    private static bool TryReadOne(string text, [NotNullWhen(true)] out Printer? printer, out string what)
    {
        printer = null;
        what = "";
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? "" : text[..equals].Trim();
        if (name.Length is 0 or > NameMax)
            what = "须写成 名称=ipp://地址 / write NAME=ipp://ADDRESS";
        else if (!Uri.TryCreate(text[(equals + 1)..], UriKind.Absolute, out Uri? address) || address.Scheme != "ipp"
            || address.Host.Length == 0 || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            what = "地址须为 ipp://主机/路径 / the address must be ipp://HOST/PATH";
        else
            printer = new Printer(name, address.AbsoluteUri);
        return printer is not null;
    }
}
