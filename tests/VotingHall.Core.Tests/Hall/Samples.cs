using System.Collections.Immutable;

namespace VotingHall.Core.Tests;

/// <summary>样例会议: twelve deputies, an agenda with one item of each kind.</summary>
internal static class Samples
{
    public const int Members = 12;
    public const long Start = 1_800_000_000_000;

    public static Octets Digest(int seed) => new(Enumerable.Range(0, 32).Select(i => (byte)(seed + i)).ToArray());

    public static Octets Nonce { get; } = new([1, 2, 3, 4, 5, 6, 7, 8]);

    public static KeypadUid Uid(int member) => new(0xA000UL + (ulong)member);

    public static PressId Press(int boot, int rev) => new(((ulong)boot << 32) | (uint)rev);

    public static Meeting Meeting(PressRule rule = PressRule.Last, Body body = Body.Congress) => new(
        new Venue("hall1", "县会议中心"),
        new Session("yx-18-5", "云溪县人民代表大会", 18, 5, "云溪县第十八届人民代表大会第五次会议", "县会议中心"),
        body, "county", new CountBase(Members, CountBasis.InOffice), 1, "national-county",
        ProfileRules.Default with
        {
            Keypad = new KeypadParameters(rule),
            Election = new ElectionParameters(ElectionMethod.KeypadAdopted, "本次会议选举办法第八条"),
            Cites = new Dictionary<string, string> { ["motion.threshold"] = "本次会议表决办法第六条" },
        },
        Digest(7), "intl",
        [new Sitting(1, "第一次全体会议"), new Sitting(2, "第二次全体会议")],
        [.. Enumerable.Range(1, Members).Select(i => new Member(new MemberId(i), "代表" + (char)('甲' + i), new SeatNo("1-" + i), Uid(i)))],
        Agenda);

    public static IReadOnlyList<AgendaItem> Agenda { get; } =
    [
        Item("1", RoundMode.SignIn, new RollCall { Title = "签到", Verb = "签到" }),
        Item("2", RoundMode.Named, new Motion { Title = "政府工作报告的决议", Verb = "通过" }),
        Item("3", RoundMode.Secret, new Motion { Title = "预算的决议", Verb = "通过" }),
        Item("4", RoundMode.Secret, new Election
        {
            Title = "选举县人大常委会委员", Verb = "选举", Office = "县人大常委会委员", OfficeKind = OfficeKind.CommitteeMember,
            Candidates = ["林若水", "王𠮷", "陈𣲘"], Seats = 2,
        }),
        Item("5", RoundMode.Named, new ProjectVote { Title = "民生实事项目", Verb = "票决", Projects = ["供水", "公路", "公园"], Seats = 2, PickList = true }),
        Item("6", RoundMode.Named, new Election
        {
            Title = "选举副县长", Verb = "选举", Office = "副县长", OfficeKind = OfficeKind.Deputy, Candidates = ["林若水", "王𠮷"], Seats = 1,
        }),
        Item("7", RoundMode.Named, new Appointment { Title = "任命名单", Verb = "任命", Persons = [new Nominee("何知白", "局长"), new Nominee("许喆", null)] }),
    ];

    public static ImmutableArray<Choice?> Marks(params Choice?[] marks) => [.. marks];

    private static AgendaItem Item(string no, RoundMode mode, Question question) => new(no, question, mode, Octets.Empty);
}
