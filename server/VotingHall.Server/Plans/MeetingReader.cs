using System.Text;
using VotingHall.Core;

namespace VotingHall.Server.Plans;

/// <summary>
/// 会议资料读入: meeting.json, with the members in it or in a CSV beside it, and the profile it names. All errors at once, nothing half imported.
/// Source: design.md, files.
/// </summary>
/// <param name="profilesFolder">Folder of the profiles delivered with the server; a profile ending in ".json" is meant from the meeting's folder.</param>
/// <param name="missingCharacters">Characters of a text that no font of the house can draw; null = not checked.</param>
public sealed class MeetingReader(string profilesFolder, Func<string, IReadOnlyList<string>>? missingCharacters = null)
{
    internal static readonly IReadOnlyList<(string Name, RoundMode Value)> Modes =
        [("named", RoundMode.Named), ("secret", RoundMode.Secret), ("signIn", RoundMode.SignIn)];

    private const int TextMax = 400;

    /// <summary>Profiles delivered with the server.</summary>
    public static string ProfilesBesideServer => Path.Combine(AppContext.BaseDirectory, "profiles");

    private static readonly IReadOnlyList<(string Name, Body Value)> Bodies =
        [("congress", Body.Congress), ("standingCommittee", Body.StandingCommittee), ("presidium", Body.Presidium)];

    private static readonly IReadOnlyList<(string Name, CountBasis Value)> Bases =
        [("inOffice", CountBasis.InOffice), ("quota", CountBasis.Quota), ("other", CountBasis.Other)];

    private static readonly IReadOnlyList<(string Name, string Value)> Levels =
        [("county", "county"), ("province", "province"), ("city", "city"), ("township", "township")];

    private static readonly IReadOnlyList<(string Name, string Value)> Suites = [("dual", "dual"), ("intl", "intl"), ("cn", "cn")];

    public PlanReading<MeetingPlan> Read(string path)
    {
        PlanProblems problems = new(path);
        return PlanFiles.Root(path, problems) is { } root ? Read(root, path, problems) : problems.Refuse<MeetingPlan>();
    }

    /// <summary>The text of a meeting.json that stands alone: it holds its members and names a delivered profile, no file is read for it.</summary>
    public PlanReading<MeetingPlan> ReadText(string text)
    {
        PlanProblems problems = new("");
        if (PlanFiles.Root(Encoding.UTF8.GetBytes(text), problems) is not { } root)
            return problems.Refuse<MeetingPlan>();
        if (root["members"] is PlanNode.Text table)
            problems.Add(table.Line, "members", "members：单独上传的会议文件须自带名册，或先上传会议文件再导入名册表格", "members: a meeting file sent alone holds its members; or send it first and import the table of members then");
        if (root["profile"] is PlanNode.Text { Value: string name } profile && name.EndsWith(".json", StringComparison.Ordinal))
            problems.Add(profile.Line, "profile", "profile：单独上传的会议文件只能用随系统提供的规则集", "profile: a meeting file sent alone names a delivered profile");
        return problems.None ? Read(root, "", problems) : problems.Refuse<MeetingPlan>();
    }

    private PlanReading<MeetingPlan> Read(PlanNode.Object root, string path, PlanProblems problems)
    {
        PlanFields fields = new(root, problems);
        Venue hall = Hall(fields.Object("hall"));
        Session session = Session(fields.Object("meeting"));
        Body body = fields.Name("body", Bodies);
        string level = fields.Name("level", Levels);
        (CountBase countBase, BaseFigures figures) = Base(fields.Object("base"));
        int excused = fields.OptionalNumber("excused", 0, MeetingCheck.MembersMax) ?? 0;
        ProfilePlan? profile = Profile(path, fields, problems);
        string suite = fields.Name("suite", Suites);
        IReadOnlyList<Sitting> sittings = [.. fields.Objects("sittings", 1, 100).Select(Sitting)];
        IReadOnlyList<(Member Member, PlanPlace Place)> members = new MembersReader(problems, missingCharacters).Read(path, fields);
        IReadOnlyList<AgendaItem> agenda = new AgendaReader(problems, missingCharacters).Read(fields);
        fields.Finish();
        if (profile is not null)
            Fits(profile, body, level, fields);
        if (!problems.None || profile is null)
            return problems.Refuse<MeetingPlan>();
        Meeting meeting = new(
            hall, session, body, level, countBase, excused, profile.Name, profile.Rules, profile.Digest, suite, sittings,
            [.. members.Select(one => one.Member)], agenda)
        { Figures = figures };
        foreach (MeetingError error in MeetingCheck.Validate(meeting))
            problems.Add(root.At(error.Where).Line, error.Where, $"{error.Where}：{error.Chinese}", $"{error.Where}: {error.English}");
        return problems.None ? new PlanReading<MeetingPlan>.Read(new MeetingPlan(meeting, profile)) : problems.Refuse<MeetingPlan>();
    }

