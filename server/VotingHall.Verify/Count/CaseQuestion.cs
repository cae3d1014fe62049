using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>
/// 案例的事项: the question that a round would have, so that a case is counted by the very function of its kind. A kind nobody knows is a motion;
/// the rule identifier decides the threshold in any case.
/// </summary>
internal static class CaseQuestion
{
    /// <summary>A question of one row, answered by 赞成、反对、弃权.</summary>
    public static Question Of(CountCase one, CountItem item, int countBase) => (one.Rule, one.Kind) switch
    {
        (RuleId.MajorityOfSignatories, _) => new InquiryAnswer
        {
            Title = item.Name,
            Verb = "表决",
            Signatories = [.. Enumerable.Range(1, countBase).Select(number => new MemberId(number))],
        },
        (RuleId.MajorityOfPresent, "procedural_motion") => ProceduralOf(item),
        (RuleId.MajorityOfAll, "procedural_motion") => ProceduralOf(item),
        (RuleId.MajorityOfAll, "list") => new ListVote { Title = item.Name, Verb = "通过", Names = [item.Name] },
        (RuleId.MajorityOfAll, "appointment") => new Appointment { Title = item.Name, Verb = "任免", Persons = Persons(item) },
        (RuleId.MajorityOfAll, "recall") => new Recall { Title = item.Name, Verb = "罢免", Persons = Persons(item), Mandate = MandateKind.Deputy },
        (RuleId.MajorityOfAll, "resignation") => new Resignation { Title = item.Name, Verb = "接受辞职", Persons = Persons(item) },
        (RuleId.MajorityOfAll, "removal_from_office") => new Dismissal { Title = item.Name, Verb = "撤职", Persons = Persons(item) },
        (RuleId.MajorityOfAll, "acting_head") => new ActingHead { Title = item.Name, Verb = "决定代理", Persons = Persons(item) },
        _ => new Motion
        {
            Title = item.Name,
            Verb = "表决",
            Rule = one.Rule switch
            {
                RuleId.TwoThirdsOfAll => MotionRule.TwoThirdsOfAll,
                RuleId.MajorityOfPresent => MotionRule.MajorityOfPresent,
                _ => MotionRule.MajorityOfAll,
            },
        },
    };

    /// <summary>The profile under which the rule of the case holds.</summary>
    public static ProfileRules RulesFor(CountCase one)
    {
        ProfileRules rules = ProfileRules.Default;
        if (one.Rule == RuleId.MajorityOfAllWithParticipation)
            return rules with { Motion = rules.Motion with { Participation = ParticipationRule.MajorityOfAll } };
        if (one.Rule == RuleId.MajorityOfPresent && one.Kind == "procedural_motion")
            return rules with
            {
                Procedural = rules.Procedural with { Postponement = ProceduralBase.Present },
                Cites = new Dictionary<string, string> { ["procedural.postponement"] = "case" },
            };
        return rules;
    }

    private static Procedural ProceduralOf(CountItem item) => new() { Title = item.Name, Verb = "表决", Matter = ProceduralMatter.Postponement };

    private static IReadOnlyList<Nominee> Persons(CountItem item) => [new Nominee(item.Name, null)];
}
