namespace VotingHall.Core;

/// <summary>
/// 后续一览: what may lawfully follow a finished round, the usual one first. Pure: the same round and the same earlier rounds give the same list.
/// Source: OL27, OL29, EL44, EL45; rules 5.3–5.7, 6, 11, 12.6.
/// </summary>
public static class FollowUps
{
    /// <summary>Empty for a round that is not finished, and where nothing follows.</summary>
    public static IReadOnlyList<FollowUp> Of(HallState state, Round round)
    {
        if (round.Phase == RoundPhase.Voided)
            return AfterVoid(round);
        return round is { Phase: RoundPhase.Declared, Counted: Counted counted }
            ? After(round, counted.Outcome, RulesOf(state, round), no => state.Rounds.GetValueOrDefault(no))
            : [];
    }

    /// <summary>The offer of this kind, or null.</summary>
    public static FollowUp? Find(HallState state, Round round, FollowUpKind kind) => Of(state, round).FirstOrDefault(offer => offer.Kind == kind);

    /// <summary>What follows an outcome, declared or about to be: for records and previews.</summary>
    /// <param name="earlier">The rounds before; a pre-selection voted again needs its first.</param>
    public static IReadOnlyList<FollowUp> After(Round round, Outcome outcome, ProfileRules rules, Func<RoundNo, Round?> earlier) => outcome switch
    {
        Outcome.RunoffRequired tie => [.. Ties.Of(round.Question, tie, rules), .. Approvals.Of(tie.Persons)],
        Outcome.Shortfall shortfall => round.Question is ProjectVote projects
            ? ProjectFollowUps.OfShortfall(projects, shortfall, rules)
            : [.. ElectionFollowUp.OfShortfall(round.Question, shortfall, rules), .. Approvals.Of(shortfall.Persons)],
        Outcome.Filled filled => round.Question is ProjectVote projects
            ? ProjectFollowUps.OfFilled(projects, filled)
            : Approvals.Of(filled.Persons),
        Outcome.Preselected selected when round.Question is PreSelection vote => PreSelectionFollowUps.OfSelected(round, vote, selected, earlier),
        Outcome.CutTied tie when round.Question is PreSelection vote => PreSelectionFollowUps.OfTie(vote, tie),
        Outcome.Carried { PendingUpperApproval: true } => [Approvals.Notice],
        Outcome.PersonByPerson each => Approvals.Of(each.Persons),
        Outcome.Evaluated evaluated when round.Question is Evaluation evaluation => Consequences(evaluation, evaluated, rules),
        Outcome.RollCalled { Quorate: false } =>
            [new(FollowUpKind.Adjourn, "不足法定人数，会议暂不能举行", "the quorum is not met, the meeting cannot be held for now", [])],
        _ => [],
    };

    /// <summary>After a void round the same is voted again, unless there is no quorum.</summary>
    private static IReadOnlyList<FollowUp> AfterVoid(Round round)
    {
        if (round.Voided?.Reason == VoidReason.QuorumLost)
            return [new(FollowUpKind.Adjourn, "不足法定人数，暂不能重新表决", "without a quorum it cannot be voted again for now", [])];
        bool election = round.Question is Election or RunoffElection or PreSelection;
        return
        [
            new(FollowUpKind.Revote, election ? "重新投票" : "重新表决", "the same is voted again", election ? [Law.EL44] : []) { Question = round.Question },
        ];
    }

    /// <summary>The worst grade brings what the adopted measure prescribes, as text.</summary>
    private static IReadOnlyList<FollowUp> Consequences(Evaluation evaluation, Outcome.Evaluated evaluated, ProfileRules rules)
    {
        string[] worst = [.. evaluated.Items.Where(item => item.Grade is int grade && grade == evaluation.Grades.Count - 1).Select(item => item.Name)];
        return worst.Length == 0
            ? []
            : [.. rules.Grading.Consequences.Names.Select(text => new FollowUp(
                FollowUpKind.Consequence, $"{string.Join("、", worst)}：{text}", $"{string.Join(", ", worst)}: {text}", []))];
    }

    private static ProfileRules RulesOf(HallState state, Round round) => round.Opening?.Context.Rules ?? state.Meeting!.Rules;
}

/// <summary>报请批准: a chief procurator's election, recall or resignation. Source: OL11, OL32; rules 5.7.</summary>
internal static class Approvals
{
    public static FollowUp Notice { get; } = new(
        FollowUpKind.UpperApproval, "依法报经上一级人民检察院检察长提请上级人大常委会批准，批准后生效",
        "to be approved by the higher standing committee; it takes effect after approval", [Law.OL11]);

    public static IReadOnlyList<FollowUp> Of(IReadOnlyList<PersonOutcome> persons) =>
        persons.Any(person => person.State is PersonState.ElectedPendingUpperApproval or PersonState.PassedPendingUpperApproval) ? [Notice] : [];
}
