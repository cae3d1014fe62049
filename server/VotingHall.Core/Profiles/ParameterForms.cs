namespace VotingHall.Core;

/// <summary>参数的形式: makes parameters of the few forms there are.</summary>
internal static class ParameterForms
{
    private const int QuotationMax = 300;
    private const int ListMax = 100;
    private const int ListTextMax = 120;

    public static ProfileParameter Choice<T>(
        string name, string chinese, string english, IReadOnlyList<(string Name, T Value)> values, Func<ProfileRules, T> get,
        Func<ProfileRules, T, ProfileRules> with) => new(
        name, chinese, english, new ParameterValues.OneOf([.. values.Select(value => value.Name)]),
        rules => values.First(value => EqualityComparer<T>.Default.Equals(value.Value, get(rules))).Name,
        (rules, json) =>
        {
            foreach ((string known, T value) in values)
                if (json is Json.Text text && text.Value == known)
                    return with(rules, value);
            return null;
        });

    /// <summary>The names of an enumeration, as stored.</summary>
    public static ProfileParameter Choice<T>(
        string name, string chinese, string english, Func<ProfileRules, T> get, Func<ProfileRules, T, ProfileRules> with)
        where T : struct, Enum =>
        Choice(name, chinese, english, [.. Enum.GetValues<T>().Select(value => (EnumNames.Write(value), value))], get, with);

    public static ProfileParameter Number(
        string name, string chinese, string english, int min, int max, Func<ProfileRules, int?> get, Func<ProfileRules, int, ProfileRules> with) => new(
        name, chinese, english, new ParameterValues.Number(min, max),
        rules => get(rules) is int number ? number : null,
        (rules, json) => json is Json.Number number && number.Value >= min && number.Value <= max ? with(rules, (int)number.Value) : null);

    public static ProfileParameter Flag(
        string name, string chinese, string english, Func<ProfileRules, bool> get, Func<ProfileRules, bool, ProfileRules> with) => new(
        name, chinese, english, new ParameterValues.Flag(),
        rules => get(rules),
        (rules, json) => json is Json.Flag flag ? with(rules, flag.Value) : null);

    public static ProfileParameter Quotation(
        string name, string chinese, string english, Func<ProfileRules, string?> get, Func<ProfileRules, string, ProfileRules> with) => new(
        name, chinese, english, new ParameterValues.Quotation(QuotationMax),
        rules => get(rules),
        (rules, json) => json is Json.Text text && IsText(text.Value, QuotationMax) ? with(rules, text.Value) : null);

    public static ProfileParameter Texts(
        string name, string chinese, string english, Func<ProfileRules, NameList> get, Func<ProfileRules, NameList, ProfileRules> with) => new(
        name, chinese, english, new ParameterValues.Texts(ListMax, ListTextMax),
        rules => Json.ListOf(get(rules).Names, text => text),
        (rules, json) =>
        {
            if (json is not Json.List list || list.Items.Count > ListMax)
                return null;
            List<string> texts = [];
            foreach (Json item in list.Items)
            {
                if (item is not Json.Text text || !IsText(text.Value, ListTextMax) || texts.Contains(text.Value))
                    return null;
                texts.Add(text.Value);
            }
            return with(rules, new NameList(texts));
        });

    private static bool IsText(string text, int max) => text.Length > 0 && text.Length <= max && text.Trim().Length == text.Length;
}
