using System.Globalization;
using VotingHall.Server.Lines;

namespace VotingHall.Server.Plans;

/// <summary>线路计划读入: lines.json. A list of lines; entries with one address are the lines of one bridge, in file order. Source: design.md, files.</summary>
public static class LinesReader
{
    private const int LinesMax = 64;
    private const int LinesOfBridgeMax = 16;
    private const int KeypadsMax = 250;
    private const int UplinkBaudDefault = 1_000_000;
    private static readonly int[] Bauds = [115_200, 250_000, 500_000, 1_000_000];

    private static readonly IReadOnlyList<(string Name, string Value)> Kinds = [("tty", "tty"), ("tcp", "tcp"), ("unix", "unix"), ("inproc", "inproc")];

    public static PlanReading<LinesPlan> Read(string path)
    {
        PlanProblems problems = new(path);
        if (PlanFiles.Bytes(path, problems) is not { } bytes || PlanJsonReader.Read(bytes, problems) is not { } root)
            return problems.Refuse<LinesPlan>();
        if (root is not PlanNode.List { Items.Count: >= 1 and <= LinesMax } list)
        {
            problems.Add(root.Line, $"文件须为 1 至 {LinesMax} 条线路的列表 […]", $"the file is a list […] of 1 to {LinesMax} lines");
            return problems.Refuse<LinesPlan>();
        }
        List<(LineAddress Address, LinePlan Line, int At)> lines = [];
        HashSet<string> ids = new(StringComparer.Ordinal);
        foreach (PlanNode item in list.Items)
        {
            if (item is not PlanNode.Object fields)
            {
                problems.Add(item.Line, "每条线路须为对象 {…}", "every line is an object {…}");
                continue;
            }
            (LineAddress Address, LinePlan Line, int At) line = Line(new PlanFields(fields, problems));
            if (line.Line.Id.Length > 0 && !ids.Add(line.Line.Id))
                problems.Add(line.At, $"线路编号重复：{line.Line.Id}", $"the line id stands twice: {line.Line.Id}");
            lines.Add(line);
        }
        List<BridgePlan> bridges = [.. lines.GroupBy(line => line.Address).Select(group => new BridgePlan(group.Key, [.. group.Select(line => line.Line)]))];
        foreach (IGrouping<LineAddress, (LineAddress Address, LinePlan Line, int At)> group in lines.GroupBy(line => line.Address).Where(group => group.Count() > LinesOfBridgeMax))
            problems.Add(group.First().At, $"一台集线桥最多 {LinesOfBridgeMax} 条线路", $"a bridge has at most {LinesOfBridgeMax} lines");
        return problems.None ? new PlanReading<LinesPlan>.Read(new LinesPlan(bridges)) : problems.Refuse<LinesPlan>();
    }

    private static (LineAddress Address, LinePlan Line, int At) Line(PlanFields fields)
    {
        string id = fields.Text("id", 20);
        string kind = fields.Name("kind", Kinds);
        string address = fields.Text("address", 200);
        int baud = fields.Number("baud", 1, int.MaxValue);
        if (!Bauds.Contains(baud) && fields.Node("baud") is PlanNode.Number)
            fields.Problem("baud", "须为 115200、250000、500000 或 1000000", "115200, 250000, 500000 or 1000000 is expected");
        int keypads = fields.Number("keypads", 1, KeypadsMax);
        int uplink = fields.OptionalNumber("uplinkBaud", 9600, 4_000_000) ?? UplinkBaudDefault;
        if (kind != "tty" && fields.Node("uplinkBaud") is not null)
            fields.Problem("uplinkBaud", "只用于 tty", "only for tty");
        fields.Finish();
        return (Address(kind, address, uplink, fields), new LinePlan(id, baud, keypads), fields.Line);
    }

    private static LineAddress Address(string kind, string address, int uplink, PlanFields fields)
    {
        switch (kind)
        {
            case "tcp":
                int colon = address.LastIndexOf(':');
                if (colon > 0 && int.TryParse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is >= 1 and <= 65535)
                    return new LineAddress.Tcp(address[..colon].Trim('[', ']'), port);
                if (address.Length > 0)
                    fields.Problem("address", "须为“主机:端口”", "host:port is expected");
                return new LineAddress.Tcp("", 1);
            case "unix": return new LineAddress.Unix(address);
            case "inproc": return new LineAddress.InProcess(address);
            default: return new LineAddress.Tty(address, uplink);
        }
    }
}
