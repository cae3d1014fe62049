namespace VotingHall.Core;

/// <summary>
/// 选举: office holders elected by the congress, or deputies to the higher congress. Majority of all, then rank; written-in persons stand in
/// the same pool. By-election and further election are elections with their own verb and type. Source: OL25–30, EL40–45; rules 5, 6.
/// </summary>
public sealed record Election : Question
{
    public const string KindName = "election";

    public override string Kind => KindName;

    /// <summary>职务名称, e.g. "县人民代表大会常务委员会委员".</summary>
    public required string Office { get; init; }

    /// <summary>Which rules of candidates and effect go with the office.</summary>
    public required OfficeKind OfficeKind { get; init; }

    /// <summary>候选人, in ballot order (姓氏笔画), without saying who nominated them.</summary>
    public required IReadOnlyList<string> Candidates { get; init; }

    /// <summary>应选名额.</summary>
    public required int Seats { get; init; }

    /// <summary>How many may be chosen on one ballot.</summary>
    public BallotRule BallotRule { get; init; } = BallotRule.AtMostSeats;

    /// <summary>选举、补选或另行选举: said by the verb, so that paper, record and rule cannot differ.</summary>
    public override VoteType Type => Verb switch
    {
        ActVerb.ByElection => VoteType.ByElection,
        ActVerb.FurtherElection => VoteType.FurtherElection,
        _ => VoteType.Election,
    };

    public override int? Places => Seats;

    public override string OfficeName => Office;

    public override BallotPaper PaperFor(RoundMode mode)
    {
        PaperParts.RefuseSignIn(mode);
        int minFor = BallotRule == BallotRule.ExactlySeats ? Seats : 0;
        PaperGroup group = mode == RoundMode.Secret
            ? new PaperGroup(Candidates, PaperParts.Four, Choice.Abstain, minFor, Seats, WriteIns: 0)
            : new PaperGroup(Candidates, PaperParts.Three, Choice.Abstain, minFor, Seats, WriteIns: Math.Min(Seats, WriteInsMax));
        return new BallotPaper(Title, CastsAtOnce: false, [group]);
    }

    public override Outcome Count(Tally tally, CountContext context) => ElectionCount.Decide(this, tally, context);

    public override Question RunoffFor(Outcome.RunoffRequired tie) => ElectionFollowUp.RunoffOf(this, tie, RunoffTitle.Of(Title));

    /// <summary>Write-in numbers that fit a reply frame beside 128 rows.</summary>
    private const int WriteInsMax = 36;
}

/// <summary>职务类别. Stored by name in lower camel case. Source: rules 5.2, 6.</summary>
public enum OfficeKind
{
    /// <summary>正职: one seat; two candidates, or one if only one is nominated (OL27).</summary>
    Chief = 1,
    /// <summary>副职: one to three more candidates than seats (OL27).</summary>
    Deputy = 2,
    /// <summary>常委会委员: one tenth to one fifth more (OL27).</summary>
    CommitteeMember = 3,
    /// <summary>上一级人大代表: one fifth to one half more (EL31).</summary>
    UpperDeputy = 4,
    /// <summary>检察长: a chief post whose election takes effect after approval from above (OL11).</summary>
    ChiefProcurator = 5,
}

/// <summary>一票可选人数. Stored as the rule identifier. Source: rules 4.4.</summary>
public enum BallotRule
{
    /// <summary>等于或少于应选名额.</summary>
    AtMostSeats = 1,
    /// <summary>必须等于应选名额: only where the adopted measure says so; never for deputies (EL44).</summary>
    ExactlySeats = 2,
}
