namespace VotingHall.Core;

/// <summary>轮次的事实: stored forms. Names follow record.md 5.</summary>
internal static class RoundEventCodecs
{
    public static IReadOnlyList<EventCodec> All { get; } =
    [
        EventCodec.Of<HallEvent.RoundPrepared>("vote.defined", "已准备一轮表决", "A round was prepared",
            e => Json.Of(
                ("agendaNo", e.AgendaNo), ("fallbackOf", Number(e.FallbackOf)), ("followUpOf", Number(e.FollowUpOf)),
                ("method", HandJson.WriteMethod(e.Method)), ("mode", EnumNames.Write(e.Mode)), ("paper", e.PaperDigest.Hex),
                ("question", QuestionJson.Write(e.Question)), ("repeatOf", Number(e.RepeatOf)), ("round", e.Round.Value),
                ("type", EnumNames.Write(e.Type))),
            (f, s) => new(
                s, f.Round("round"), f.Text("agendaNo"), f.Name<RoundMode>("mode"), MeetingJson.ReadQuestion(f, "question"),
                f.Octets("paper"), f.RoundOrNone("repeatOf"), f.RoundOrNone("followUpOf"), f.Name<VoteType>("type"))
            {
                Method = HandJson.ReadMethod(f),
                FallbackOf = f.RoundOrNone("fallbackOf"),
            }),
        EventCodec.Of<HallEvent.PaperReported>("paper.reported", "票样下发情况", "How many keypads hold the paper",
            e => Json.Of(("missing", Uids(e.Missing)), ("ready", e.Ready), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), f.Int("ready"), f.Uids("missing"))),
        EventCodec.Of<HallEvent.RoundOpened>("vote.opened", "表决已开启", "A round was opened, with what was frozen then",
            e => Json.Of(
                ("closesAt", e.ClosesAt.UnixMs), ("context", CountJson.WriteContext(e.Context)), ("ctx", e.Ctx.Hex),
                ("electors", Json.ListOf(e.Electors, elector => Json.Of(
                    ("member", elector.Member.Value), ("seat", elector.Seat.Value), ("uid", elector.Keypad.ToString())))),
                ("notReady", Uids(e.NotReady)), ("quorum", e.Quorum), ("round", e.Round.Value), ("signedIn", e.SignedIn)),
            (f, s) => new(
                s, f.Round("round"), f.Instant("closesAt"),
                f.Objects("electors", elector => new Elector(
                    new MemberId(elector.Int("member", 1)), new SeatNo(elector.Text("seat")), elector.Uid("uid"))),
                f.Int("signedIn"), f.Int("quorum"), f.Object("context", CountJson.ReadContext), f.Octets("ctx"), f.Uids("notReady"))),
        EventCodec.Of<HallEvent.RoundExtended>("vote.extended", "表决时间延长", "The window was extended",
            e => Json.Of(("closesAt", e.ClosesAt.UnixMs), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), f.Instant("closesAt"))),
        EventCodec.Of<HallEvent.RoundResumed>("vote.resumed", "重启后继续表决", "The round went on after a restart",
            e => Json.Of(("closesAt", e.ClosesAt.UnixMs), ("round", e.Round.Value), ("stoppedAt", e.StoppedAt.UnixMs)),
            (f, s) => new(s, f.Round("round"), f.Instant("stoppedAt"), f.Instant("closesAt"))),
        EventCodec.Of<HallEvent.BallotCast>("ballot.accepted", "记名选票已收", "A named ballot was taken; its content is committed to, not shown",
            e => Json.Of(("press", Press(e.Press)), ("round", e.Round.Value), ("uid", e.Uid.ToString())),
            (f, s) => new(s, f.Round("round"), f.Uid("uid"), f.Press("press"))),
        EventCodec.Of<HallEvent.MemberSignedIn>("signin.accepted", "已签到", "A member signed in",
            e => Json.Of(("press", Press(e.Press)), ("round", e.Round.Value), ("uid", e.Uid.ToString())),
            (f, s) => new(s, f.Round("round"), f.Uid("uid"), f.Press("press"))),
        EventCodec.Of<HallEvent.BallotsBatched>("ballots.batch", "一批无记名选票已存", "Masked ballots were stored; one salted root for all of them",
            e => Json.Of(("root", e.SaltedRoot.Hex), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), f.Octets("root"))),
        EventCodec.Of<HallEvent.RoundClosing>("vote.closing", "正在关闭", "Closing was ordered",
            e => Json.Of(("closeNonce", e.CloseNonce.Hex), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), f.Octets("closeNonce"))),
        EventCodec.Of<HallEvent.RoundClosed>("vote.closed", "表决已关闭", "The round was closed; nothing is accepted after this entry",
            e => Json.Of(("faulty", Uids(e.Faulty)), ("round", e.Round.Value), ("unsealed", Uids(e.Unsealed)), ("unsealedCount", e.UnsealedCount)),
            (f, s) => new(s, f.Round("round"), f.Int("unsealedCount"), f.Uids("unsealed"), f.Uids("faulty"))),
        EventCodec.Of<HallEvent.TallyRequested>("tally.requested", "已送交监票程序", "The list for the station was fixed",
            e => Json.Of(("request", e.RequestDigest.Hex), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), f.Octets("request"))),
        EventCodec.Of<HallEvent.RoundCounted>("vote.tallied", "已计票", "The round was counted",
            e => Json.Of(
                ("outcome", OutcomeJson.Write(e.Outcome)), ("round", e.Round.Value), ("tally", CountJson.WriteTally(e.Tally)),
                ("unattested", e.Unattested)),
            (f, s) => new(
                s, f.Round("round"), f.Object("tally", CountJson.ReadTally), f.Object("outcome", OutcomeJson.Read), f.Int("unattested"))),
        .. AfterTheCount(),
    ];

    private static IReadOnlyList<EventCodec> AfterTheCount() =>
    [
        EventCodec.Of<HallEvent.ConfirmationFailed>("confirmation.failed", "核对不符", "A wrong participation number was typed",
            e => Json.Of(("round", e.Round.Value)), (f, s) => new(s, f.Round("round"))),
        EventCodec.Of<HallEvent.ParticipantsEntered>("participants.entered", "参加表决人数相符", "A scrutineer typed the right participation number",
            e => Json.Of(("round", e.Round.Value)), (f, s) => new(s, f.Round("round"))),
        EventCodec.Of<HallEvent.RecheckAllowed>("recheck.allowed", "主持人决定重新核对", "The chair ordered a recheck",
            e => Json.Of(("round", e.Round.Value)), (f, s) => new(s, f.Round("round"))),
        EventCodec.Of<HallEvent.CountConfirmed>("vote.confirmed", "监票人已核对", "A scrutineer confirmed the count",
            e => Json.Of(("round", e.Round.Value)), (f, s) => new(s, f.Round("round"))),
        EventCodec.Of<HallEvent.ResultShown>("vote.shown", "结果已上大屏", "The result was shown to the hall before it was declared",
            e => Json.Of(("round", e.Round.Value)), (f, s) => new(s, f.Round("round"))),
        EventCodec.Of<HallEvent.RoundDeclared>("vote.announced", "结果已宣布", "The chair declared the result",
            e => Json.Of(("round", e.Round.Value)), (f, s) => new(s, f.Round("round"))),
        EventCodec.Of<HallEvent.RoundVoided>("vote.voided", "本轮作废", "The round was declared void",
            e => Json.Of(("note", e.Note), ("reason", EnumNames.Write(e.Reason)), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), f.Name<VoidReason>("reason"), f.Text("note"))),
        EventCodec.Of<HallEvent.RoundRecordSigned>("vote.signed", "结果记录已签名", "The record was signed",
            e => Json.Of(("digest", e.RecordDigest.Hex), ("keyIds", Json.ListOf(e.KeyIds, id => id)), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), f.Octets("digest"), f.Texts("keyIds"))),
        EventCodec.Of<HallEvent.CertificateStored>("certificate.made", "报告单已生成", "A certificate was made",
            e => Json.Of(("round", e.Round.Value), ("sha256", e.Sha256.Hex)),
            (f, s) => new(s, f.Round("round"), f.Octets("sha256"))),
        .. Printings(),
        EventCodec.Of<HallEvent.RoundKeysDestroyed>("vote.destroyed", "本轮密钥已销毁", "The round's keys were destroyed",
            e => Json.Of(("macs", e.MacsDigest.Hex), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), f.Octets("macs"))),
    ];

    private static IReadOnlyList<EventCodec> Printings() =>
    [
        EventCodec.Of<HallEvent.PrintOrdered>("print.ordered", "报告单已交打印", "A printing of the certificate was ordered",
            e => Json.Of(("copies", e.Copies), ("copy", e.Copy), ("printer", e.Printer), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), f.Int("copy", 1), f.Text("printer"), f.Int("copies", 1))),
        EventCodec.Of<HallEvent.PrintJobMade>("print.job", "打印机已建立作业", "The printer made a job for the printing",
            e => Json.Of(("copy", e.Copy), ("job", e.JobId), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), f.Int("copy", 1), f.Int("job", 1))),
        EventCodec.Of<HallEvent.PrintEnded>("print.ended", "打印已结束", "What became of the printing",
            e => Json.Of(("copy", e.Copy), ("end", EnumNames.Write(e.End)), ("round", e.Round.Value)),
            (f, s) => new(s, f.Round("round"), f.Int("copy", 1), f.Name<PrintEnd>("end"))),
    ];

    private static Json? Number(RoundNo? round) => round is RoundNo no ? no.Value : null;

    private static Json.List Uids(IReadOnlyList<KeypadUid> uids) => Json.ListOf(uids, uid => uid.ToString());

    private static Json Press(PressId press) => press.Value.ToString("X16", null);
}
