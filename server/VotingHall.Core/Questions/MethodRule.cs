namespace VotingHall.Core;

/// <summary>表决手段. Stored by name. Source: rules 13, 14, 18 (motion.method).</summary>
public enum VotingMethod
{
    /// <summary>按表决器.</summary>
    Keypad = 1,
    /// <summary>纸质票.</summary>
    PaperBallot = 2,
    /// <summary>举手.</summary>
    ShowOfHands = 3,
}

/// <summary>事项性质: what the choice of the method depends on.</summary>
public enum ActNature
{
    /// <summary>议案、任免等: any method the body adopts.</summary>
    Ordinary = 1,
    /// <summary>选举国家机关领导人员.</summary>
    Election = 2,
    /// <summary>选举上级代表.</summary>
    DeputyElection = 3,
    /// <summary>撤职.</summary>
    Dismissal = 4,
    /// <summary>罢免代表.</summary>
    DeputyRecall = 5,
    /// <summary>修改宪法类.</summary>
    Constitutional = 6,
    /// <summary>罢免国家机关领导人员等: any method that keeps the vote secret, never hands. Source: SH-R49; rules 10.</summary>
    Secret = 7,
}

/// <summary>
/// 表决手段的规定: which acts need 无记名投票 on paper, and what follows when keypads fail. Source: SL62, EL40, EL52, NPC-R60; rules 13, 14, 18.
/// </summary>
public static class MethodRule
{
    /// <summary>
    /// Whether an act may be voted this way. Elections by keypad only where the adopted 选举办法 says so, <paramref name="electronicElectionAdopted"/>;
    /// hands never where the law asks for 无记名投票.
    /// </summary>
    public static bool IsAllowed(ActNature nature, VotingMethod method, bool electronicElectionAdopted) => nature switch
    {
        ActNature.Ordinary => true,
        ActNature.Constitutional or ActNature.Secret => method != VotingMethod.ShowOfHands,
        ActNature.Election or ActNature.DeputyElection =>
            method == VotingMethod.PaperBallot || (method == VotingMethod.Keypad && electronicElectionAdopted),
        ActNature.Dismissal or ActNature.DeputyRecall => method == VotingMethod.PaperBallot,
        _ => throw new ArgumentOutOfRangeException(nameof(nature)),
    };

    /// <summary>The article that keeps a question off the keypads under these rules, or null.</summary>
    public static Law? KeypadRefusal(Question question, ProfileRules rules) => NatureOf(question) switch
    {
        ActNature.Dismissal => Law.SL62,
        ActNature.DeputyRecall => Law.EL52,
        ActNature.Election or ActNature.DeputyElection => rules.Election.ByKeypad ? null : Law.OL28,
        _ => PaperPost(question, rules),
    };

    /// <summary>Why a question may not go to the keypads, for law, for the posts the profile names, or for what a keypad cannot write; null = it may.</summary>
    public static Refusal? RefusedOnKeypads(Question question, ProfileRules rules)
    {
        if (KeypadRefusal(question, rules) is Law law)
            return new Refusal.PaperBallotPrescribed(law);
        return question is Evaluation { Scale: GradingScale.Score } ? new Refusal.PointsNeedPaper() : null;
    }

    /// <summary>无记名: acts that are never taken with names. Recall of office holders: SH-R49, elsewhere by default (rules 10).</summary>
    public static bool IsSecretOnly(Question question) => question is Recall or Dismissal;

    /// <summary>Why a question may not be voted by this method under these rules, or null when it may.</summary>
    public static Refusal? Objection(Question question, VotingMethod method, ProfileRules rules) => method switch
    {
        VotingMethod.Keypad => RefusedOnKeypads(question, rules),
        VotingMethod.PaperBallot => question is RollCall ? new Refusal.ModeNotAllowed(RoundMode.Secret) : null,
        VotingMethod.ShowOfHands when question is RollCall => new Refusal.ModeNotAllowed(RoundMode.Named),
        VotingMethod.ShowOfHands when PaperPost(question, rules) is Law local => new Refusal.HandsNotAllowed(local),
        VotingMethod.ShowOfHands => IsAllowed(NatureOf(question), method, electronicElectionAdopted: false)
            ? null
            : new Refusal.HandsNotAllowed(SecretBallotLaw(NatureOf(question))),
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    /// <summary>What may take over for a question when keypads failed. Ballot-type acts go to paper, whatever the profile says.</summary>
    public static IReadOnlyList<VotingMethod> FallbacksOf(Question question, ProfileRules rules) =>
        FallbackOf(NatureOf(question)) == VotingMethod.PaperBallot || PaperPost(question, rules) is not null ? [VotingMethod.PaperBallot] : rules.Motion.Fallback switch
        {
            MotionFallback.Hands => [VotingMethod.ShowOfHands],
            MotionFallback.Paper => [VotingMethod.PaperBallot],
            MotionFallback.PresidingBody => [VotingMethod.ShowOfHands, VotingMethod.PaperBallot],
            _ => throw new InvalidOperationException("unknown fallback"),
        };

    /// <summary>Posts that the profile gives a secret paper ballot. Source: ZJ-APP24.</summary>
    private static Law? PaperPost(Question question, ProfileRules rules) =>
        question is Appointment or ActingHead && ((PersonsQuestion)question).Persons.Any(person => person.Post is string post && rules.Appointment.PaperPosts.Covers(post))
            ? Law.OfProfile(rules, "appointment.paperPosts")
            : null;

    private static Law? SecretBallotLaw(ActNature nature) => nature switch
    {
        ActNature.Election => Law.OL28,
        ActNature.DeputyElection => Law.EL40,
        ActNature.Dismissal => Law.SL62,
        ActNature.DeputyRecall => Law.EL52,
        ActNature.Constitutional => Law.Constitution64,
        _ => null,
    };

    /// <summary>The nature of a question. Removal of a person by keypad does not exist (SL62), so its nature says paper as well.</summary>
    public static ActNature NatureOf(Question question) => question switch
    {
        Election { OfficeKind: OfficeKind.UpperDeputy } or RunoffElection { OfficeKind: OfficeKind.UpperDeputy }
            or PreSelection { OfficeKind: OfficeKind.UpperDeputy } => ActNature.DeputyElection,
        Election or RunoffElection or PreSelection => ActNature.Election,
        Recall { Mandate: MandateKind.Deputy } => ActNature.DeputyRecall,
        Recall => ActNature.Secret,
        Dismissal => ActNature.Dismissal,
        Motion { Rule: MotionRule.TwoThirdsOfAll } => ActNature.Constitutional,
        _ when ActVerb.Dismissals.Contains(question.Verb) => ActNature.Dismissal,
        _ => ActNature.Ordinary,
    };

    /// <summary>
    /// What takes over when keypads fail within a vote: the running vote is discarded whole, nothing partial counts. Ballot-type acts
    /// never fall back to hands.
    /// </summary>
    public static VotingMethod FallbackOf(ActNature nature) =>
        nature == ActNature.Ordinary ? VotingMethod.ShowOfHands : VotingMethod.PaperBallot;
}
