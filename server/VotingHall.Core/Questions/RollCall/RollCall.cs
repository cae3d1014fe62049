namespace VotingHall.Core;

/// <summary>
/// 签到: who is present, before anything is put to the vote. Any key signs in. The figure compared with the quorum is
/// <see cref="Tally.Participants"/>, manual sign-ins included. Source: OL14, OL51; rules 2.1, 2.3.
/// </summary>
public sealed record RollCall : Question
{
    public const string KindName = "rollCall";

    public override string Kind => KindName;

    public override VoteType Type => VoteType.RollCall;

    public override BallotPaper PaperFor(RoundMode mode) =>
        mode == RoundMode.SignIn
            ? new BallotPaper(Title, CastsAtOnce: true, [new PaperGroup([""], [Choice.For], Unmarked: null, MinFor: 0, MaxFor: 1, WriteIns: 0)])
            : throw new ArgumentOutOfRangeException(nameof(mode), mode, "a roll call is taken by sign-in");

    public override Outcome Count(Tally tally, CountContext context) =>
        Quorum.For(context.Body, context.Rules).Call(tally.Participants, context.Base.Count);
}

/// <summary>签到 JSON: no fields of its own.</summary>
internal sealed class RollCallCodec : QuestionCodec
{
    public override string Kind => RollCall.KindName;

    internal override IEnumerable<(string Key, Json? Value)> Write(Question question) => [];

    internal override Question Read(QuestionFields fields) =>
        new RollCall { Title = fields.Title, Verb = fields.Verb(verb => verb == "签到" ? null : "a roll call is a 签到") };
}
