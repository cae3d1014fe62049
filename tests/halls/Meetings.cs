using VotingHall.Core;

namespace VotingHall.Server.Tests.Halls;

/// <summary>Meetings for the virtual hall.</summary>
internal static class Meetings
{
    public static readonly Issuer Chair = new(Role.Chair, "chair");
    public static readonly Issuer Secretariat = new(Role.Secretariat, "secretariat");
    public static readonly Issuer Scrutineer = new(Role.Scrutineer, "scrutineer");

    public static AgendaItem RollCallItem { get; } = new("1", new RollCall { Title = "签到", Verb = "签到" }, RoundMode.SignIn, Octets.Empty);

    public static AgendaItem MotionItem(string no, RoundMode mode) =>
        new(no, new Motion { Title = $"第{no}项决议", Verb = "通过" }, mode, Octets.Empty);

    public static Meeting Of(IReadOnlyList<KeypadUid> keypads, IReadOnlyList<AgendaItem> agenda, CountBase? countBase = null, PressRule pressRule = PressRule.Last) => new(
        new Venue("test-hall", "会堂"), new Session("test-1", "县人民代表大会", 1, 1, "第一届第一次会议", "会堂"), Body.Congress, "county",
        countBase ?? new CountBase(keypads.Count, CountBasis.InOffice), 0, "national-county",
        ProfileRules.Default with
        {
            Keypad = new KeypadParameters(pressRule),
            Election = new ElectionParameters(ElectionMethod.KeypadAdopted, "选举办法第五条"),
        }, Octets.Empty, "intl",
        [new Sitting(1, "第一次全体会议")],
        [.. keypads.Select((uid, i) => new Member(new MemberId(i + 1), $"代表{i + 1}", new SeatNo($"1-{i + 1}"), uid))], agenda);
}
