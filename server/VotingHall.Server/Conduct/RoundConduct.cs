using System.Collections.Immutable;
using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Loop;
using VotingHall.Server.Stores;

namespace VotingHall.Server.Conduct;

/// <summary>
/// 会议主持: what people order (chair, secretariat, scrutineer), turned into commands together with what a command needs from outside: the bytes
/// of the ballot paper, ctx, a close nonce. The answer is the hall's own: accepted and on disk, or refused with the reason.
/// </summary>
/// <param name="paperBytes">Lays a ballot paper out for keypads (protocol 5.2).</param>
public sealed class RoundConduct(HallLoop loop, Func<BallotPaper, RoundMode, byte[]> paperBytes, ISuite suite, Func<Instant> clock, Func<int, byte[]> randomBytes)
{
    public HallState Now => loop.Published;

    /// <summary>载入会议 in place of the one loaded; only before any round.</summary>
    public Task<LoopReply> LoadMeeting(Issuer by, Meeting meeting, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.LoadMeeting(meeting) { Issuer = by, At = clock(), IdempotencyKey = key, VersionSeen = versionSeen });

    /// <summary>增改议程项. <paramref name="place"/>: from 1; 0 = where it is, a new item at the end.</summary>
    public Task<LoopReply> PutAgendaItem(Issuer by, AgendaItem item, int place, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.PutAgendaItem(item, place) { Issuer = by, At = clock(), IdempotencyKey = key, VersionSeen = versionSeen });

    public Task<LoopReply> RemoveAgendaItem(Issuer by, string agendaNo, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.RemoveAgendaItem(agendaNo) { Issuer = by, At = clock(), IdempotencyKey = key, VersionSeen = versionSeen });

    /// <summary>更换表决器: a keypad that is admitted and nobody's becomes this member's.</summary>
    public Task<LoopReply> BindKeypad(Issuer by, MemberId member, KeypadUid uid, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.BindKeypad(member, uid) { Issuer = by, At = clock(), IdempotencyKey = key, VersionSeen = versionSeen });

    /// <summary>确认计票基数 as entered in the meeting file. Source: rules 2.2.</summary>
    public Task<LoopReply> ConfirmBase(Issuer by, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.ConfirmBase(Now.Meeting?.Base ?? new CountBase(0, CountBasis.InOffice))
        {
            Issuer = by,
            At = clock(),
            IdempotencyKey = key,
            VersionSeen = versionSeen,
        });

    public Task<LoopReply> OpenSitting(Issuer by, int sittingNo, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.OpenSitting(sittingNo) { Issuer = by, At = clock(), IdempotencyKey = key, VersionSeen = versionSeen });

    public Task<LoopReply> CloseSitting(Issuer by, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.CloseSitting { Issuer = by, At = clock(), IdempotencyKey = key, VersionSeen = versionSeen });

    /// <summary>Prepares an agenda item; its paper goes out to the keypads, where any are used, once this is on disk.</summary>
    /// <param name="method">Null: as the agenda has it.</param>
    public Task<LoopReply> Prepare(
        Issuer by, string agendaNo, RoundMode? mode = null, string key = "", long? versionSeen = null, VotingMethod? method = null)
    {
        AgendaItem? item = Now.Meeting?.Item(agendaNo);
        RoundMode taken = mode ?? item?.Mode ?? RoundMode.Named;
        bool keypads = (method ?? item?.Method ?? VotingMethod.Keypad) == VotingMethod.Keypad;
        // A roll call has no other paper, and nothing else has this one: the hall refuses the mode.
        bool hasPaper = item is not null && (taken == RoundMode.SignIn) == (item.Question is RollCall);
        (Octets digest, StoredBlob? kept) = PaperOf(keypads, hasPaper ? item!.Question : null, taken);
        return loop.Ask(
            new HallCommand.PrepareRound(agendaNo, taken, digest) { Issuer = by, At = clock(), IdempotencyKey = key, VersionSeen = versionSeen, Method = method },
            kept);
    }

    /// <summary>再次投票 among the tied of a declared round; after a void vote of that kind the same again.</summary>
    public Task<LoopReply> PrepareRunoff(Issuer by, RoundNo tied, string key = "", long? versionSeen = null, VotingMethod? method = null) => PrepareFollowUp(
        by, tied, Now.Rounds.GetValueOrDefault(tied) is { Phase: RoundPhase.Voided } ? FollowUpKind.Revote : FollowUpKind.Runoff, [], key, versionSeen, method);

