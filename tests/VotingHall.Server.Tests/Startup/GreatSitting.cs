using System.Globalization;

namespace VotingHall.Server.Tests.Startup;

/// <summary>A sitting of 3,000 members at 16 lines: a roll call, a named and a secret round.</summary>
internal static class GreatSitting
{
    public const int Members = 3_000;
    public const int SignedIn = 2_990;

    private const int Lines = 16;
    private const int KeypadsOfLine = 188;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <summary>Both votes: 2,000 for, 600 against, 177 abstained, the others of those signed in do not press.</summary>
    public static ScriptedSitting Of(int seed) => new(seed, [.. Enumerable.Repeat(KeypadsOfLine, Lines)], Meeting, Script(seed), Limit);

    /// <summary>Keypads beyond the members are spares.</summary>
    private static string Meeting(IReadOnlyList<string> uids)
    {
        IEnumerable<string> members = uids.Take(Members).Select((uid, i) => string.Create(
            CultureInfo.InvariantCulture, $$"""{ "id": {{i + 1}}, "name": "代表", "seat": "1-{{i + 1}}", "keypadUid": "{{uid}}" }"""));
        return $$"""
            {
              "hall": { "id": "test-hall", "name": "大会堂" },
              "meeting": { "id": "test-2", "body": "某省人民代表大会", "term": 1, "sessionNo": 1, "name": "第一次会议", "location": "大会堂" },
              "body": "congress", "level": "county", "base": { "count": {{Members}}, "basis": "inOffice" },
              "profile": "national-county", "suite": "dual",
              "sittings": [ { "no": 1, "name": "全体会议" } ],
              "members": [ {{string.Join(",\n", members)}} ],
              "agenda": [
                { "no": "1", "kind": "rollCall", "title": "签到", "verb": "签到", "mode": "signIn" },
                { "no": "2", "kind": "motion", "title": "第一项决议", "verb": "通过", "mode": "named" },
                { "no": "3", "kind": "motion", "title": "第二项决议", "verb": "通过", "mode": "secret" }
              ]
            }
            """;
    }

    private static string Script(int seed)
    {
        string present = string.Create(CultureInfo.InvariantCulture, $"1-1..1-{SignedIn}");
        List<string> steps =
        [
            """{ "at": "ready+100", "who": "chair", "do": "confirmBase" }""",
            """{ "at": "ready+200", "who": "secretariat", "do": "openSitting", "args": { "no": 1 } }""",
            """{ "at": "ready+300", "who": "secretariat", "do": "prepare", "args": { "item": "1" } }""",
            $$"""{ "at": "open:1+500", "who": "seats", "do": "sign-in", "args": { "seats": "{{present}}", "spreadMs": 6000 } }""",
        ];
        for (int round = 1; round <= 3; round++)
        {
            if (round > 1)
                steps.Add($$"""{ "at": "signed:{{round - 1}}+500", "who": "secretariat", "do": "prepare", "args": { "item": "{{round}}" } }""");
            steps.Add($$"""{ "at": "prepared:{{round}}+500", "who": "chair", "do": "open" }""");
            steps.Add($$"""{ "at": "open:{{round}}+20000", "who": "chair", "do": "close" }""");
            steps.Add($$"""{ "at": "counted:{{round}}+300", "who": "scrutineer", "do": "confirm" }""");
            steps.Add($$"""{ "at": "confirmed:{{round}}+300", "who": "chair", "do": "declare" }""");
            if (round > 1)
                steps.Add($$"""
                    { "at": "open:{{round}}+500", "who": "seats", "do": "press",
                      "args": { "seats": "{{present}}", "mix": { "for": 2000, "against": 600, "abstain": 177 }, "spreadMs": 8000 } }
                    """);
        }
        steps.Add("""{ "at": "signed:3+500", "who": "secretariat", "do": "closeSitting" }""");
        return $$"""{ "seed": {{seed}}, "meeting": "meeting.json", "lines": "lines.json", "steps": [ {{string.Join(",\n", steps)}} ] }""";
    }
}
