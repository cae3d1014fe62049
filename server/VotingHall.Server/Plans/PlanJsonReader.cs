using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace VotingHall.Server.Plans;

/// <summary>JSON 读入: bytes to a tree with lines. What JSON allows and our files do not (null, fractions, a name twice) is reported.</summary>
internal sealed class PlanJsonReader
{
    /// <summary>Largest file, bytes: 3,000 members take 0.4 MiB.</summary>
    public const int SizeMax = 8 * 1024 * 1024;

    private const int DepthMax = 32;
    private readonly PlanProblems problems;
    private readonly List<int> lineStarts = [0];

    private PlanJsonReader(byte[] bytes, PlanProblems problems)
    {
        this.problems = problems;
        for (int i = 0; i < bytes.Length; i++)
            if (bytes[i] == '\n')
                lineStarts.Add(i + 1);
    }

    /// <summary>The tree, or null when the text is no JSON at all; problems are added either way.</summary>
    public static PlanNode? Read(byte[] bytes, PlanProblems problems)
    {
        if (bytes.Length is 0 or > SizeMax)
        {
            problems.Add(0, $"文件为空或超过 {SizeMax / 1024 / 1024} MiB", $"the file is empty or larger than {SizeMax / 1024 / 1024} MiB");
            return null;
        }
        PlanJsonReader reader = new(bytes, problems);
        ReadOnlySpan<byte> text = bytes;
        int mark = text.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        if (!Utf8.IsValid(text))
        {
            problems.Add(reader.FirstInvalidLine(bytes), "不是 UTF-8 编码，请另存为 UTF-8", "not UTF-8; save the file as UTF-8");
            return null;
        }
        Utf8JsonReader json = new(text[mark..], new JsonReaderOptions { MaxDepth = DepthMax });
        try
        {
            json.Read();
            PlanNode? node = reader.Value(ref json, mark);
            json.Read();
            return node;
        }
        catch (JsonException error)
        {
            int line = (int)(error.LineNumber ?? 0) + 1;
            problems.Add(line, "JSON 语法错误（多为缺少或多出逗号、引号、括号）", "JSON syntax: " + Short(error.Message));
            return null;
        }
    }

    private PlanNode? Value(ref Utf8JsonReader json, int offset)
    {
        int line = LineOf(json.TokenStartIndex + offset);
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject: return Object(ref json, offset, line);
            case JsonTokenType.StartArray: return List(ref json, offset, line);
            case JsonTokenType.String: return new PlanNode.Text(line, TextOf(ref json, line));
            case JsonTokenType.True or JsonTokenType.False: return new PlanNode.Flag(line, json.GetBoolean());
            case JsonTokenType.Number when json.TryGetInt64(out long number) && number is > -(1L << 53) and < 1L << 53:
                return new PlanNode.Number(line, number);
            case JsonTokenType.Number:
                problems.Add(line, "只允许整数", "only whole numbers are allowed");
                return null;
            default:
                problems.Add(line, "不允许 null，不适用的字段请删去", "null is not allowed; leave out what does not apply");
                return null;
        }
    }

    private PlanNode.Object Object(ref Utf8JsonReader json, int offset, int line)
    {
        List<KeyValuePair<string, PlanNode>> fields = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            int nameLine = LineOf(json.TokenStartIndex + offset);
            string name = TextOf(ref json, nameLine);
            json.Read();
            if (!names.Add(name))
                problems.Add(nameLine, $"字段重复：{name}", $"the field stands twice: {name}");
            if (Value(ref json, offset) is { } value)
                fields.Add(new(name, value));
        }
        return new PlanNode.Object(line, fields);
    }

    private PlanNode.List List(ref Utf8JsonReader json, int offset, int line)
    {
        List<PlanNode> items = [];
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            if (Value(ref json, offset) is { } value)
                items.Add(value);
        return new PlanNode.List(line, items);
    }

    private string TextOf(ref Utf8JsonReader json, int line)
    {
        try
        {
            return json.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // The reader's way of refusing \ud800 and its like.
            problems.Add(line, "文字中有不成对的代理码", "half of a surrogate pair in a text");
            return "";
        }
    }

    private int FirstInvalidLine(byte[] bytes)
    {
        for (int line = 1; line < lineStarts.Count; line++)
            if (!Utf8.IsValid(bytes.AsSpan(lineStarts[line - 1]..lineStarts[line])))
                return line;
        return lineStarts.Count;
    }

    private int LineOf(long at)
    {
        int found = lineStarts.BinarySearch((int)at);
        return found >= 0 ? found + 1 : ~found;
    }

    private static string Short(string message)
    {
        int end = message.IndexOf(" LineNumber", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
