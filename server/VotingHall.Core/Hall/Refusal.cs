namespace VotingHall.Core;

/// <summary>
/// 拒绝: an expected no, shown to the person with what to do about it. Closed list; the code is stable.
/// </summary>
public abstract partial record Refusal
{
    private Refusal(string code, string chinese, string english)
    {
        Code = code;
        Chinese = chinese;
        English = english;
    }

    public string Code { get; }

    public string Chinese { get; }

    public string English { get; }

    // Who and when.
    public sealed record RoleMayNot(Role Role) : Refusal("roleMayNot",
        "您的角色不能执行此操作，请由有权限的人员办理。", "Your role may not do this; ask a person whose role may.");

    public sealed record StaleVersion(long Seen, long Current) : Refusal("staleVersion",
        "页面内容已变化，请看清最新状态后再操作。", "The screen was out of date; look at the present state, then act again.");

    // Meeting, base, sitting.
    public sealed record MeetingNotLoaded() : Refusal("meetingNotLoaded",
        "尚未载入会议，请先载入会议文件。",
        "No meeting is loaded; load the meeting file first.");

    public sealed record MeetingInUse() : Refusal("meetingInUse",
        "本会议已有表决轮次，不能再载入；另开会议请使用新的数据目录。", "This meeting already has rounds; use a new data folder for another meeting.");

    public sealed record MeetingInvalid(IReadOnlyList<MeetingError> Errors) : Refusal("meetingInvalid",
        $"会议资料有 {Errors.Count} 处错误，请全部改正后重试。", $"The meeting has {Errors.Count} errors; correct all of them and try again.");

    public sealed record BaseNotConfirmed() : Refusal("baseNotConfirmed",
        "计票基数尚未确认，请主持人先确认应到人数及依据。",
        "The base is not confirmed; the chair confirms its number and basis first.");

    public sealed record BaseNotPossible(int Count, int Members) : Refusal("baseNotPossible",
        $"计票基数 {Count} 与名册 {Members} 人不符，请核对后重新录入。", $"A base of {Count} does not fit a roster of {Members}; check it and enter it again.");

    public sealed record BaseFrozen() : Refusal("baseFrozen",
        "本次会议已有开启的表决，基数不能更改；请在下次会议前更改。", "A round has opened in this sitting, so the base stands; change it before the next sitting.");

    public sealed record EpochNotRaised(uint Known) : Refusal("epochNotRaised",
        "纪元号没有增大，服务器须重新取号。",
        "The epoch did not rise; the server takes a higher one.");

    public sealed record SittingUnknown(int SittingNo) : Refusal("sittingUnknown",
        "议程中没有这次全体会议，请选择已列的会议。",
        "There is no such sitting; choose one of the meeting's.");

    public sealed record SittingOpenAlready(int SittingNo) : Refusal("sittingOpenAlready",
        "已有会议正在进行，请先结束。",
        "A sitting is open; close it first.");

    public sealed record SittingNotOpen() : Refusal("sittingNotOpen", "会议尚未开始，请先开始本次会议。", "No sitting is open; open the sitting first.");

    // Keypads.
    public sealed record KeypadUnknown(KeypadUid Uid) : Refusal("keypadUnknown",
        "表决器未接入，请技术人员检查线路并接入。",
        "The keypad is not admitted; the technician checks the line and admits it.");

    public sealed record KeypadClone(KeypadUid Uid) : Refusal("keypadClone",
        "表决器启动次数小于已知值，疑为复制品，未接入；请更换并封存。",
        "The keypad's restart count is lower than known, it may be a copy: not admitted; replace it and keep it.");

    public sealed record SlotTaken(string Line, int Slot) : Refusal("slotTaken",
        "该线路位置已有另一只表决器，请先释放。",
        "Another keypad has this slot of the line; release it first.");

    public sealed record KeypadTaken(KeypadUid Uid) : Refusal("keypadTaken",
        "该表决器已属于另一席位，请另取一只。",
        "This keypad belongs to another seat; take another one.");

    public sealed record MemberUnknown(MemberId Member) : Refusal("memberUnknown",
        "名册中没有此人，请核对代表号。",
        "Nobody has this number in the roster; check the number.");

    // Preparing and opening.
    public sealed record ItemUnknown(string AgendaNo) : Refusal("itemUnknown",
        "议程中没有这一项，请从议程中选择。",
        "There is no such item; choose one of the agenda.");

    public sealed record ItemHasRounds(string AgendaNo) : Refusal("itemHasRounds",
        $"第 {AgendaNo} 项已有表决轮次，不能删除；可以修改后重新表决。", $"Item {AgendaNo} has rounds and cannot be removed; correct it and vote again.");

