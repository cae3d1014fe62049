using System.Text.Json;

namespace VotingHall.Core.Tests.Questions;

/// <summary>一样要求: something every kind of question must have, and whether a kind has it. A kind nobody has made a sample of has no paper and no count.</summary>
internal sealed record Demand(string Name, Func<string, Question?, bool> IsMet);

/// <summary>
/// 齐全: what a kind of question consists of beside its folder: paper, count, announcement, form of the certificate, form of the agenda, name on
/// the screens, place in the file of a meeting, golden cases. Whoever adds a kind is told what is missing.
/// </summary>
internal static class Completeness
{
    private const int CasesLeast = 2;
    private const int Members = 5;

    /// <summary>Kinds that follow from a vote and are never put on an agenda by hand.</summary>
    private static readonly HashSet<string> FollowUps = [RunoffElection.KindName];

    /// <summary>How cases name the acts of a kind.</summary>
    private static readonly Dictionary<string, string[]> CaseFolders = new()
    {
        ["rollCall"] = ["quorum"],
        ["motion"] = ["motion", "constitutional_amendment", "procedure"],
        ["list"] = ["list"],
        ["appointment"] = ["appointment"],
        ["election"] = ["election", "deputy_election", "by_election", "further_election", "repeat_vote"],
        ["runoffElection"] = ["election_runoff"],
        ["preSelection"] = ["pre_selection"],
        ["projectVote"] = ["livelihood_projects"],
        ["recall"] = ["recall"],
        ["resignation"] = ["resignation"],
        ["dismissal"] = ["removal_from_office"],
        ["actingHead"] = ["acting_head"],
        ["procedural"] = ["procedural_motion"],
        ["evaluation"] = ["satisfaction", "performance"],
        ["inquiryAnswer"] = ["inquiry_answer"],
    };

    public static IReadOnlyList<Demand> All { get; } =
    [
        new("paper", (_, sample) => sample is not null && PaperOf(sample).RowCount > 0),
        new("count", (_, sample) => sample is not null && CountOf(sample).Reason.RuleId.Length > 0),
        new("words before the vote", (_, sample) => sample is not null && VoteAnnouncement.Before(sample, ModeOf(sample), Body.Congress).Chinese.Length > 0),
        new("words of the result", (_, sample) => sample is RollCall
            || (sample is not null && ResultAnnouncement.Of(sample, TallyOf(sample), CountOf(sample), Body.Congress, ProfileRules.Default).TextOrNone is { Chinese.Length: > 0, English.Length: > 0 })),
        new("golden cases", (kind, _) => CasesOf(kind) >= CasesLeast),
    ];

    /// <summary>What people see of a kind: the certificate, the secretariat's form, the names on the screens.</summary>
    public static IReadOnlyList<Demand> Forms { get; } =
    [
        new("form of the certificate", (kind, sample) => sample is not null && Says(RecordedAs(kind), "server/VotingHall.Papers/Records/RecordReader.cs")),
        new("form of the agenda", (kind, sample) => FollowUps.Contains(kind) || (Says(kind, "console/VotingHall.Console/wwwroot/secretariat-item.js")
            && sample is not null && Text("console/VotingHall.Console/Secretariat/ItemVerbs.cs").Contains($"[{sample.GetType().Name}.KindName]", StringComparison.Ordinal))),
        new("file of a meeting", (kind, _) => FollowUps.Contains(kind) || Says(kind, "server/schemas/meeting.schema.json")),
        new("name on the screens", (kind, _) => HasName(kind, "zh") && HasName(kind, "en")),
    ];

    public static IReadOnlyList<string> Missing(string kind, Question? sample, IEnumerable<Demand> demands) =>
        [.. demands.Where(demand => !demand.IsMet(kind, sample)).Select(demand => kind + ": " + demand.Name)];

    private static RoundMode ModeOf(Question question) => question is RollCall ? RoundMode.SignIn : RoundMode.Named;

    private static BallotPaper PaperOf(Question question) => question.PaperFor(ModeOf(question));

    private static Outcome CountOf(Question question) => question.Count(TallyOf(question), Halls.Congress(Members));

    /// <summary>Five members, each for every row that a ballot can choose, then the votes fall off.</summary>
    private static Tally TallyOf(Question question)
    {
        PaperGroup[] groups = [.. PaperOf(question).Groups];
        IEnumerable<RowTally> rows = groups.SelectMany(group => group.Rows.Select((name, row) => row < Math.Max(1, group.MaxFor) ? Row(group, name) : Against(group, name)));
        return new Tally(Members, Members, question is RollCall ? [] : [.. rows], []);
    }

    /// <summary>Everybody takes the first option offered.</summary>
    private static RowTally Row(PaperGroup group, string name) => RowTally.From(name, choice => choice == group.Options[0] ? Members : 0);

    private static RowTally Against(PaperGroup group, string name) => new(name, 0, group.IsPickList ? 0 : Members, 0);

    private static int CasesOf(string kind) => CaseFolders.GetValueOrDefault(kind, [])
        .Select(folder => Repository.Path("tests", "cases", folder))
        .Where(Directory.Exists)
        .Sum(folder => Directory.GetDirectories(folder).Length);

    /// <summary>A record of a run-off is one of an election.</summary>
    private static string RecordedAs(string kind) => kind == RunoffElection.KindName ? Election.KindName : kind;

    private static bool HasName(string kind, string language)
    {
        using JsonDocument texts = JsonDocument.Parse(Text("console/VotingHall.Console/Shared/shared." + language + ".json"));
        return texts.RootElement.TryGetProperty("kind." + (kind == RunoffElection.KindName ? "runoff" : kind), out _);
    }

    private static bool Says(string kind, string file) => Text(file).Contains("\"" + kind + "\"", StringComparison.Ordinal);

    private static string Text(string file) => File.ReadAllText(Repository.Path(file.Split('/')));
}
