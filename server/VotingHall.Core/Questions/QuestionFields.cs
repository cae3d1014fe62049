namespace VotingHall.Core;

/// <summary>事项字段: reads the fields of one question and collects every problem, so that a file is corrected in one go.</summary>
internal sealed class QuestionFields
{
    /// <summary>Largest number of rows of a paper. Source: protocol 5.2.</summary>
    public const int RowsMax = 128;

    /// <summary>Characters of an agenda number.</summary>
    public const int AgendaNoMax = 20;

    private const int NameLengthMax = 80;
    private readonly Json.Object _json;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _errors = [];

    public QuestionFields(Json.Object json, ReadOnlySpan<string> besides)
    {
        _json = json;
        foreach (string key in besides)
            _known.Add(key);
    }

    public IReadOnlyList<string> Errors => _errors;

    public string Title => Text("title", QuestionJson.TitleLengthMax);

    /// <summary>The verb, one of those the kind allows.</summary>
    public string Verb(Func<string, string?> objection)
    {
        string verb = Text("verb", 20);
        if (verb.Length > 0 && objection(verb) is string why)
            Problem("verb", why);
        return verb;
    }

    public string Text(string key, int lengthMax)
    {
        _known.Add(key);
        switch (_json[key])
        {
            case Json.Text { Value: string value } when value.Length > 0 && value.Length <= lengthMax && value.Trim().Length == value.Length:
                return value;
            case null:
                Problem(key, "missing");
                return "";
            default:
                Problem(key, "a text of 1 to " + Arithmetic.Text(lengthMax) + " characters without blanks at its ends is expected");
                return "";
        }
    }

    public string? OptionalText(string key, int lengthMax)
    {
        _known.Add(key);
        return _json[key] is null ? null : Text(key, lengthMax);
    }

    public bool Flag(string key)
    {
        _known.Add(key);
        switch (_json[key])
        {
            case null: return false;
            case Json.Flag flag: return flag.Value;
            default:
                Problem(key, "true or false is expected");
                return false;
        }
    }

    public int Number(string key, int min, int max)
    {
        _known.Add(key);
        switch (_json[key])
        {
            case Json.Number number when number.Value >= min && number.Value <= max:
                return (int)number.Value;
            case null:
                Problem(key, "missing");
                return min;
            default:
                Problem(key, "a whole number from " + Arithmetic.Text(min) + " to " + Arithmetic.Text(max) + " is expected");
                return min;
        }
    }

    /// <summary>A name of a closed list, or <paramref name="fallback"/> when absent.</summary>
    public T Name<T>(string key, IReadOnlyList<(string Name, T Value)> names, T fallback)
    {
        _known.Add(key);
        if (_json[key] is not Json field)
            return fallback;
        foreach ((string name, T value) in names)
            if (field is Json.Text text && text.Value == name)
                return value;
        Problem(key, "one of " + string.Join(", ", names.Select(one => one.Name)) + " is expected");
        return fallback;
    }

    /// <summary>A name of an enumeration as it is stored, or <paramref name="fallback"/> when absent.</summary>
    public T Name<T>(string key, T fallback)
        where T : struct, Enum => Name(key, [.. Enum.GetValues<T>().Select(value => (EnumNames.Write(value), value))], fallback);

    /// <summary>A name that is never guessed.</summary>
    public T RequiredName<T>(string key)
        where T : struct, Enum
    {
        if (_json[key] is null)
        {
            _known.Add(key);
            Problem(key, "missing, one of " + string.Join(", ", Enum.GetValues<T>().Select(EnumNames.Write)));
        }
        return Name(key, default(T));
    }

