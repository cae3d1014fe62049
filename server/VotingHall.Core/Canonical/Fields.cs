namespace VotingHall.Core;

/// <summary>
/// 字段读取: reads an object's fields once each. Total: a wrong or missing field gives a harmless value and makes <see cref="Good"/> false;
/// a field nobody read makes it false as well.
/// </summary>
internal sealed class Fields
{
    private readonly Json.Object source;
    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private bool wrong;

    public Fields(Json.Object source) => this.source = source;

    /// <summary>Everything asked for was there and well formed, and nothing else was there.</summary>
    public bool Good => !wrong && read.Count == source.Fields.Count;

    public bool Has(string key) => source[key] is not null;

    public string Text(string key)
    {
        string? text = (Take(key) as Json.Text)?.Value;
        return text ?? Wrong("");
    }

    public string? TextOrNone(string key) => Has(key) ? Text(key) : null;

    public long Number(string key, long least, long most) =>
        Take(key) is Json.Number number && number.Value >= least && number.Value <= most ? number.Value : Wrong(least);

    public int Int(string key, int least = 0, int most = int.MaxValue) => (int)Number(key, least, most);

    public int? IntOrNone(string key, int least = 0) => Has(key) ? Int(key, least) : null;

    public bool Flag(string key) => Take(key) is Json.Flag flag ? flag.Value : Wrong(false);

    public Octets Octets(string key) => Core.Octets.TryParseHex((Take(key) as Json.Text)?.Value, out Octets octets) ? octets : Wrong(Core.Octets.Empty);

    public Octets? OctetsOrNone(string key) => Has(key) ? Octets(key) : null;

    public Instant Instant(string key) => new(Number(key, 0, (1L << 53) - 1));

    public RoundNo Round(string key) => new(Int(key, 1));

    public RoundNo? RoundOrNone(string key) => Has(key) ? Round(key) : null;

    public KeypadUid Uid(string key) => TryUid(Take(key), out KeypadUid uid) ? uid : Wrong(uid);

    public PressId Press(string key) =>
        TryUid(Take(key), out KeypadUid value) ? new PressId(value.Value) : Wrong(default(PressId));

    public T Name<T>(string key)
        where T : struct, Enum =>
        EnumNames.TryRead((Take(key) as Json.Text)?.Value, out T value) ? value : Wrong(value);

    public Json Json(string key) => Take(key) ?? Wrong<Json>(false);

    /// <summary>A nested object read by <paramref name="read"/>.</summary>
    public T Object<T>(string key, Func<Fields, T> read) => ObjectOf(Take(key), read);

    public T? ObjectOrNone<T>(string key, Func<Fields, T> read)
        where T : class => Has(key) ? Object(key, read) : null;

    public IReadOnlyList<T> Objects<T>(string key, Func<Fields, T> read) => List(key, item => ObjectOf(item, read));

    public IReadOnlyList<KeypadUid> Uids(string key) => List(key, item => TryUid(item, out KeypadUid uid) ? uid : Wrong(uid));

    public IReadOnlyList<string> Texts(string key) => List(key, item => (item as Json.Text)?.Value ?? Wrong(""));

    public IReadOnlyList<int> Ints(string key, int least = 0) => List(
        key, item => item is Core.Json.Number number && number.Value >= least && number.Value <= int.MaxValue ? (int)number.Value : Wrong(least));

    public IReadOnlyList<Octets> OctetsList(string key) =>
        List(key, item => Core.Octets.TryParseHex((item as Json.Text)?.Value, out Octets octets) ? octets : Wrong(Core.Octets.Empty));

    /// <summary>Marks the object as bad and gives the value back.</summary>
    public T Wrong<T>(T value)
    {
        wrong = true;
        return value;
    }

    private IReadOnlyList<T> List<T>(string key, Func<Json, T> read) =>
        Take(key) is Json.List list ? [.. list.Items.Select(read)] : Wrong<IReadOnlyList<T>>([]);

    private T ObjectOf<T>(Json? value, Func<Fields, T> reader)
    {
        Fields fields = new(value as Json.Object ?? Core.Json.Of());
        T result = reader(fields);
        wrong |= value is not Core.Json.Object || !fields.Good;
        return result;
    }

    private Json? Take(string key)
    {
        Json? value = source[key];
        if (value is not null)
            read.Add(key);
        return value;
    }

    private static bool TryUid(Json? value, out KeypadUid uid)
    {
        uid = default;
        if (value is not Core.Json.Text { Value: { Length: 16 } text })
            return false;
        bool good = ulong.TryParse(text, System.Globalization.NumberStyles.AllowHexSpecifier,
            System.Globalization.CultureInfo.InvariantCulture, out ulong number);
        uid = new KeypadUid(number);
        return good && uid.ToString() == text;
    }
}