    /// <summary>A profile made for another body or level is a mistake, not a choice.</summary>
    private static void Fits(ProfilePlan profile, Body body, string level, PlanFields fields)
    {
        if (profile.Bodies.Count > 0 && !profile.Bodies.Contains(body))
            fields.Problem("profile", $"规则集“{profile.Title}”不适用于会议主体 {EnumNames.Write(body)}", $"the profile {profile.Name} is not made for the body {EnumNames.Write(body)}");
        if (profile.Levels.Count > 0 && !profile.Levels.Contains(level))
            fields.Problem("profile", $"规则集“{profile.Title}”不适用于层级 {level}", $"the profile {profile.Name} is not made for the level {level}");
    }

    private static Venue Hall(PlanFields? fields)
    {
        if (fields is null)
            return new Venue("", "");
        Venue hall = new(fields.Text("id", 60), fields.Text("name", TextMax));
        fields.Finish();
        return hall;
    }

    private static Session Session(PlanFields? fields)
    {
        if (fields is null)
            return new Session("", "", 1, 1, "", "");
        Session session = new(
            fields.Text("id", 60), fields.Text("body", TextMax), fields.Number("term", 1, 200), fields.Number("sessionNo", 1, 200),
            fields.Text("name", TextMax), fields.Text("location", TextMax));
        fields.Finish();
        return session;
    }

    /// <summary>{count, basis, quota?, inOffice?, suspended?}.</summary>
    private static (CountBase, BaseFigures) Base(PlanFields? fields)
    {
        if (fields is null)
            return (new CountBase(0, CountBasis.InOffice), BaseFigures.None);
        CountBase countBase = new(fields.Number("count", 1, MeetingCheck.MembersMax), fields.Name("basis", Bases));
        BaseFigures figures = new(
            fields.OptionalNumber("quota", 1, MeetingCheck.MembersMax), fields.OptionalNumber("inOffice", 1, MeetingCheck.MembersMax),
            fields.OptionalNumber("suspended", 0, MeetingCheck.MembersMax));
        fields.Finish();
        return (countBase, figures);
    }

    private static Sitting Sitting(PlanFields fields)
    {
        Sitting sitting = new(fields.Number("no", 1, 100), fields.Text("name", TextMax));
        fields.Finish();
        return sitting;
    }

    private ProfilePlan? Profile(string path, PlanFields fields, PlanProblems problems)
    {
        string name = fields.Text("profile", 200);
        if (name.Length == 0)
            return null;
        bool isFile = name.EndsWith(".json", StringComparison.Ordinal);
        if (!isFile && name.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')))
        {
            fields.Problem("profile", "规则集名称只用小写字母、数字和连字符；自备文件以 .json 结尾", "a profile's name has lower-case letters, digits and hyphens; an own file ends in .json");
            return null;
        }
        string file = isFile ? PlanFiles.Beside(path, name) : Path.Combine(profilesFolder, name + ".json");
        switch (ProfileReader.Read(file, profilesFolder))
        {
            case PlanReading<ProfilePlan>.Read read:
                return read.Value;
            case PlanReading<ProfilePlan>.Refused refused:
                foreach (PlanProblem problem in refused.Problems)
                    problems.Add(problem);
                return null;
            default:
                throw new InvalidOperationException("unknown reading");
        }
    }
}