    /// <summary>Different whole numbers, at least one.</summary>
    public IReadOnlyList<int> Numbers(string key, int countMax, int min, int max)
    {
        IReadOnlyList<Json> items = Items(key, countMax);
        List<int> numbers = [];
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i] is not Json.Number number || number.Value < min || number.Value > max)
                Problem(At(key, i), "a whole number from " + Arithmetic.Text(min) + " to " + Arithmetic.Text(max) + " is expected");
            else if (numbers.Contains((int)number.Value))
                Problem(At(key, i), "the number stands twice: " + Arithmetic.Text((int)number.Value));
            else
                numbers.Add((int)number.Value);
        }
        return numbers;
    }

    /// <summary>Different names, at least one.</summary>
    public IReadOnlyList<string> Names(string key, int countMax)
    {
        IReadOnlyList<Json> items = Items(key, countMax);
        List<string> names = [];
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i] is Json.Text { Value: string name } && IsName(name))
                AddName(names, name, key, i);
            else
                Problem(At(key, i), "a name of 1 to " + Arithmetic.Text(NameLengthMax) + " characters is expected");
        }
        return names;
    }

    /// <summary>Objects of a list, read by <paramref name="read"/>; <paramref name="nameOf"/> gives what must differ.</summary>
    public IReadOnlyList<T> Objects<T>(string key, int countMax, Func<QuestionFields, T> read, Func<T, string> nameOf)
    {
        IReadOnlyList<Json> items = Items(key, countMax);
        List<T> results = [];
        List<string> names = [];
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i] is not Json.Object item)
            {
                Problem(At(key, i), "an object is expected");
                continue;
            }
            QuestionFields fields = new(item, []);
            T result = read(fields);
            fields.Finish();
            foreach (string error in fields.Errors)
                _errors.Add(At(key, i) + "." + error);
            results.Add(result);
            if (nameOf(result).Length > 0)
                AddName(names, nameOf(result), key, i);
        }
        return results;
    }

    public bool Has(string key)
    {
        _known.Add(key);
        return _json[key] is not null;
    }

    /// <summary>An object within, or null when absent.</summary>
    public T? Nested<T>(string key, Func<QuestionFields, T> read)
        where T : class
    {
        if (!Has(key))
            return null;
        if (_json[key] is not Json.Object within)
        {
            Problem(key, "an object is expected");
            return null;
        }
        QuestionFields fields = new(within, []);
        T result = read(fields);
        fields.Finish();
        foreach (string error in fields.Errors)
            _errors.Add(key + "." + error);
        return result;
    }

    /// <summary>A stored name of an enumeration; never guessed.</summary>
    public T Choice<T>(string key)
        where T : struct, Enum
    {
        _known.Add(key);
        if (EnumNames.TryRead((_json[key] as Json.Text)?.Value, out T value))
            return value;
        string names = string.Join(", ", Enum.GetValues<T>().Select(EnumNames.Write));
        Problem(key, _json[key] is null ? "missing, one of " + names : "one of " + names + " is expected");
        return default;
    }

    public bool RequiredFlag(string key)
    {
        if (!Has(key))
            Problem(key, "missing");
        return Flag(key);
    }

    /// <summary>Different whole numbers, at least one.</summary>
    public IReadOnlyList<int> WholeNumbers(string key, int countMax, int min, int max)
    {
        IReadOnlyList<Json> items = Items(key, countMax);
        List<int> numbers = [];
        for (int i = 0; i < items.Count; i++)
            if (items[i] is Json.Number number && number.Value >= min && number.Value <= max && !numbers.Contains((int)number.Value))
                numbers.Add((int)number.Value);
            else
                Problem(At(key, i), "a whole number from " + Arithmetic.Text(min) + " to " + Arithmetic.Text(max) + ", given once, is expected");
        return numbers;
    }

    public void Problem(string key, string what) => _errors.Add(key + ": " + what);

    /// <summary>Names the fields nobody asked for.</summary>
    public void Finish()
    {
        foreach (KeyValuePair<string, Json> field in _json.Fields)
            if (!_known.Contains(field.Key))
                Problem(field.Key, "unknown field");
    }

    private IReadOnlyList<Json> Items(string key, int countMax)
    {
        _known.Add(key);
        switch (_json[key])
        {
            case Json.List list when list.Items.Count > 0 && list.Items.Count <= countMax:
                return list.Items;
            case null:
                Problem(key, "missing");
                return [];
            default:
                Problem(key, "a list of 1 to " + Arithmetic.Text(countMax) + " is expected");
                return [];
        }
    }

    private void AddName(List<string> names, string name, string key, int index)
    {
        if (names.Contains(name))
            Problem(At(key, index), "the name stands twice: " + name);
        names.Add(name);
    }

    private static bool IsName(string name) => name.Length is > 0 and <= NameLengthMax && name.Trim().Length == name.Length;

    private static string At(string key, int index) => key + "[" + Arithmetic.Text(index) + "]";
}
