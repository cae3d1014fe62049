using System.Text;
using VotingHall.Core;

namespace VotingHall.Server.Plans;

/// <summary>议程读入: agenda items; the fields of a question are read by its kind in Core, its errors are given lines and Chinese here.</summary>
internal sealed class AgendaReader(PlanProblems problems, Func<string, IReadOnlyList<string>>? missingCharacters)
{
    private const int DigestLength = 32;

    private static readonly IReadOnlyList<(string Name, VotingMethod Value)> Methods =
        [.. Enum.GetValues<VotingMethod>().Select(method => (VotingMethods.Name(method), method))];

    public IReadOnlyList<AgendaItem> Read(PlanFields fields)
    {
        List<AgendaItem> items = [];
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        if (fields.Node("agenda") is not PlanNode.List { Items.Count: >= 1 and <= MeetingCheck.AgendaMax } list)
        {
            fields.Problem("agenda", $"须为 1 至 {MeetingCheck.AgendaMax} 项的列表", $"a list of 1 to {MeetingCheck.AgendaMax} items is expected");
            return items;
        }
        foreach (PlanNode node in list.Items)
        {
            if (node is not PlanNode.Object item)
            {
                problems.Add(node.Line, "议程项须为对象 {…}", "an agenda item is an object {…}");
                continue;
            }
            if (Item(item) is not { } read)
                continue;
            if (!numbers.TryAdd(read.No, item.Line))
                problems.Add(item.Line, $"议程号 {read.No} 与第 {numbers[read.No]} 行重复", $"the number {read.No} stands in line {numbers[read.No]} already");
            items.Add(read);
        }
        return items;
    }

    /// <summary>One item by itself, as the editor of the agenda sends it.</summary>
    public static PlanReading<AgendaItem> ReadItem(string json, Func<string, IReadOnlyList<string>>? missingCharacters)
    {
        PlanProblems problems = new("");
        AgendaItem? item = null;
        if (PlanJsonReader.Read(Encoding.UTF8.GetBytes(json), problems) is { } node)
        {
            if (node is PlanNode.Object fields)
                item = new AgendaReader(problems, missingCharacters).Item(fields);
            else
                problems.Add(node.Line, "议程项须为对象 {…}", "an agenda item is an object {…}");
        }
        return item is not null && problems.None ? new PlanReading<AgendaItem>.Read(item) : problems.Refuse<AgendaItem>();
    }

    /// <summary>The item in the form of meeting.json.</summary>
    public static Json.Object Write(AgendaItem item) => new([
        .. Json.Of(
            ("before", item.Before.IsNone ? null : PreliminariesJson.Write(item.Before)), ("no", item.No), ("mode", MeetingReader.Modes.First(mode => mode.Value == item.Mode).Name),
            ("method", item.Method == VotingMethod.Keypad ? null : VotingMethods.Name(item.Method)),
            ("textDigest", item.TextDigest.Length == 0 ? null : item.TextDigest.Hex)).Fields
        .Concat(((Json.Object)QuestionJson.Write(item.Question)).Fields)
        .OrderBy(field => field.Key, StringComparer.Ordinal)]);

    private AgendaItem? Item(PlanNode.Object item)
    {
        PlanFields fields = new(item, problems);
        string no = fields.Text("no", 20);
        RoundMode mode = fields.Name("mode", MeetingReader.Modes);
        VotingMethod method = fields.Node("method") is null ? VotingMethod.Keypad : fields.Name("method", Methods);
        Octets digest = Octets.Empty;
        if (fields.OptionalText("textDigest", 2 * DigestLength) is { } hex && (!Octets.TryParseHex(hex, out digest) || digest.Length != DigestLength))
            fields.Problem("textDigest", "须为 64 位小写十六进制数", "64 lower-case hexadecimal digits are expected");
        Texts(item);
        bool good = QuestionJson.TryRead(item.ToJson(), out Question? question, out IReadOnlyList<string> errors, "no", "mode", "method", "textDigest", "before");
        IReadOnlyList<string> beforeErrors = [];
        Preliminaries before = item["before"] is { } given ? PreliminariesJson.Read(given.ToJson(), out beforeErrors) : Preliminaries.None;
        errors = [.. errors, .. beforeErrors];
        foreach (string error in errors)
        {
            int colon = error.IndexOf(':', StringComparison.Ordinal);
            string path = colon < 0 ? "" : error[..colon];
            problems.Add(item.At(path).Line, path, $"议程 {no} {QuestionProblems.Chinese(error)}", $"agenda {no} {error}");
        }
        return good && beforeErrors.Count == 0 ? new AgendaItem(no, question!, mode, digest) { Before = before, Method = method } : null;
    }

    /// <summary>Every text of an item is shown or printed somewhere.</summary>
    private void Texts(PlanNode node)
    {
        switch (node)
        {
            case PlanNode.Text text:
                PlanText.RefuseStrange(text.Value, text.Line, "议程 agenda", problems);
                if (missingCharacters is not null)
                    PlanText.RefuseUndrawable(text.Value, text.Line, missingCharacters, problems);
                break;
            case PlanNode.List list:
                foreach (PlanNode item in list.Items)
                    Texts(item);
                break;
            case PlanNode.Object fields:
                foreach (KeyValuePair<string, PlanNode> field in fields.Fields)
                    Texts(field.Value);
                break;
            default:
                break;
        }
    }
}
