using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Screens;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Board;

/// <summary>主持人须知: what the chair should know before the next act, worst first. It names silent seats, never who pressed. Source: screens 4.7.</summary>
internal static class ChairNotices
{
    private const int SeatsNamed = 8;

    private static readonly Words None = new("", "");

    public static IReadOnlyList<Notice> Of(HallState state, LinesPicture lines, Func<RoundNo, StationRefusal?> stationRefusal)
    {
        List<Notice> notices = [];
        if (state.Meeting is null)
            return [new Notice(NoticeLevel.Blocking, new("尚未载入会议", "no meeting is loaded"), new("请秘书处载入会议文件", "the secretariat loads the meeting file"))];
        Round? round = state.CurrentRound;
        AddBase(notices, state);
        AddQuorum(notices, state, round);
        if (round is { Phase: RoundPhase.Prepared, Method: VotingMethod.Keypad })
            AddPaper(notices, round);
        if (round is { Phase: RoundPhase.Open, Method: VotingMethod.Keypad })
            AddOut(notices, round);
        if (round is not null && StationWords.Of(round, stationRefusal(round.No)) is { } refused)
            notices.Add(refused);
        if (round is { Method: not VotingMethod.Keypad })
            AddByHand(notices, round);
        else
        {
            AddManual(notices, round);
            AddSilent(notices, state, round);
            AddLines(notices, lines);
        }
        AddResumed(notices, round);
        return [.. notices.OrderByDescending(notice => notice.Level)];
    }

    private static void AddBase(List<Notice> notices, HallState state)
    {
        if (state.Base is not { } countBase)
        {
            notices.Add(new(NoticeLevel.Blocking, new("计票基数尚未确认", "the base is not confirmed"), new("请核对应到人数及依据后确认", "check its number and basis, then confirm")));
            return;
        }
        Words basis = ChairStages.BasisWords(countBase.Basis);
        notices.Add(new(
            NoticeLevel.Good, new($"计票基数 {countBase.Count}，主持人已确认", $"base {countBase.Count}, confirmed by the chair"),
            new($"依据：{basis.Zh}", $"basis: {basis.En}")));
    }

    private static void AddQuorum(List<Notice> notices, HallState state, Round? round)
    {
        if (Attendances.Of(state) is not { } attendance || round is { Mode: RoundMode.SignIn })
            return;
        Words count = new($"应到 {attendance.Due}，实到 {attendance.Present}，缺席 {attendance.Absent}", $"due {attendance.Due}, present {attendance.Present}, absent {attendance.Absent}");
        notices.Add(attendance.QuorumMet
            ? new(NoticeLevel.Good, new($"符合法定人数 {attendance.Quorum} 人", $"quorum of {attendance.Quorum} met"), count)
            : new(NoticeLevel.Blocking, new($"不足法定人数 {attendance.Quorum} 人，不能开启表决", $"quorum of {attendance.Quorum} not met, no vote can be opened"), count));
    }

    private static void AddPaper(List<Notice> notices, Round round)
    {
        if (round.PaperReport is not { } paper)
            notices.Add(new(NoticeLevel.Note, new("票样正在下发到表决器", "the paper is on its way to the keypads"), None));
        else if (paper.Missing.Count > 0)
            notices.Add(new(
                NoticeLevel.Warning, new($"{paper.Missing.Count} 只表决器没有收全票样", $"{paper.Missing.Count} keypads lack the paper"),
                new("可以等待，也可以仍然开启；这些席位随后补发", "wait, or open all the same: these seats get it later")));
        else
            notices.Add(new(NoticeLevel.Good, new($"{paper.Ready} 只表决器已收到票样", $"{paper.Ready} keypads hold the paper"), None));
    }

    /// <summary>How many are out, never which.</summary>
    private static void AddOut(List<Notice> notices, Round round)
    {
        Turnout turnout = BoardViews.TurnoutOf(round);
        bool rollCall = round.Mode == RoundMode.SignIn;
        notices.Add(new(
            NoticeLevel.Note,
            rollCall ? new($"尚未签到 {turnout.Present - turnout.Voted} 席", $"{turnout.Present - turnout.Voted} not signed in yet")
                : new($"尚未表决 {turnout.Present - turnout.Voted} 席", $"{turnout.Present - turnout.Voted} have not voted yet"),
            rollCall ? None : new("不显示席位；结束前不显示赞成、反对、弃权", "no seats are shown, and no figures before the end")));
    }

