using System.Security.Cryptography;
using VotingHall.Core;

namespace VotingHall.Server.Plans;

/// <summary>
/// 规则集读入: {name, title, parameters {name: {value, cite}}, cites? {name: cite}, fixed [{rule, cite}]}. Every parameter has its citation; what the law fixes for everybody
/// is listed so that it can be read, and cannot be set. Source: rules 18.
/// </summary>
public static class ProfileReader
{
    private const int CiteMax = 300;

    private static readonly IReadOnlyList<(string Name, PressRule Value)> PressRules = [("last", PressRule.Last), ("first", PressRule.First)];
    private static readonly IReadOnlyList<(string Name, bool Value)> ParticipationRules = [("off", false), ("majorityOfAll", true)];

    /// <summary>Reads a profile by its path.</summary>
    public static PlanReading<ProfilePlan> Read(string path)
    {
        PlanProblems problems = new(path);
        if (PlanFiles.Bytes(path, problems) is not { } bytes || PlanJsonReader.Read(bytes, problems) is not { } node)
            return problems.Refuse<ProfilePlan>();
        if (node is not PlanNode.Object root)
        {
            problems.Add(node.Line, "文件最外层须为对象 {…}", "the file is one object {…}");
            return problems.Refuse<ProfilePlan>();
        }
        PlanFields fields = new(root, problems);
        string name = fields.Text("name", 60);
        _ = fields.Text("title", 200);
        ProfileRules? rules = fields.Object("parameters") is { } parameters ? Parameters(parameters, problems) : null;
        if (rules is not null && fields.Node("cites") is not null && fields.Object("cites") is { } local)
            rules = rules with { Cites = LocalCites(local, rules.Cites) };
        foreach (PlanFields rule in fields.Objects("fixed", 1, 100))
        {
            _ = rule.Text("rule", CiteMax);
            _ = rule.Text("cite", CiteMax);
            rule.Finish();
        }
        fields.Finish();
        return problems.None && rules is not null
            ? new PlanReading<ProfilePlan>.Read(new ProfilePlan(name, rules, new Octets(SHA256.HashData(bytes))))
            : problems.Refuse<ProfilePlan>();
    }

    private static ProfileRules Parameters(PlanFields parameters, PlanProblems problems)
    {
        Dictionary<string, string> cites = new(StringComparer.Ordinal);
        PressRule press = PressRule.Last;
        int window = 0;
        bool participation = false;
        string? adopted = null;
        Take(parameters, "keypad.changePolicy", cites, field => press = field.Name("value", PressRules));
        Take(parameters, "keypad.windowSeconds", cites, field => window = field.Number("value", 1, 300));
        Take(parameters, "motion.participationRule", cites, field => participation = field.Name("value", ParticipationRules));
        if (parameters.Node("election.electronicElectionAdopted") is not null)
            Take(parameters, "election.electronicElectionAdopted", cites, field => adopted = field.Text("value", CiteMax));
        foreach (string listed in ProfileParameters.Listed)
            if (parameters.Node(listed) is not null)
                Take(parameters, listed, cites, field => ProfileParameters.Check(listed, field));
        foreach (string fixedName in ProfileParameters.Fixed.Where(fixedName => parameters.Node(fixedName) is not null))
            problems.Add(parameters.LineOf(fixedName), $"{fixedName}：由法律规定，不得在规则集中设置", $"{fixedName}: fixed by law, a profile cannot set it");
        parameters.Finish();
        return new ProfileRules(press, window, adopted, participation, cites);
    }

    /// <summary>Articles of the local norm that repeat the law; printed behind the national article.</summary>
    private static Dictionary<string, string> LocalCites(PlanFields local, IReadOnlyDictionary<string, string> parameters)
    {
        Dictionary<string, string> cites = new(parameters, StringComparer.Ordinal);
        foreach (string name in ProfileParameters.Cited)
            if (local.OptionalText(name, CiteMax) is { Length: > 0 } cite)
                cites[name] = cite;
        local.Finish();
        return cites;
    }

    private static void Take(PlanFields parameters, string name, Dictionary<string, string> cites, Action<PlanFields> value)
    {
        if (parameters.Object(name) is not { } field)
            return;
        value(field);
        string cite = field.Text("cite", CiteMax);
        field.Finish();
        if (cite.Length > 0)
            cites[name] = cite;
    }
}
