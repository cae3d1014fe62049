using VotingHall.Core;

namespace VotingHall.Server.Plans;

/// <summary>规则集一致性: parameters that need each other, and values the engine does not honour yet: refused rather than silently ignored.</summary>
internal static class ProfileChecks
{
    public static void Check(ProfileFile file, ProfileRules rules, PlanProblems problems)
    {
        void Problem(string name, string chinese, string english)
        {
            PlanPlace place = file.Entries.TryGetValue(name, out ProfileEntry? entry) ? entry.Place : new PlanPlace(problems.File, 0);
            problems.Add(new PlanProblem(place.File, place.Line, $"{name}：{chinese}", $"{name}: {english}") { Field = name });
        }

        if (rules.Election is { Method: ElectionMethod.KeypadAdopted, ElectronicElectionAdopted: null })
            Problem("election.method", "用表决器选举，须在 election.electronicElectionAdopted 中写明选举办法的条文",
                "election by keypad needs election.electronicElectionAdopted with the adopted article");
        if (rules.Election is { Method: not ElectionMethod.KeypadAdopted, ElectronicElectionAdopted: not null })
            Problem("election.electronicElectionAdopted", "写明了用表决器选举的条文，election.method 须为 keypadAdopted",
                "the article on election by keypad is quoted, so election.method is keypadAdopted");
        foreach ((string name, Func<ProfileRules, bool> wants, string chinese, string english) in Unsupported)
            if (wants(rules))
                Problem(name, chinese, english);
    }

    private static readonly IReadOnlyList<(string Name, Func<ProfileRules, bool> Wants, string Chinese, string English)> Unsupported =
    [
        Only("motion.method", r => r.Motion.Method != VotingMethod.Keypad, "keypad"),
    ];

    private static (string, Func<ProfileRules, bool>, string, string) Only(string name, Func<ProfileRules, bool> wants, string value) =>
        (name, wants, $"目前只支持 {value}", $"only {value} is supported");
}