    private static void AddSilent(List<Notice> notices, HallState state, Round? round)
    {
        IEnumerable<KeypadUid> concerned = round?.Opening is { } opening
            ? opening.Electors.Select(elector => elector.Keypad).Where(keypad => !keypad.IsHandPlace)
            : state.Bindings.Values;
        HashSet<KeypadUid> silent = [.. concerned.Where(uid => state.Keypads.GetValueOrDefault(uid)?.Health != KeypadHealth.Present)];
        if (silent.Count == 0)
            return;
        string[] seats = [.. state.Meeting!.Members
            .Where(member => state.Bindings.TryGetValue(member.Id, out KeypadUid uid) && silent.Contains(uid))
            .Select(member => member.Seat.Value)];
        string named = string.Join("、", seats.Take(SeatsNamed)) + (seats.Length > SeatsNamed ? " …" : "");
        notices.Add(new(
            NoticeLevel.Warning, new($"{silent.Count} 只表决器没有应答", $"{silent.Count} keypads do not answer"),
            new($"席位 {named}，请技术人员查看", $"seats {named}: the technician looks after them")));
    }

    /// <summary>Who has entered, never what.</summary>
    private static void AddByHand(List<Notice> notices, Round round)
    {
        if (round.Phase != RoundPhase.Closed || (round.Method == VotingMethod.PaperBallot && round.ByHand.DeclaredValid is null))
            return;
        int entered = round.ByHand.Entries.Count;
        if (entered < round.EntriesNeeded)
            notices.Add(new(
                NoticeLevel.Note, new($"计票录入 {entered}／{round.EntriesNeeded} 人", $"{entered} of {round.EntriesNeeded} persons have entered the count"),
                new("两人分别录入，互相看不到对方的票数", "each enters without seeing the other's figures")));
        else if (round.ByHand.AgreedCount(round.EntriesNeeded) is null)
            notices.Add(new(
                NoticeLevel.Warning, new("两次录入不同", "the two entries differ"), new("请监票人核对更正，或者重新计票", "the scrutineers compare and correct, or count again")));
        else
            notices.Add(new(
                NoticeLevel.Warning, new("票数有缺额", "marks are missing"), new("须由监票人写明原因作出决定", "a scrutineer decides and writes down why")));
    }

    /// <summary>Members without a keypad whose votes go into the same totals. Source: design, settled questions 5.</summary>
    private static void AddManual(List<Notice> notices, Round? round)
    {
        int places = round?.Opening?.Electors.Count(elector => elector.Keypad.IsHandPlace) ?? 0;
        if (places == 0 || round!.Phase != RoundPhase.Open)
            return;
        if (round.IsMasked && places < ManualVotes.SecretMin)
        {
            notices.Add(new(
                NoticeLevel.Warning,
                new($"不用表决器的出席代表 {places} 人，无记名表决不能录入", $"{places} present without a keypad, not entered in a secret vote"),
                new("人数少，合计会显出个人的表决；请配备表决器，或者作废后改用纸质票",
                    "sums of so few would show how each voted: give them keypads, or void and vote on paper")));
            return;
        }
        int entered = round.IsMasked ? round.ByHand.Manual?.Votes.Participants ?? 0
            : round.Opening!.Electors.Count(elector => elector.Keypad.IsHandPlace && round.Box.PressOf(elector.Keypad) is not null);
        notices.Add(new(
            entered < places ? NoticeLevel.Warning : NoticeLevel.Good,
            new($"不用表决器的出席代表 {places} 人，已录入 {entered} 人", $"{places} present without a keypad, {entered} entered"),
            new("结束表决前由秘书处或监票人录入", "entered by secretariat or scrutineers before the vote ends")));
    }

    private static void AddLines(List<Notice> notices, LinesPicture lines)
    {
        LinePicture[] all = [.. lines.Bridges.SelectMany(bridge => bridge.Lines)];
        LinePicture[] down = [.. all.Where(line => !line.Up)];
        foreach (LinePicture line in down)
            notices.Add(new(
                NoticeLevel.Warning, new($"线路 {line.Id} 没有应答，{line.Expected} 席", $"line {line.Id} does not answer, {line.Expected} seats"),
                new("建议等待；恢复不了时作废重来", "wait; if it does not come back, void and vote again")));
        if (all.Length > 0 && down.Length == 0)
            notices.Add(new(NoticeLevel.Good, new($"{all.Length} 条线路正常", $"{all.Length} lines in order"), None));
    }

    private static void AddResumed(List<Notice> notices, Round? round)
    {
        if (round?.Opening is { Resumed: > 0 } opening && round.Phase == RoundPhase.Open)
            notices.Add(new(
                NoticeLevel.Note, new($"主机重启后本轮继续（{opening.Resumed} 次）", $"the round goes on after a restart ({opening.Resumed})"),
                new("已收到的按键都已存盘，没有票丢失", "presses received are on disk, no vote was lost")));
    }
}
