namespace VotingHall.Core;

/// <summary>
/// 再次投票: only those tied for the last seats; more votes wins, no majority is needed. Equal again across the last seat: the law is silent,
/// the outcome is a run-off again. No write-in. Source: OL29, EL45; rules 5.5.
/// </summary>
public sealed record RunoffElection : Question
{
    public const string KindName = "runoffElection";

    public override string Kind => KindName;

    public required string Office { get; init; }

    public required OfficeKind OfficeKind { get; init; }

    /// <summary>The tied, in ballot order.</summary>
    public required IReadOnlyList<string> Candidates { get; init; }

    /// <summary>Seats still open.</summary>
    public required int Seats { get; init; }

    public override VoteType Type => VoteType.Runoff;

    public override int? Places => Seats;

    public override string OfficeName => Office;

    public override BallotPaper PaperFor(RoundMode mode)
    {
        PaperParts.RefuseSignIn(mode);
        return new BallotPaper(Title, CastsAtOnce: false, [new PaperGroup(Candidates, PaperParts.Three, Choice.Abstain, MinFor: 0, Seats, WriteIns: 0)]);
    }

    public override Outcome Count(Tally tally, CountContext context)
    {
        RuleBase rule = RuleBase.Plurality(
            Sources.Of(context.Rules, [OfficeKind == OfficeKind.UpperDeputy ? Law.EL45 : Law.OL29], "tie.second"));
        return RowCount.Impossible(tally, Candidates.Count, rule) ?? SeatCount.Decide(
            ElectionCount.Pool(tally with { WriteIns = [] }), Seats, rule, ElectionCount.WinnerOf(OfficeKind), Contenders.Persons);
    }

    public override Question RunoffFor(Outcome.RunoffRequired tie) => ElectionFollowUp.RunoffOf(this, tie);
}
