namespace VotingHall.Core;

/// <summary>引用: the articles of a reason, national law first, then what the local norm says about the parameters that mattered.</summary>
internal static class Cites
{
    public static IReadOnlyList<string> Of(ProfileRules rules, IEnumerable<Law> laws, params ReadOnlySpan<string> parameters)
    {
        List<string> cites = [.. laws.Select(law => law.Chinese)];
        foreach (string parameter in parameters)
            if (rules.Cites.TryGetValue(parameter, out string? cite))
                cites.Add(cite);
        return cites;
    }
}