    public sealed record PlaceOutOfRange(int Last) : Refusal("placeOutOfRange",
        $"议程位置须为 1 至 {Last}。", $"A place on the agenda is 1 to {Last}.");

    public sealed record PartFirst(string AgendaNo) : Refusal("partFirst",
        $"修正案和单独表决的条款先付表决：请先表决第 {AgendaNo} 项。", $"Amendments and clauses voted apart come first: take item {AgendaNo} before this one.");

    public sealed record WholeVotedAlready(string AgendaNo) : Refusal("wholeVotedAlready",
        $"第 {AgendaNo} 项所修正的议案已经表决，不能再表决。", $"What item {AgendaNo} would change was voted already; it cannot be voted any more.");

    public sealed record RoundUnknown(RoundNo Round) : Refusal("roundUnknown",
        "没有这一轮表决，请从列表中选择。",
        "There is no such round; choose one of the list.");

    public sealed record RoundNotFinished(RoundNo Round) : Refusal("roundNotFinished",
        $"第 {Round} 轮尚未宣布或作废，请先办结。", $"Round {Round} is neither declared nor void; finish it first.");

    public sealed record ModeNotAllowed(RoundMode Mode) : Refusal("modeNotAllowed",
        "该事项不能以这种方式表决，请改用规定的方式。",
        "This item cannot be taken in this way; use the prescribed one.");

    public sealed record PaperBallotPrescribed(Law Law) : Refusal("paperBallotPrescribed",
        $"依{Law.Chinese}须以纸质票无记名投票（选举另须有允许电子表决的选举办法）；请改用纸质票。",
        $"{Law.English} asks for a secret paper ballot (an election by keypad needs an adopted measure); use paper.");

    public sealed record FollowUpNotOffered(RoundNo Round) : Refusal("followUpNotOffered",
        "该轮之后依法没有这一种投票。",
        "The law has no such vote after that round.");

    public sealed record FollowUpNamesWrong(string Why, string WhyEnglish) : Refusal("followUpNamesWrong",
        $"候选人不符合规定：{Why}。", $"The candidates are not as prescribed: {WhyEnglish}.");

    public sealed record PointsNeedPaper() : Refusal("pointsNeedPaper",
        "评分须填写在纸质票上；请改用纸质票，或改用等次。", "Points are written on paper; use paper, or a scale of grades.");

    public sealed record NameNotSplit(string Name) : Refusal("nameNotSplit",
        $"只能从合并表决的名单中单独提出其中一人（{Name}）。", $"Only a name of a merged list can be taken out of it ({Name}).");

    public sealed record PhaseWrong(RoundPhase Phase) : Refusal("phaseWrong",
        $"本轮处于“{RoundPhases.Chinese(Phase)}”阶段，不能执行此操作；请看当前步骤。",
        $"The round is {RoundPhases.English(Phase)}; this step does not follow, see the present one.");

    public sealed record PaperNotReported() : Refusal("paperNotReported",
        "票样尚未下发完毕，请稍候。",
        "The paper is still being sent to the keypads; wait for the report.");

    public sealed record PaperMissing(int Seats) : Refusal("paperMissing",
        $"还有 {Seats} 个席位没有票样；请等待，或由主持人决定先行开启。", $"{Seats} seats do not hold the paper; wait, or the chair opens without them.");

    public sealed record QuorumNotMet(int SignedIn, int Quorum, int Base) : Refusal("quorumNotMet",
        $"应到 {Base} 人，签到 {SignedIn} 人，不足法定人数 {Quorum} 人；请补签到或休会。",
        $"{SignedIn} of {Base} have signed in, the quorum is {Quorum}; call the roll again or adjourn.");

    public sealed record NobodyCanVote() : Refusal("nobodyCanVote",
        "没有可用的表决器，请检查接入情况。",
        "No seat has a keypad; check admission and binding.");

    public sealed record DigestWrong() : Refusal("digestWrong", "摘要长度不对，请重新准备。", "A digest has the wrong length; prepare it again.");

    // Presses.
    public sealed record NotEligible(KeypadUid Uid) : Refusal("notEligible",
        "该席位未参加本轮表决（未签到或未列入），请举手示意工作人员。",
        "This seat is not in the round (not signed in or not bound); call a steward.");

    public sealed record RoundNotOpen() : Refusal("roundNotOpen", "本轮未开启或已关闭，按键不计。", "The round is not open; the press does not count.");

    public sealed record ModeMismatch() : Refusal("modeMismatch",
        "按键方式与本轮不符，未计入；请检查表决器。",
        "The press is of another mode than the round and was not counted; check the keypad.");

