using VotingHall.Core;

namespace VotingHall.Server.Plans;

/// <summary>带行号的 JSON: a file as a tree that knows on which line everything stands. No null, whole numbers only.</summary>
internal abstract record PlanNode(int Line)
{
    public sealed record Text(int Line, string Value) : PlanNode(Line);

    public sealed record Number(int Line, long Value) : PlanNode(Line);

    public sealed record Flag(int Line, bool Value) : PlanNode(Line);

    public sealed record List(int Line, IReadOnlyList<PlanNode> Items) : PlanNode(Line);

    public sealed record Object(int Line, IReadOnlyList<KeyValuePair<string, PlanNode>> Fields) : PlanNode(Line)
    {
        public PlanNode? this[string key] => Fields.FirstOrDefault(field => field.Key == key).Value;
    }

    /// <summary>The node at a path such as <c>members[3].seat</c>, or the deepest one on the way.</summary>
    public PlanNode At(string path)
    {
        PlanNode node = this;
        foreach (string step in path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            PlanNode? next = node switch
            {
                Object fields => fields[step],
                List list when int.TryParse(step, out int index) && index >= 0 && index < list.Items.Count => list.Items[index],
                _ => null,
            };
            if (next is null)
                break;
            node = next;
        }
        return node;
    }

    /// <summary>The same value for Core, which needs no lines.</summary>
    public Json ToJson() => this switch
    {
        Text text => text.Value,
        Number number => number.Value,
        Flag flag => flag.Value,
        List list => Json.ListOf(list.Items, item => item.ToJson()),
        Object fields => Json.Of([.. fields.Fields.Select(field => (field.Key, (Json?)field.Value.ToJson()))]),
        _ => throw new InvalidOperationException("unknown JSON shape"),
    };
}
