namespace VotingHall.Core;

/// <summary>
/// 预选: more are nominated than the fixed difference allows; the first by votes become formal candidates, no majority is needed. Each paper picks at
/// most as many as there are places, no write-in. Equal votes across the cut are for the presidium; by default the equal are voted again.
/// Source: OL27, EL32; rules 5.3.
/// </summary>
public sealed record PreSelection : Question
{
    public const string KindName = "preSelection";

    public override string Kind => KindName;

    public required string Office { get; init; }

    public required OfficeKind OfficeKind { get; init; }

    /// <summary>被提名人, in ballot order, without saying who nominated them.</summary>
    public required IReadOnlyList<string> Nominees { get; init; }

    /// <summary>应选名额 of the election to come.</summary>
    public required int Seats { get; init; }

    /// <summary>正式候选人数: seats plus the fixed difference; in a vote among the equal, the places left.</summary>
    public required int FormalPlaces { get; init; }

    /// <summary>Only those equal across the cut.</summary>
    public bool Runoff { get; init; }

    public override VoteType Type => Runoff ? VoteType.Runoff : VoteType.PreSelection;

    public override int? Places => FormalPlaces;

    public override string OfficeName => Office;

    public override bool IsPickList => true;

    public override BallotPaper PaperFor(RoundMode mode)
    {
        PaperParts.RefuseSignIn(mode);
        return new BallotPaper(
            Title, CastsAtOnce: false, [new PaperGroup(Nominees, [Choice.For], Unmarked: null, MinFor: 0, MaxFor: FormalPlaces, WriteIns: 0)]);
    }

    public override Outcome Count(Tally tally, CountContext context)
    {
        Law law = OfficeKind == OfficeKind.UpperDeputy ? Law.EL32 : Law.OL27;
        RuleBase rule = new(RuleId.TopN, null, 0, BaseOf.Nobody, Sources.Of(context.Rules, [law], "preSelection.measure"));
        return RowCount.Impossible(tally, Nominees.Count, rule, pickList: true)
            ?? SeatCount.Preselect([.. tally.Rows.Select(row => new Contender(row.Name, row.For, IsWriteIn: false))], FormalPlaces, rule);
    }

    /// <summary>The vote among those equal across the cut.</summary>
    public PreSelection RunoffOf(Outcome.CutTied tie) =>
        this with { Title = RunoffTitle.Of(Title), Nominees = tie.Tied, FormalPlaces = tie.PlacesLeft, Runoff = true };
}

/// <summary>预选 JSON: {office, officeKind, nominees, seats, places, runoff?}.</summary>
internal sealed class PreSelectionCodec : QuestionCodec
{
    public override string Kind => PreSelection.KindName;

    internal override IEnumerable<(string Key, Json? Value)> Write(Question question)
    {
        PreSelection vote = (PreSelection)question;
        return
        [
            ("office", vote.Office), ("officeKind", ElectionCodec.NameOf(vote.OfficeKind)), ("nominees", Json.ListOf(vote.Nominees, name => name)),
            ("seats", vote.Seats), ("places", vote.FormalPlaces), ("runoff", vote.Runoff ? true : null),
        ];
    }

    internal override Question Read(QuestionFields fields)
    {
        PreSelection vote = new()
        {
            Title = fields.Title,
            Verb = fields.Verb(ActVerb.ObjectionToPreSelection),
            Office = fields.Text("office", 80),
            OfficeKind = ElectionCodec.ReadOfficeKind(fields),
            Nominees = fields.Names("nominees", QuestionFields.RowsMax),
            Seats = fields.Number("seats", 1, ElectionCodec.SeatsMax),
            FormalPlaces = fields.Number("places", 1, ElectionCodec.SeatsMax),
            Runoff = fields.Flag("runoff"),
        };
        if (!vote.Runoff && vote.FormalPlaces < vote.Seats)
            fields.Problem("places", "fewer formal candidates than seats");
        if (vote.Nominees.Count > 0 && vote.Nominees.Count <= vote.FormalPlaces)
            fields.Problem("nominees", "a pre-selection needs more nominees than places (" + Law.OL27.English + ")");
        return vote;
    }
}
