namespace VotingHall.Core;

/// <summary>
/// 名单表决: special-committee members, a presidium, tellers: one list as a whole, or name by name, as the adopted method says. No write-in.
/// Source: OL34, OL25; rules 8.
/// </summary>
public sealed record ListVote : Question
{
    public const string KindName = "list";

    public override string Kind => KindName;

    /// <summary>人选, in list order; the record lists every name.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Which list it is.</summary>
    public ListPurpose Purpose { get; init; } = ListPurpose.Other;

    /// <summary>逐人表决: each name is a row of its own.</summary>
    public bool OneByOne { get; init; }

    public override BallotPaper PaperFor(RoundMode mode)
    {
        PaperParts.RefuseSignIn(mode);
        return OneByOne ? PaperParts.RowByRow(Title, Names) : PaperParts.SingleRow(Title);
    }

    public override Outcome Count(Tally tally, CountContext context)
    {
        RuleBase rule = RuleBase.MajorityOfAll(context, Sources.Of(context.Rules, ListPurposes.LawsOf(Purpose, context.Body), "list.threshold"));
        if (RowCount.Impossible(tally, OneByOne ? Names.Count : 1, rule) is Outcome.Invalid invalid)
            return invalid;
        return OneByOne ? RowCount.DecideEach(tally.Rows, rule) : RowCount.Decide(tally.Rows[0].For, rule);
    }
}

/// <summary>名单 JSON: {names, oneByOne?, purpose?}.</summary>
internal sealed class ListVoteCodec : QuestionCodec
{
    private const int ListLengthMax = 1000;

    public override string Kind => ListVote.KindName;

    internal override IEnumerable<(string Key, Json? Value)> Write(Question question)
    {
        ListVote list = (ListVote)question;
        return [("names", Json.ListOf(list.Names, name => name)), ("oneByOne", list.OneByOne ? true : null),
            ("purpose", list.Purpose == ListPurpose.Other ? null : EnumNames.Write(list.Purpose))];
    }

    internal override Question Read(QuestionFields fields)
    {
        bool oneByOne = fields.Flag("oneByOne");
        return new ListVote
        {
            Title = fields.Title,
            Verb = fields.Verb(ActVerb.ObjectionToVote),
            OneByOne = oneByOne,
            Purpose = fields.Name("purpose", ListPurpose.Other),
            Names = fields.Names("names", oneByOne ? QuestionFields.RowsMax : ListLengthMax),
        };
    }
}
