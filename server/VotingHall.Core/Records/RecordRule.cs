namespace VotingHall.Core;

/// <summary>记录的规则部分: rule, base, threshold and everything that makes the outcome computable again.</summary>
internal static class RecordRule
{
    public static Json.Object Of(Round round, Meeting meeting)
    {
        Reason? reason = round.Counted?.Outcome.Reason;
        CountContext? context = round.Opening?.Context;
        ProfileRules rules = context?.Rules ?? meeting.Rules;
        return Json.Of(
            ("base", CountJson.WriteBase(context?.Base ?? meeting.Base)),
            ("cites", Json.ListOf(reason?.Cites ?? [], cite => cite)),
            ("id", reason is null ? null : reason.RuleId),
            ("options", Json.ListOf(round.Paper.Groups.SelectMany(group => group.Options).Distinct(), option => EnumNames.Write(option))),
            ("press", EnumNames.Write(rules.Keypad.PressRule)),
            ("profile", ProfileJson.Write(rules)),
            ("profileDigest", meeting.ProfileDigest.Length > 0 ? meeting.ProfileDigest.Base64Url : null),
            ("question", QuestionJson.Write(round.Question)),
            ("required", reason?.Required is int required ? required : null),
            ("seats", SeatsOf(round.Question) is int seats ? seats : null),
            ("threshold", reason is null ? null : ThresholdOf(reason.RuleId)));
    }

    private static int? SeatsOf(Question question) => question switch
    {
        Election e => e.Seats,
        RunoffElection e => e.Seats,
        ProjectVote e => e.Seats,
        _ => null,
    };

    /// <summary>The share asked for, or null where more votes simply win.</summary>
    private static Json.Object? ThresholdOf(string ruleId)
    {
        Threshold? threshold = ruleId switch
        {
            RuleId.MajorityOfAll or RuleId.MajorityOfAllWithParticipation or RuleId.MajorityOfPresent or RuleId.QuorumMajority =>
                Threshold.MoreThanHalf,
            RuleId.TwoThirdsOfAll or RuleId.QuorumTwoThirds => Threshold.AtLeastTwoThirds,
            _ => null,
        };
        return threshold is not Threshold needed ? null : Json.Of(
            ("den", needed.Share.Denominator), ("inclusive", needed.Inclusive), ("num", needed.Share.Numerator));
    }
}
