namespace VotingHall.Core;

/// <summary>
/// 程序性问题: whether to vote at all, on all names together, or now with the wording settled later. Those present decide where a local text says so
/// and the profile quotes it, otherwise all. Source: SH-R68, SH-SC19, GD-SC50, SH-SC36; rules 2.4.
/// </summary>
public sealed record Procedural : Question
{
    public const string KindName = "procedural";

    public override string Kind => KindName;

    public required ProceduralMatter Matter { get; init; }

    /// <summary>所涉议程项: number of the item it is about, or null.</summary>
    public string? About { get; init; }

    /// <summary>Parameter that says who decides; its citation is the local text.</summary>
    public string Parameter => Matter switch
    {
        ProceduralMatter.Postponement => "procedural.postponement",
        ProceduralMatter.MergedVote => "procedural.mergedVote",
        ProceduralMatter.WordingLater => "procedural.wordingLater",
        _ => throw new InvalidOperationException("unknown procedural matter"),
    };

    public override BallotPaper PaperFor(RoundMode mode)
    {
        PaperParts.RefuseSignIn(mode);
        return PaperParts.SingleRow(Title);
    }

    public override Outcome Count(Tally tally, CountContext context)
    {
        RuleBase rule = IsDecidedByPresent(context.Rules)
            ? RuleBase.MajorityOfPresent(tally.SignedIn, Sources.Of(context.Rules, [], Parameter))
            : RuleBase.MajorityOfAll(context, Sources.Of(context.Rules, [Law.DecisionsOf(context.Body)], Parameter));
        return RowCount.Impossible(tally, 1, rule) ?? RowCount.Decide(tally.Rows[0].For, rule);
    }

    /// <summary>Only where the profile says so and quotes the local text it rests on.</summary>
    public bool IsDecidedByPresent(ProfileRules rules) => rules.Cites.ContainsKey(Parameter) && Matter switch
    {
        ProceduralMatter.Postponement => rules.Procedural.Postponement,
        ProceduralMatter.MergedVote => rules.Procedural.MergedVote,
        ProceduralMatter.WordingLater => rules.Procedural.WordingLater,
        _ => throw new InvalidOperationException("unknown procedural matter"),
    } == ProceduralBase.Present;
}

/// <summary>程序性问题的内容. Stored by name.</summary>
public enum ProceduralMatter
{
    /// <summary>暂不交付表决.</summary>
    Postponement = 1,
    /// <summary>合并表决.</summary>
    MergedVote = 2,
    /// <summary>先付表决，文字授权修改.</summary>
    WordingLater = 3,
}

/// <summary>程序性问题 JSON: {matter, about?}.</summary>
internal sealed class ProceduralCodec : QuestionCodec
{
    public override string Kind => Procedural.KindName;

    internal override IEnumerable<(string Key, Json? Value)> Write(Question question)
    {
        Procedural procedural = (Procedural)question;
        return [("matter", EnumNames.Write(procedural.Matter)), ("about", procedural.About)];
    }

    internal override Question Read(QuestionFields fields) => new Procedural
    {
        Title = fields.Title,
        Verb = fields.Verb(ActVerb.ObjectionToVote),
        Matter = fields.RequiredName<ProceduralMatter>("matter"),
        About = fields.OptionalText("about", QuestionFields.AgendaNoMax),
    };
}
