namespace VotingHall.Core;

/// <summary>会议资料的错误: where (as people would say it), and what is wrong in both languages.</summary>
public sealed record MeetingError(string Where, string Chinese, string English);

/// <summary>会议资料检查: finds all errors of a meeting at once; an empty list = good.</summary>
public static class MeetingCheck
{
    /// <summary>Most members of one hall (four lines of 250 seats, three bridges).</summary>
    public const int MembersMax = 3000;

    public const int AgendaMax = 500;

    private const int TextMax = 400;

    public static IReadOnlyList<MeetingError> Validate(Meeting meeting)
    {
        List<MeetingError> errors = [];
        Heading(meeting, errors);
        Sittings(meeting, errors);
        Members(meeting, errors);
        Agenda(meeting, errors);
        return errors;
    }

    private static void Heading(Meeting meeting, List<MeetingError> errors)
    {
        Text(errors, "hall.id", meeting.Hall.Id);
        Text(errors, "hall.name", meeting.Hall.Name);
        Text(errors, "meeting.id", meeting.Session.Id);
        Text(errors, "meeting.body", meeting.Session.BodyName);
        Text(errors, "meeting.name", meeting.Session.Name);
        Text(errors, "meeting.location", meeting.Session.Location);
        if (meeting.Session.Term < 1 || meeting.Session.SessionNo < 1)
            errors.Add(new("meeting.term", "届次须从 1 起", "term and session number start at 1"));
        if (!Enum.IsDefined(meeting.Body))
            errors.Add(new("body", "会议主体不明", "unknown body"));
        if (meeting.Suite is not ("cn" or "intl" or "dual"))
            errors.Add(new("suite", "签名套件须为 cn、intl 或 dual", "the suite is cn, intl or dual"));
        if (!Enum.IsDefined(meeting.Base.Basis))
            errors.Add(new("base.basis", "基数依据不明", "unknown basis of the base"));
        if (!BasePossible(meeting.Base.Count, meeting.Members.Count))
            errors.Add(new("base.count", "计票基数须不少于名册人数", "the base is not smaller than the roster"));
        Figures(meeting, errors);
        if (meeting.Excused < 0 || meeting.Excused > meeting.Base.Count)
            errors.Add(new("excused", "请假人数不合理", "the number excused is not possible"));
        if (meeting.Rules.Keypad.WindowSeconds is < 1 or > 300)
            errors.Add(new("profile.keypad.windowSeconds", "表决时间须为 1 至 300 秒", "the window is 1 to 300 seconds"));
    }

    /// <summary>The figures must allow the base that was taken from them.</summary>
    private static void Figures(Meeting meeting, List<MeetingError> errors)
    {
        (int? quota, int? inOffice, int? suspended) = meeting.Figures;
        if (meeting.Base.Basis == CountBasis.Quota && quota is int seats && seats != meeting.Base.Count)
            errors.Add(new("base.quota", $"依据为名额，基数 {meeting.Base.Count} 应等于名额 {seats}", $"the basis is the quota: the base {meeting.Base.Count} is not the quota {seats}"));
        if (meeting.Base.Basis == CountBasis.InOffice && inOffice is int there && there != meeting.Base.Count)
            errors.Add(new("base.inOffice", $"依据为实有，基数 {meeting.Base.Count} 应等于实有 {there}", $"the basis is those in office: the base {meeting.Base.Count} is not the {there} in office"));
        if (quota < inOffice)
            errors.Add(new("base.inOffice", $"实有 {inOffice} 多于名额 {quota}", $"{inOffice} in office are more than the quota of {quota}"));
        if (suspended > (inOffice ?? meeting.Base.Count))
            errors.Add(new("base.suspended", $"暂停执行职务的 {suspended} 人多于实有人数", $"{suspended} suspended are more than those in office"));
        if (meeting.Rules.Base.Basis is CountBasis prescribed && prescribed != meeting.Base.Basis)
            errors.Add(new("base.basis", $"规则集规定计票基数的依据为 {EnumNames.Write(prescribed)}", $"the profile prescribes the basis {EnumNames.Write(prescribed)}"));
    }

    /// <summary>The base counts everybody entitled, so it is never below those who have a seat here. Source: rules 2.2.</summary>
    internal static bool BasePossible(int count, int members) => count >= 1 && count >= members && count <= MembersMax;

