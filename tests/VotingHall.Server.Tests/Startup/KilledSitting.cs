using System.Globalization;

namespace VotingHall.Server.Tests.Startup;

/// <summary>A sitting of twelve members with a roll call, a named and a secret round, in which the server is killed.</summary>
internal static class KilledSitting
{
    private const int Members = 12;

    /// <summary>A sitting takes about half a minute; on a busy machine more.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <param name="kills">When the server is killed, as times of the script ("open:2+900").</param>
    public static ScriptedSitting Of(int seed, IReadOnlyList<string> kills) => new(seed, [Members], Meeting, Script(seed, kills), Limit);

    private static string Meeting(IReadOnlyList<string> uids)
    {
        IEnumerable<string> members = uids.Select((uid, i) => string.Create(
            CultureInfo.InvariantCulture, $$"""{ "id": {{i + 1}}, "name": "委员", "seat": "1-{{i + 1}}", "keypadUid": "{{uid}}" }"""));
        return $$"""
            {
              "hall": { "id": "test-hall", "name": "会议厅" },
              "meeting": { "id": "test-1", "body": "某县人民代表大会常务委员会", "term": 1, "sessionNo": 1, "name": "第一次会议", "location": "会议厅" },
              "body": "standingCommittee", "level": "county", "base": { "count": {{Members}}, "basis": "quota" },
              "profile": "national-county", "suite": "intl",
              "sittings": [ { "no": 1, "name": "全体会议" } ],
              "members": [ {{string.Join(", ", members)}} ],
              "agenda": [
                { "no": "1", "kind": "rollCall", "title": "签到", "verb": "签到", "mode": "signIn" },
                { "no": "2", "kind": "motion", "title": "第一项决议", "verb": "通过", "mode": "named" },
                { "no": "3", "kind": "motion", "title": "第二项决议", "verb": "通过", "mode": "secret" }
              ]
            }
            """;
    }

    /// <summary>Eleven of twelve press: seven for, three against, one abstains after having pressed for.</summary>
    private static string Script(int seed, IReadOnlyList<string> kills)
    {
        List<string> steps =
        [
            """{ "at": "ready+100", "who": "chair", "do": "confirmBase" }""",
            """{ "at": "ready+200", "who": "secretariat", "do": "openSitting", "args": { "no": 1 } }""",
            """{ "at": "ready+300", "who": "secretariat", "do": "prepare", "args": { "item": "1" } }""",
            """{ "at": "open:1+200", "who": "seats", "do": "sign-in", "args": { "seats": "all", "spreadMs": 500 } }""",
        ];
        for (int round = 1; round <= 3; round++)
        {
            int window = round == 1 ? 3_000 : 7_000;
            steps.Add($$"""{ "at": "prepared:{{round}}+100", "who": "chair", "do": "open" }""");
            steps.Add($$"""{ "at": "open:{{round}}+{{window}}", "who": "chair", "do": "close" }""");
            steps.Add($$"""{ "at": "counted:{{round}}+100", "who": "scrutineer", "do": "confirm" }""");
            steps.Add($$"""{ "at": "confirmed:{{round}}+100", "who": "chair", "do": "declare" }""");
            if (round == 1)
            {
                steps.Add("""{ "at": "declared:1+100", "who": "secretariat", "do": "prepare", "args": { "item": "2" } }""");
                continue;
            }
            if (round == 2)
                steps.Add("""{ "at": "declared:2+100", "who": "secretariat", "do": "prepare", "args": { "item": "3" } }""");
            steps.Add($$"""{ "at": "open:{{round}}+200", "who": "seats", "do": "press", "args": { "seats": "1-1..1-7", "choices": [1], "spreadMs": 3000 } }""");
            steps.Add($$"""{ "at": "open:{{round}}+200", "who": "seats", "do": "press", "args": { "seats": "1-8..1-10", "choices": [2], "spreadMs": 3000 } }""");
            steps.Add($$"""{ "at": "open:{{round}}+200", "who": "seats", "do": "press", "args": { "seats": "1-11", "choices": [1], "spreadMs": 500 } }""");
            steps.Add($$"""{ "at": "open:{{round}}+1200", "who": "seats", "do": "change", "args": { "seats": "1-11", "choices": [3], "spreadMs": 2000 } }""");
        }
        steps.Add("""{ "at": "declared:3+100", "who": "secretariat", "do": "closeSitting" }""");
        steps.AddRange(kills.Select(at => $$"""{ "at": "{{at}}", "who": "fault", "do": "killServer" }"""));
        return $$"""{ "seed": {{seed}}, "meeting": "meeting.json", "lines": "lines.json", "steps": [ {{string.Join(",\n", steps)}} ] }""";
    }
}
