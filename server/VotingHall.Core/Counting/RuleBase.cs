namespace VotingHall.Core;

/// <summary>计票规则与基数: the rule of one count, the base it is measured against, and where both stand written.</summary>
/// <param name="Share">Null where more votes simply win.</param>
internal sealed record RuleBase(string RuleId, Threshold? Share, int Count, BaseOf BaseOf, Sources Sources)
{
    /// <summary>全体过半数. Source: OL25, OL51, EL45.</summary>
    public static RuleBase MajorityOfAll(CountContext context, Sources sources) =>
        new(VotingHall.Core.RuleId.MajorityOfAll, Threshold.MoreThanHalf, context.Base.Count, BaseOf.All, sources);

    /// <summary>出席过半数: procedural questions only.</summary>
    public static RuleBase MajorityOfPresent(int present, Sources sources) =>
        new(VotingHall.Core.RuleId.MajorityOfPresent, Threshold.MoreThanHalf, present, BaseOf.Present, sources);

    /// <summary>质询人过半数.</summary>
    public static RuleBase MajorityOfSignatories(int signatories, Sources sources) =>
        new(VotingHall.Core.RuleId.MajorityOfSignatories, Threshold.MoreThanHalf, signatories, BaseOf.Signatories, sources);

    /// <summary>得票多的.</summary>
    public static RuleBase Plurality(Sources sources) => new(VotingHall.Core.RuleId.Plurality, null, 0, BaseOf.Nobody, sources);

    /// <summary>Votes needed, or null.</summary>
    public int? Needed => Share?.VotesNeeded(Count);

    public Reason Explain(IReadOnlyList<Comparison> comparisons, PlacesFilled? places = null) =>
        new(RuleId, Count, BaseOf, Share, Needed, comparisons, places, Sources.Laws, Sources.Clauses);
}

/// <summary>依据: articles of national law, and what the local norm says about the parameters that mattered.</summary>
internal sealed record Sources(IReadOnlyList<Law> Laws, IReadOnlyList<string> Clauses)
{
    public static Sources Of(ProfileRules rules, IReadOnlyList<Law> laws, params ReadOnlySpan<string> parameters)
    {
        List<string> clauses = [];
        foreach (string parameter in parameters)
            if (rules.Cites.TryGetValue(parameter, out string? clause))
                clauses.Add(clause);
        return new Sources(laws, clauses);
    }
}