    private static void Sittings(Meeting meeting, List<MeetingError> errors)
    {
        if (meeting.Sittings.Count is 0 or > 100)
            errors.Add(new("sittings", "须有 1 至 100 次全体会议", "there are 1 to 100 sittings"));
        for (int i = 0; i < meeting.Sittings.Count; i++)
        {
            Text(errors, $"sittings[{i}].name", meeting.Sittings[i].Name);
            if (meeting.Sittings[i].No < 1)
                errors.Add(new($"sittings[{i}].no", "序号须从 1 起", "numbers start at 1"));
        }
        Duplicates(errors, "sittings", meeting.Sittings, sitting => sitting.No);
    }

    private static void Members(Meeting meeting, List<MeetingError> errors)
    {
        if (meeting.Members.Count is 0 or > MembersMax)
            errors.Add(new("members", $"名册须有 1 至 {MembersMax} 人", $"the roster has 1 to {MembersMax} members"));
        for (int i = 0; i < meeting.Members.Count; i++)
        {
            Member member = meeting.Members[i];
            if (member.Id.Value is < 1 or > 9999)
                errors.Add(new($"members[{i}].id", "代表号须为 1 至 9999", "a member's number is 1 to 9999"));
            Text(errors, $"members[{i}].name", member.Name);
            Text(errors, $"members[{i}].seat", member.Seat.Value);
            if (member.Keypad is { Value: 0 })
                errors.Add(new($"members[{i}].keypadUid", "表决器编号不能为 0", "a keypad's id is not 0"));
        }
        Duplicates(errors, "members.id", meeting.Members, member => member.Id);
        Duplicates(errors, "members.seat", meeting.Members, member => member.Seat);
        Duplicates(errors, "members.keypadUid", meeting.Members.Where(member => member.Keypad is not null), member => member.Keypad!.Value);
    }

    private static void Agenda(Meeting meeting, List<MeetingError> errors)
    {
        if (meeting.Agenda.Count is 0 or > AgendaMax)
            errors.Add(new("agenda", $"议程须有 1 至 {AgendaMax} 项", $"the agenda has 1 to {AgendaMax} items"));
        for (int i = 0; i < meeting.Agenda.Count; i++)
        {
            AgendaItem item = meeting.Agenda[i];
            Text(errors, $"agenda[{i}].no", item.No);
            // What the journal could not read back must not get in.
            if (!QuestionJson.TryRead(QuestionJson.Write(item.Question), out _, out IReadOnlyList<string> problems))
                errors.AddRange(problems.Select(problem => new MeetingError($"agenda[{i}]", $"事项有误：{problem}", problem)));
            errors.AddRange(ProposalCheck.Of(item, meeting).Where(problem => problem.Broken)
                .Select(problem => new MeetingError($"agenda[{i}].{problem.Field}", $"议程 {item.No} {problem.Chinese}", $"agenda {item.No} {problem.English}")));
            MotionOrder.Check(meeting, i, errors);
            if (!Enum.IsDefined(item.Mode))
                errors.Add(new($"agenda[{i}].mode", "表决方式不明", "unknown mode"));
            else if ((item.Mode == RoundMode.SignIn) != (item.Question is RollCall))
                errors.Add(new($"agenda[{i}].mode", "签到方式只用于签到", "the mode signIn is for the roll call and for nothing else"));
            if (!Enum.IsDefined(item.Method))
                errors.Add(new($"agenda[{i}].method", "表决手段不明", "unknown method"));
            else if (MethodChoice.ModeOf(item.Method) is RoundMode prescribed && item.Mode != prescribed)
                errors.Add(new(
                    $"agenda[{i}].method",
                    item.Method == VotingMethod.PaperBallot ? "纸质票为无记名投票，表决方式须为 secret" : "举手为公开表决，表决方式须为 named",
                    item.Method == VotingMethod.PaperBallot ? "a vote on paper has the mode secret" : "a show of hands has the mode named"));
        }
        Duplicates(errors, "agenda.no", meeting.Agenda, item => item.No);
    }

    private static void Text(List<MeetingError> errors, string where, string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > TextMax)
            errors.Add(new(where, $"不能为空，且不超过 {TextMax} 字", $"not empty, at most {TextMax} characters"));
    }

    private static void Duplicates<T, TKey>(List<MeetingError> errors, string where, IEnumerable<T> items, Func<T, TKey> key)
        where TKey : notnull
    {
        foreach (IGrouping<TKey, T> group in items.GroupBy(key).Where(group => group.Count() > 1))
            errors.Add(new(where, $"重复：{group.Key}（{group.Count()} 次）", $"given {group.Count()} times: {group.Key}"));
    }
}
