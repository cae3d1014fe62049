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
            ("labels", Labels(round.Paper)),
            ("options", Json.ListOf(round.Paper.Groups.SelectMany(group => group.Options).Distinct(), option => EnumNames.Write(option))),
            ("press", EnumNames.Write(rules.Keypad.PressRule)),
            ("profile", ProfileJson.Write(rules)),
            ("profileDigest", meeting.ProfileDigest.Length > 0 ? meeting.ProfileDigest.Base64Url : null),
            ("question", QuestionJson.Write(round.Question)),
            ("required", reason?.Required is int required ? required : null),
            ("seats", round.Question.Places is int seats ? seats : null),
            ("threshold", reason?.Threshold is Threshold threshold ? ReasonJson.WriteThreshold(threshold) : null));
    }

    /// <summary>What the options are called where the usual words are not meant, in the order of <c>options</c>.</summary>
    private static Json.List? Labels(BallotPaper paper) =>
        paper.Groups.FirstOrDefault(group => group.Labels.Count > 0) is PaperGroup named ? Json.ListOf(named.Labels, label => label) : null;
}
