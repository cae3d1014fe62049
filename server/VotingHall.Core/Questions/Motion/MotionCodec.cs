namespace VotingHall.Core;

/// <summary>议案 JSON: {rule?, amends? or clauseOf?}; absent rule means the majority of all.</summary>
internal sealed class MotionCodec : QuestionCodec
{
    private static readonly IReadOnlyList<(string Name, MotionRule Value)> Rules =
    [
        (RuleId.MajorityOfAll, MotionRule.MajorityOfAll),
        (RuleId.TwoThirdsOfAll, MotionRule.TwoThirdsOfAll),
        (RuleId.MajorityOfPresent, MotionRule.MajorityOfPresent),
    ];

    public override string Kind => Motion.KindName;

    internal override IEnumerable<(string Key, Json? Value)> Write(Question question)
    {
        Motion motion = (Motion)question;
        return
        [
            ("rule", motion.Rule == MotionRule.MajorityOfAll ? null : (Json)Rules.First(one => one.Value == motion.Rule).Name),
            ("amends", motion.Amends), ("clauseOf", motion.ClauseOf),
        ];
    }

    internal override Question Read(QuestionFields fields)
    {
        Motion motion = new()
        {
            Title = fields.Title,
            Verb = fields.Verb(ActVerb.ObjectionToVote),
            Rule = fields.Name("rule", Rules, MotionRule.MajorityOfAll),
            Amends = fields.OptionalText("amends", QuestionFields.AgendaNoMax),
            ClauseOf = fields.OptionalText("clauseOf", QuestionFields.AgendaNoMax),
        };
        if (motion is { Amends: not null, ClauseOf: not null })
            fields.Problem("clauseOf", "an item amends another one or is a clause of it, not both");
        return motion;
    }
}
