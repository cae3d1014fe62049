using System.Globalization;

namespace VotingHall.Firmware.Tests;

/// <summary>A small congress of eight: roll call, a named motion, a secret election of at most five out of six.</summary>
internal static class ChainSitting
{
    public const int Members = 8;
    public const int Candidates = 6;
    public const int Seats = 5;

    public static string Meeting(IReadOnlyList<string> uids)
    {
        IEnumerable<string> members = uids.Select((uid, i) => string.Create(
            CultureInfo.InvariantCulture, $$"""{ "id": {{i + 1}}, "name": "代表", "seat": "1-{{i + 1}}", "keypadUid": "{{uid}}" }"""));
        string[] names = ["王雨桐", "刘望舒", "陈知远", "林若水", "周𫢸", "贺锦成"];
        IEnumerable<string> candidates = names.Select(name => $"\"{name}\"");
        return $$"""
            {
              "hall": { "id": "chain-hall", "name": "会议厅" },
              "meeting": { "id": "chain-1", "body": "某县人民代表大会", "term": 1, "sessionNo": 1, "name": "第一次会议", "location": "会议厅" },
              "body": "congress", "level": "county", "base": { "count": {{Members}}, "basis": "inOffice" },
              "profile": "national-county", "suite": "intl",
              "sittings": [ { "no": 1, "name": "全体会议" } ],
              "members": [ {{string.Join(", ", members)}} ],
              "agenda": [
                { "no": "1", "kind": "rollCall", "title": "签到", "verb": "签到", "mode": "signIn" },
                { "no": "2", "kind": "motion", "title": "关于县人民政府工作报告的决议", "verb": "通过", "mode": "named" },
                {
                  "no": "3", "kind": "election", "title": "补选委员", "verb": "补选", "mode": "secret", "office": "县人民代表大会常务委员会委员",
                  "officeKind": "committeeMember", "candidates": [ {{string.Join(", ", candidates)}} ], "seats": {{Seats}}
                }
              ]
            }
            """;
    }

    /// <summary>Windows are wide: emulated keypads run when the machine lets them.</summary>
    public static string Script()
    {
        int[] windowsMs = [9_000, 9_000, 20_000];
        List<string> steps =
        [
            """{ "at": "ready+100", "who": "chair", "do": "confirmBase" }""",
            """{ "at": "ready+200", "who": "secretariat", "do": "openSitting", "args": { "no": 1 } }""",
            """{ "at": "ready+300", "who": "secretariat", "do": "prepare", "args": { "item": "1" } }""",
        ];
        for (int round = 1; round <= windowsMs.Length; round++)
        {
            if (round > 1)
                steps.Add($$"""{ "at": "declared:{{round - 1}}+100", "who": "secretariat", "do": "prepare", "args": { "item": "{{round}}" } }""");
            steps.Add($$"""{ "at": "prepared:{{round}}+100", "who": "chair", "do": "open" }""");
            steps.Add($$"""{ "at": "open:{{round}}+{{windowsMs[round - 1]}}", "who": "chair", "do": "close" }""");
            steps.Add($$"""{ "at": "counted:{{round}}+100", "who": "scrutineer", "do": "confirm" }""");
            steps.Add($$"""{ "at": "confirmed:{{round}}+100", "who": "chair", "do": "declare" }""");
        }
        steps.Add($$"""{ "at": "signed:{{windowsMs.Length}}+100", "who": "secretariat", "do": "closeSitting" }""");
        return $$"""{ "seed": 7, "meeting": "meeting.json", "lines": "lines.json", "steps": [ {{string.Join(",\n", steps)}} ] }""";
    }
}