    /// <summary>后续一轮 that the law offers after a finished round.</summary>
    public Task<LoopReply> PrepareFollowUp(
        Issuer by, RoundNo after, FollowUpKind kind, ImmutableArray<string> names, string key = "", long? versionSeen = null, VotingMethod? method = null)
    {
        HallState now = Now;
        Round? round = now.Rounds.GetValueOrDefault(after);
        Question? question = round is not null && FollowUps.Find(now, round, kind)?.QuestionFor(names) is FollowUpQuestion.Ready ready ? ready.Question : null;
        bool keypads = (method ?? round?.Method ?? VotingMethod.Keypad) == VotingMethod.Keypad;
        (Octets digest, StoredBlob? kept) = PaperOf(keypads, question, round?.Mode ?? RoundMode.Named);
        return loop.Ask(
            new HallCommand.PrepareFollowUp(after, kind, names, digest) { Issuer = by, At = clock(), IdempotencyKey = key, VersionSeen = versionSeen, Method = method },
            kept);
    }

    /// <summary>单独表决: takes an objected name out of a merged list.</summary>
    public Task<LoopReply> SplitOut(Issuer by, string agendaNo, string name, string newNo, string newTitle, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.SplitOut(agendaNo, name, newNo, newTitle) { Issuer = by, At = clock(), IdempotencyKey = key, VersionSeen = versionSeen });

    public Task<LoopReply> Open(Issuer by, RoundNo round, bool releaseMissing = false, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.OpenRound(round, CtxOf(round), releaseMissing)
        {
            Issuer = by,
            At = clock(),
            IdempotencyKey = key,
            VersionSeen = versionSeen,
        });

    /// <summary>延长.</summary>
    public Task<LoopReply> Extend(Issuer by, RoundNo round, int seconds, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.ExtendRound(round, seconds) { Issuer = by, At = clock(), IdempotencyKey = key, VersionSeen = versionSeen });

    public Task<LoopReply> Close(Issuer by, RoundNo round, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.CloseRound(round, new Octets(randomBytes(8)))
        {
            Issuer = by,
            At = clock(),
            IdempotencyKey = key,
            VersionSeen = versionSeen,
        });

    /// <summary>键入参加表决人数 of a secret round.</summary>
    public Task<LoopReply> EnterParticipants(Issuer by, RoundNo round, int typed, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.EnterParticipants(round, typed) { Issuer = by, At = clock(), IdempotencyKey = key, VersionSeen = versionSeen });

    public Task<LoopReply> Confirm(Issuer by, RoundNo round, int? typedParticipants, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.ConfirmCount(round, typedParticipants)
        {
            Issuer = by,
            At = clock(),
            IdempotencyKey = key,
            VersionSeen = versionSeen,
        });

    public Task<LoopReply> AllowRecheck(Issuer by, RoundNo round, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.AllowRecheck(round) { Issuer = by, At = clock(), IdempotencyKey = key, VersionSeen = versionSeen });

    /// <summary>大屏显示结果.</summary>
    public Task<LoopReply> ShowResult(Issuer by, RoundNo round, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.ShowResult(round) { Issuer = by, At = clock(), IdempotencyKey = key, VersionSeen = versionSeen });

    public Task<LoopReply> Declare(Issuer by, RoundNo round, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.DeclareRound(round) { Issuer = by, At = clock(), IdempotencyKey = key, VersionSeen = versionSeen });

    public Task<LoopReply> Void(Issuer by, RoundNo round, VoidReason reason, string note, string key = "", long? versionSeen = null) =>
        loop.Ask(new HallCommand.VoidRound(round, reason, note)
        {
            Issuer = by,
            At = clock(),
            IdempotencyKey = key,
            VersionSeen = versionSeen,
        });

    /// <summary>手工计票的办理: a command that needs nothing from outside but the time.</summary>
    public Task<LoopReply> Give(Func<Instant, HallCommand> command) => loop.Ask(command(clock()));

    /// <summary>The paper's bytes for keypads and their digest; nothing where papers are printed or hands are raised.</summary>
    private (Octets Digest, StoredBlob? Kept) PaperOf(bool keypads, Question? question, RoundMode mode)
    {
        if (!keypads)
            return (Octets.Empty, null);
        // What keypads cannot take has no paper for them; the hall says why.
        byte[] paper = question is null || MethodRule.RefusedOnKeypads(question, Now.Meeting!.Rules) is not null ? [] : paperBytes(question.PaperFor(mode), mode);
        Octets digest = new(suite.Hash(paper));
        return (digest, new StoredBlob(digest.Span.ToArray(), paper));
    }

    /// <summary>ctx of the wire. Source: protocol 5.4.</summary>
    private Octets CtxOf(RoundNo no)
    {
        if (Now.Rounds.GetValueOrDefault(no) is not { Method: VotingMethod.Keypad } round || Now.MeetingDigest is not { } meeting || Now.Meeting is not { } plan)
            return Octets.Empty;
        byte rule = plan.Rules.Keypad.PressRule == PressRule.First ? (byte)1 : (byte)0;
        return new Octets(KeyDerivation.Context(
            suite, Digest32.Read(meeting.Span), (uint)no.Value, (byte)round.Mode, rule, Digest32.Read(round.PaperDigest.Span)).ToArray());
    }
}
