namespace VotingHall.Server.Plans;

/// <summary>字段读取: takes the fields of one object by name and reports what is missing, wrong, or asked for by nobody.</summary>
internal sealed class PlanFields
{
    private readonly PlanNode.Object node;
    private readonly PlanProblems problems;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public PlanFields(PlanNode.Object node, PlanProblems problems)
    {
        this.node = node;
        this.problems = problems;
    }

    public int Line => node.Line;

    public PlanNode? Node(string key)
    {
        known.Add(key);
        return node[key];
    }

    public int LineOf(string key) => node[key]?.Line ?? node.Line;

    public void Problem(string key, string chinese, string english) => problems.Add(LineOf(key), key, $"{key}：{chinese}", $"{key}: {english}");

    public string Text(string key, int lengthMax)
    {
        switch (Node(key))
        {
            case PlanNode.Text { Value: string value } when value.Length > 0 && value.Length <= lengthMax && value.Trim().Length == value.Length:
                PlanText.RefuseStrange(value, LineOf(key), key, problems);
                return value;
            case null:
                Missing(key);
                return "";
            default:
                Problem(key, $"须为 1 至 {lengthMax} 个字符的文字，首尾无空格", $"a text of 1 to {lengthMax} characters without blanks at its ends is expected");
                return "";
        }
    }

    public string? OptionalText(string key, int lengthMax) => Node(key) is null ? null : Text(key, lengthMax);

    public int Number(string key, int min, int max)
    {
        switch (Node(key))
        {
            case PlanNode.Number number when number.Value >= min && number.Value <= max:
                return (int)number.Value;
            case null:
                Missing(key);
                return min;
            default:
                Problem(key, $"须为 {min} 至 {max} 的整数", $"a whole number from {min} to {max} is expected");
                return min;
        }
    }

    public int? OptionalNumber(string key, int min, int max) => Node(key) is null ? null : Number(key, min, max);

    public bool Flag(string key)
    {
        switch (Node(key))
        {
            case PlanNode.Flag flag:
                return flag.Value;
            case null:
                Missing(key);
                return false;
            default:
                Problem(key, "须为 true 或 false", "true or false is expected");
                return false;
        }
    }

    /// <summary>A name of a closed list; <paramref name="names"/>' first value after a problem.</summary>
    public T Name<T>(string key, IReadOnlyList<(string Name, T Value)> names)
    {
        PlanNode? field = Node(key);
        foreach ((string name, T value) in names)
            if (field is PlanNode.Text text && text.Value == name)
                return value;
        string all = string.Join("、", names.Select(one => one.Name));
        if (field is null)
            Missing(key);
        else
            Problem(key, $"须为以下之一：{all}", $"one of these is expected: {all}");
        return names[0].Value;
    }

    /// <summary>Different names of a closed list, at least one.</summary>
    public IReadOnlyList<T> Names<T>(string key, IReadOnlyList<(string Name, T Value)> names)
    {
        List<T> found = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        bool good = Node(key) is PlanNode.List { Items.Count: > 0 };
        foreach (PlanNode item in Node(key) is PlanNode.List list ? list.Items : [])
            if (item is PlanNode.Text text && seen.Add(text.Value) && names.Any(name => name.Name == text.Value))
                found.Add(names.First(name => name.Name == text.Value).Value);
            else
                good = false;
        string all = string.Join("、", names.Select(one => one.Name));
        if (Node(key) is null)
            Missing(key);
        else if (!good)
            Problem(key, $"须为不重复的列表，每项为以下之一：{all}", $"a list without repetition is expected, each of: {all}");
        return found;
    }

    public PlanFields? Object(string key)
    {
        switch (Node(key))
        {
            case PlanNode.Object fields:
                return new PlanFields(fields, problems);
            case null:
                Missing(key);
                return null;
            default:
                Problem(key, "须为对象 {…}", "an object {…} is expected");
                return null;
        }
    }

    /// <summary>The objects of a list; what is no object is reported and left out.</summary>
    public IReadOnlyList<PlanFields> Objects(string key, int min, int max)
    {
        switch (Node(key))
        {
            case PlanNode.List list when list.Items.Count >= min && list.Items.Count <= max:
                foreach (PlanNode item in list.Items.Where(item => item is not PlanNode.Object))
                    problems.Add(item.Line, $"{key}：每一项须为对象 {{…}}", $"{key}: every item is an object {{…}}");
                return [.. list.Items.OfType<PlanNode.Object>().Select(item => new PlanFields(item, problems))];
            case null:
                Missing(key);
                return [];
            default:
                Problem(key, $"须为 {min} 至 {max} 项的列表", $"a list of {min} to {max} items is expected");
                return [];
        }
    }

    /// <summary>An object without fields on the same line, for what was left out.</summary>
    public PlanFields None() => new(new PlanNode.Object(node.Line, []), problems);

    /// <summary>Reports the fields nobody asked for. Last call on every object.</summary>
    public void Finish()
    {
        foreach (KeyValuePair<string, PlanNode> field in node.Fields)
            if (!known.Contains(field.Key))
                problems.Add(field.Value.Line, field.Key, $"未知字段：{field.Key}", $"unknown field: {field.Key}");
    }

    private void Missing(string key) => problems.Add(node.Line, key, $"缺少字段：{key}", $"missing field: {key}");
}