    public sealed record PressConflict(KeypadUid Uid) : Refusal("pressConflict",
        "同一按键序号出现两种内容，保留先收到的；请检查该表决器。", "One press identity came with two contents; the first is kept, check the keypad.");

    public sealed record BallotInvalid(string Why) : Refusal("ballotInvalid",
        "选票内容不符合票样，未计入；表决器故障，请更换。", $"The ballot does not fit the paper ({Why}) and was not counted; replace the keypad.");

    // Closing and counting.
    public sealed record WindowRunning(Instant ClosesAt) : Refusal("windowRunning",
        "表决时间未到，只有主持人可以提前关闭。",
        "The window is still running; only the chair closes earlier.");

    public sealed record ExtensionOutOfRange(int SecondsMax) : Refusal("extensionOutOfRange",
        $"每次延长须为 1 至 {SecondsMax} 秒。", $"An extension is 1 to {SecondsMax} seconds.");

    public sealed record NotSecret() : Refusal("notSecret", "本轮不是无记名表决，没有此步骤。", "The round is not secret; it has no such step.");

    public sealed record TallyNotRequested() : Refusal("tallyNotRequested",
        "尚未记录送交监票程序的清单。",
        "The list for the station has not been journalled yet.");

    public sealed record StationCountWrong(string Why) : Refusal("stationCountWrong",
        "监票程序的合计与票样或人数不符，未采用；请核对监票端。", $"The station's sums do not fit ({Why}) and were not taken; check the station.");

    // Confirming, declaring, records.
    public sealed record ParticipationWrong(int TriesLeft) : Refusal("participationWrong",
        $"参加表决人数不符，请再看大屏核对；还可输入 {TriesLeft} 次。",
        $"The participation number does not match; read the screen again, {TriesLeft} tries left.");

    public sealed record ParticipationNotTyped() : Refusal("participationNotTyped",
        "无记名表决须由监票人输入大屏上的参加表决人数。",
        "In a secret round the scrutineer types the participation number from the screen.");

    public sealed record RecheckNeeded() : Refusal("recheckNeeded",
        "两次核对不符，须由主持人决定重新核对。",
        "Two numbers did not match; the chair must order a recheck.");

    public sealed record NothingToRecheck() : Refusal("nothingToRecheck", "没有待重新核对的计票。", "No count is waiting for a recheck.");

    public sealed record ExcessOfMarks() : Refusal("excessOfMarks",
        "票数多于签到人数，结果无效，不能宣布；请作废后重新表决。",
        "More marks than members signed in: it cannot be announced; void the round and vote again.");

    public sealed record NotFinishedYet() : Refusal("notFinishedYet",
        "本轮尚未宣布或作废，不能出具记录。",
        "The round is neither declared nor void; there is no record yet.");

    public sealed record RecordSignedAlready() : Refusal("recordSignedAlready",
        "本轮记录已签名，不能更改。",
        "The record of this round is signed and stands.");

    public sealed record RecordNotSigned() : Refusal("recordNotSigned",
        "本轮记录尚未签名，请先签名。",
        "The record of this round is not signed; sign it first.");

    public sealed record CertificateNotMade() : Refusal("certificateNotMade",
        "报告单尚未制成，请稍候再打印。",
        "The certificate is not made yet; print it in a moment.");

    public sealed record PrintCopyWrong(int Ordered) : Refusal("printCopyWrong",
        Ordered == 0 ? "此单尚未交打印，请按第 1 次。" : $"第 {Ordered} 次已交打印，再印请按第 {Ordered + 1} 次。",
        Ordered == 0 ? "It was not printed yet; order the first printing."
            : $"Printing {Ordered} is ordered already; to print again order printing {Ordered + 1}.");

    public sealed record PrinterUnknown(string Printer) : Refusal("printerUnknown",
        "没有这台打印机，请从列表中选择。",
        "There is no such printer; choose one of the list.");

    public sealed record PrintUnknown() : Refusal("printUnknown",
        "没有这一次打印，请核对打印次数。",
        "There is no such printing; check its number.");

    public sealed record PrintReportedAlready() : Refusal("printReportedAlready",
        "这一次打印的情况已记录，不能更改。",
        "What became of this printing is on record and stands.");

    public sealed record KeysDestroyedAlready() : Refusal("keysDestroyedAlready",
        "本轮密钥已销毁。",
        "The keys of this round are destroyed already.");

    public sealed record LimitExceeded(string What, int Max) : Refusal("limitExceeded",
        $"超出上限 {Max}，请减少后再试。", $"{What}: more than {Max}; reduce it and try again.");
}
