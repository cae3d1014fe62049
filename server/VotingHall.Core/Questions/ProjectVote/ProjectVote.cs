namespace VotingHall.Core;

/// <summary>
/// 民生实事项目票决: choose at most N of M projects. Majority of all deputies, then rank; a tie for the last place is voted again, too few is for the
/// presidium. Two papers: three marks a project, or a list to pick from. No write-in. Source: OL25 and the adopted 票决办法; rules 11.
/// </summary>
public sealed record ProjectVote : Question
{
    public const string KindName = "projectVote";

    public override string Kind => KindName;

    /// <summary>候选项目, in ballot order.</summary>
    public required IReadOnlyList<string> Projects { get; init; }

    /// <summary>应选项目数: no ballot may choose more.</summary>
    public required int Seats { get; init; }

    /// <summary>Pick list: chosen or not, instead of 赞成 反对 弃权 for each.</summary>
    public bool PickList { get; init; }

    /// <summary>再次投票 among projects tied for the last place: more votes wins.</summary>
    public bool Runoff { get; init; }

    public override VoteType Type => Runoff ? VoteType.Runoff : VoteType.ProjectVote;

    public override int? Places => Seats;

    public override bool IsPickList => PickList;

    public override BallotPaper PaperFor(RoundMode mode)
    {
        PaperParts.RefuseSignIn(mode);
        PaperGroup group = PickList
            ? new PaperGroup(Projects, [Choice.For], Unmarked: null, MinFor: 0, Seats, WriteIns: 0)
            : new PaperGroup(Projects, PaperParts.Three, Choice.Abstain, MinFor: 0, Seats, WriteIns: 0);
        return new BallotPaper(Title, CastsAtOnce: false, [group]);
    }

    public override Outcome Count(Tally tally, CountContext context)
    {
        Sources sources = Sources.Of(context.Rules, [Law.OL25], "project.measure");
        RuleBase rule = Runoff ? RuleBase.Plurality(sources) : RuleBase.MajorityOfAll(context, sources);
        return RowCount.Impossible(tally, Projects.Count, rule, PickList)
            ?? SeatCount.Decide(ElectionCount.Pool(tally with { WriteIns = [] }), Seats, rule, PersonState.Elected, Contenders.Projects);
    }

    public override Question RunoffFor(Outcome.RunoffRequired tie) => RunoffOf(tie) with { Title = RunoffTitle.Of(Title) };

    /// <summary>The vote among the tied.</summary>
    public ProjectVote RunoffOf(Outcome.RunoffRequired tie) => this with { Projects = tie.Tied, Seats = tie.SeatsLeft, Runoff = true };
}

/// <summary>项目票决 JSON: {projects, seats, pickList?, runoff?}.</summary>
internal sealed class ProjectVoteCodec : QuestionCodec
{
    public override string Kind => ProjectVote.KindName;

    internal override IEnumerable<(string Key, Json? Value)> Write(Question question)
    {
        ProjectVote vote = (ProjectVote)question;
        return
        [
            ("projects", Json.ListOf(vote.Projects, name => name)),
            ("seats", vote.Seats),
            ("pickList", vote.PickList ? true : null),
            ("runoff", vote.Runoff ? true : null),
        ];
    }

    internal override Question Read(QuestionFields fields) => new ProjectVote
    {
        Title = fields.Title,
        Verb = fields.Verb(ActVerb.ObjectionToVote),
        Projects = fields.Names("projects", QuestionFields.RowsMax),
        Seats = fields.Number("seats", 1, QuestionFields.RowsMax),
        PickList = fields.Flag("pickList"),
        Runoff = fields.Flag("runoff"),
    };
}
