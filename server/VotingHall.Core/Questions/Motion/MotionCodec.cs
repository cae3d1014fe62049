namespace VotingHall.Core;

/// <summary>议案 JSON: {rule?}; absent means the majority of all.</summary>
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
        MotionRule rule = ((Motion)question).Rule;
        return [("rule", rule == MotionRule.MajorityOfAll ? null : (Json)Rules.First(one => one.Value == rule).Name)];
    }

    internal override Question Read(QuestionFields fields) => new Motion
    {
        Title = fields.Title,
        Verb = fields.Verb(ActVerb.ObjectionToVote),
        Rule = fields.Name("rule", Rules, MotionRule.MajorityOfAll),
    };
}
