namespace VotingHall.Core;

/// <summary>会议: everything entered before the hall opens. Built from files by the server; <see cref="MeetingCheck"/> finds all errors at once.</summary>
/// <param name="Hall">会场.</param>
/// <param name="Session">届次与会议名称.</param>
/// <param name="Body">会议主体.</param>
/// <param name="Level">层级: province, city, county or township; printed only.</param>
/// <param name="Base">计票基数 as entered; counts only after the chair confirmed it.</param>
/// <param name="Excused">请假人数 as entered, printed in the roll.</param>
/// <param name="Profile">规则集 name.</param>
/// <param name="Rules">规则集参数.</param>
/// <param name="ProfileDigest">Digest of the profile file; empty when it was built in.</param>
/// <param name="Suite">Signature suite: cn, intl or dual.</param>
/// <param name="Sittings">次会议, in order.</param>
/// <param name="Members">名册.</param>
/// <param name="Agenda">议程, in order.</param>
public sealed record Meeting(
    Venue Hall,
    Session Session,
    Body Body,
    string Level,
    CountBase Base,
    int Excused,
    string Profile,
    ProfileRules Rules,
    Octets ProfileDigest,
    string Suite,
    IReadOnlyList<Sitting> Sittings,
    IReadOnlyList<Member> Members,
    IReadOnlyList<AgendaItem> Agenda)
{
    /// <summary>基数的各种可能, where the secretariat gave them.</summary>
    public BaseFigures Figures { get; init; } = BaseFigures.None;

    /// <summary>The item with this number, or null.</summary>
    public AgendaItem? Item(string agendaNo) => Agenda.FirstOrDefault(item => item.No == agendaNo);
}

/// <summary>会场.</summary>
public sealed record Venue(string Id, string Name);

/// <summary>届次: one session of a body.</summary>
/// <param name="Id">Stable id, part of the signed record.</param>
/// <param name="BodyName">机关名称, e.g. 云溪县人民代表大会.</param>
/// <param name="Term">届.</param>
/// <param name="SessionNo">次会议.</param>
/// <param name="Name">Full name as printed.</param>
/// <param name="Location">地点.</param>
public sealed record Session(string Id, string BodyName, int Term, int SessionNo, string Name, string Location);

/// <summary>全体会议（次）: one sitting of the session; sign-in belongs to it.</summary>
public sealed record Sitting(int No, string Name);

/// <summary>议程项: what is put to the vote and how.</summary>
/// <param name="No">Number as printed, unique, e.g. "3".</param>
/// <param name="Question">付表决的事项.</param>
/// <param name="Mode">表决方式.</param>
/// <param name="TextDigest">Digest of the draft put to the vote; empty when there is none.</param>
public sealed record AgendaItem(string No, Question Question, RoundMode Mode, Octets TextDigest)
{
    /// <summary>表决手段: on paper the vote is 无记名, by hands it is open.</summary>
    public VotingMethod Method { get; init; } = VotingMethod.Keypad;

    /// <summary>表决前的手续.</summary>
    public Preliminaries Before { get; init; } = Preliminaries.None;
}
