namespace VotingHall.Core;

/// <summary>
/// 规则集参数一项: its stable name (files, journal and record), what it says to people, the values it may have, and where it lies in
/// <see cref="ProfileRules"/>. One list drives the reading of profiles, journal, record and schema. Source: rules 18.
/// </summary>
public sealed class ProfileParameter
{
    private readonly Func<ProfileRules, Json?> write;
    private readonly Func<ProfileRules, Json, ProfileRules?> set;

    internal ProfileParameter(
        string name, string chinese, string english, ParameterValues values, Func<ProfileRules, Json?> write, Func<ProfileRules, Json, ProfileRules?> set)
    {
        Name = name;
        Chinese = chinese;
        English = english;
        Values = values;
        this.write = write;
        this.set = set;
    }

    /// <summary>Every parameter, by name.</summary>
    public static IReadOnlyList<ProfileParameter> All { get; } =
        [.. ProfileCatalogue.Voting.Concat(ProfileCatalogue.Bodies).OrderBy(parameter => parameter.Name, StringComparer.Ordinal)];

    /// <summary>Stable, e.g. "ballot.blank".</summary>
    public string Name { get; }

    public string Chinese { get; }

    public string English { get; }

    public ParameterValues Values { get; }

    /// <summary>The parameter of this name, or null.</summary>
    public static ProfileParameter? Find(string name) => All.FirstOrDefault(parameter => parameter.Name == name);

    /// <summary>The value it has in <paramref name="rules"/>, or null where it says nothing.</summary>
    public Json? Write(ProfileRules rules) => write(rules);

    /// <summary>The rules with this value, or null when it is none of <see cref="Values"/>.</summary>
    public ProfileRules? Set(ProfileRules rules, Json value) => set(rules, value);
}

/// <summary>参数的取值范围.</summary>
public abstract record ParameterValues
{
    private ParameterValues() { }

    /// <summary>What a person is told.</summary>
    public abstract string Chinese { get; }

    public abstract string English { get; }

    /// <summary>A name of a closed list.</summary>
    public sealed record OneOf(IReadOnlyList<string> Names) : ParameterValues
    {
        public override string Chinese => "须为以下之一：" + string.Join("、", Names);

        public override string English => "one of these is expected: " + string.Join(", ", Names);
    }

    /// <summary>A whole number, both ends included.</summary>
    public sealed record Number(int Min, int Max) : ParameterValues
    {
        public override string Chinese => $"须为 {Arithmetic.Text(Min)} 至 {Arithmetic.Text(Max)} 的整数";

        public override string English => $"a whole number from {Arithmetic.Text(Min)} to {Arithmetic.Text(Max)} is expected";
    }

    public sealed record Flag : ParameterValues
    {
        public override string Chinese => "须为 true 或 false";

        public override string English => "true or false is expected";
    }

    /// <summary>A text that is quoted.</summary>
    public sealed record Quotation(int LengthMax) : ParameterValues
    {
        public override string Chinese => $"须为 1 至 {Arithmetic.Text(LengthMax)} 个字符的文字，首尾无空格";

        public override string English => $"a text of 1 to {Arithmetic.Text(LengthMax)} characters without blanks at its ends is expected";
    }

    /// <summary>Different texts, none is possible.</summary>
    public sealed record Texts(int CountMax, int LengthMax) : ParameterValues
    {
        public override string Chinese =>
            $"须为至多 {Arithmetic.Text(CountMax)} 项互不相同的文字的列表，每项 1 至 {Arithmetic.Text(LengthMax)} 个字符，首尾无空格";

        public override string English =>
            $"a list of at most {Arithmetic.Text(CountMax)} different texts of 1 to {Arithmetic.Text(LengthMax)} characters is expected";
    }
}
