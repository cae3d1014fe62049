namespace VotingHall.Core;

/// <summary>选举 JSON: {office, officeKind, candidates, seats, ballotRule?}.</summary>
internal sealed class ElectionCodec : QuestionCodec
{
    internal const int SeatsMax = QuestionFields.RowsMax;

    internal static readonly IReadOnlyList<(string Name, OfficeKind Value)> OfficeKinds =
    [
        ("chief", OfficeKind.Chief), ("deputy", OfficeKind.Deputy), ("committeeMember", OfficeKind.CommitteeMember),
        ("upperDeputy", OfficeKind.UpperDeputy), ("chiefProcurator", OfficeKind.ChiefProcurator),
    ];

    private static readonly IReadOnlyList<(string Name, BallotRule Value)> BallotRules =
        [(RuleId.SelectedAtMostSeats, BallotRule.AtMostSeats), (RuleId.SelectedExactlySeats, BallotRule.ExactlySeats)];

    public override string Kind => Election.KindName;

    internal override IEnumerable<(string Key, Json? Value)> Write(Question question)
    {
        Election election = (Election)question;
        return
        [
            ("office", election.Office),
            ("officeKind", NameOf(election.OfficeKind)),
            ("candidates", Json.ListOf(election.Candidates, name => name)),
            ("seats", election.Seats),
            ("ballotRule", election.BallotRule == BallotRule.AtMostSeats ? null : (Json)RuleId.SelectedExactlySeats),
        ];
    }

    internal override Question Read(QuestionFields fields)
    {
        Election election = new()
        {
            Title = fields.Title,
            Verb = fields.Verb(ActVerb.ObjectionToElection),
            Office = fields.Text("office", 80),
            OfficeKind = ReadOfficeKind(fields),
            Candidates = fields.Names("candidates", QuestionFields.RowsMax),
            Seats = fields.Number("seats", 1, SeatsMax),
            BallotRule = fields.Name("ballotRule", BallotRules, BallotRule.AtMostSeats),
        };
        if (election is { OfficeKind: OfficeKind.UpperDeputy, BallotRule: BallotRule.ExactlySeats })
            fields.Problem("ballotRule", "deputies are elected with at most as many names as seats (" + Law.EL44.English + ")");
        if (election is { OfficeKind: OfficeKind.Chief or OfficeKind.ChiefProcurator, Seats: > 1 })
            fields.Problem("seats", "a chief post is one seat");
        return election;
    }

    internal static string NameOf(OfficeKind kind) => OfficeKinds.First(one => one.Value == kind).Name;

    /// <summary>The kind of office is never guessed: it decides about candidates and effect.</summary>
    internal static OfficeKind ReadOfficeKind(QuestionFields fields)
    {
        const OfficeKind none = 0;
        int before = fields.Errors.Count;
        OfficeKind kind = fields.Name("officeKind", OfficeKinds, none);
        if (kind == none && fields.Errors.Count == before)
            fields.Problem("officeKind", "missing, one of " + string.Join(", ", OfficeKinds.Select(one => one.Name)));
        return kind;
    }
}

/// <summary>再次投票 JSON: {office, officeKind, candidates, seats}.</summary>
internal sealed class RunoffElectionCodec : QuestionCodec
{
    public override string Kind => RunoffElection.KindName;

    internal override IEnumerable<(string Key, Json? Value)> Write(Question question)
    {
        RunoffElection runoff = (RunoffElection)question;
        return
        [
            ("office", runoff.Office),
            ("officeKind", ElectionCodec.NameOf(runoff.OfficeKind)),
            ("candidates", Json.ListOf(runoff.Candidates, name => name)),
            ("seats", runoff.Seats),
        ];
    }

    internal override Question Read(QuestionFields fields) => new RunoffElection
    {
        Title = fields.Title,
        Verb = fields.Verb(ActVerb.ObjectionToRunoff),
        Office = fields.Text("office", 80),
        OfficeKind = ElectionCodec.ReadOfficeKind(fields),
        Candidates = fields.Names("candidates", QuestionFields.RowsMax),
        Seats = fields.Number("seats", 1, ElectionCodec.SeatsMax),
    };
}
