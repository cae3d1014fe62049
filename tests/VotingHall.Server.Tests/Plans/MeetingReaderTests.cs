using VotingHall.Core;
using VotingHall.Server.Plans;
using Xunit;

namespace VotingHall.Server.Tests.Plans;

/// <summary>meeting.json: everything wrong is reported at once, on its line, in both languages; nothing is half imported.</summary>
public sealed class MeetingReaderTests : IDisposable
{
    private const string Good = """
        {
          "hall": { "id": "h", "name": "会堂" },
          "meeting": { "id": "m", "body": "某县人大", "term": 1, "sessionNo": 1, "name": "第一次会议", "location": "会堂" },
          "body": "congress",
          "level": "county",
          "base": { "count": 3, "basis": "inOffice" },
          "profile": "national-county",
          "suite": "intl",
          "sittings": [ { "no": 1, "name": "第一次全体会议" } ],
          "members": [
            { "id": 1, "name": "甲", "seat": "1-1", "keypadUid": "00000000000000A1" },
            { "id": 2, "name": "乙", "seat": "1-2", "keypadUid": "00000000000000A2" },
            { "id": 3, "name": "丙", "seat": "1-3" }
          ],
          "agenda": [
            { "no": "1", "kind": "motion", "title": "决议", "verb": "通过", "mode": "named" },
            { "no": "2", "kind": "election", "title": "选举", "verb": "选举", "mode": "secret", "office": "委员",
              "officeKind": "committeeMember", "seats": 1,
              "candidates": ["甲", "乙"] }
          ]
        }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("votinghall-meeting-").FullName;

    [Fact]
    public void A_good_file_becomes_a_meeting()
    {
        Meeting meeting = Samples.Value(Samples.MeetingReader.Read(Write(Good))).Meeting;
        Assert.Equal(new Member(new MemberId(1), "甲", new SeatNo("1-1"), new KeypadUid(0xA1)), meeting.Members[0]);
        Assert.Null(meeting.Members[2].Keypad);
        Assert.Equal(["甲", "乙"], Assert.IsType<Election>(meeting.Item("2")!.Question).Candidates);
        Assert.Equal(new CountBase(3, CountBasis.InOffice), meeting.Base);
    }

    [Fact]
    public void All_problems_come_at_once_each_with_its_line()
    {
        string bad = Good
            .Replace("\"body\": \"congress\"", "\"body\": \"parliament\"", StringComparison.Ordinal)
            .Replace("\"level\": \"county\",", "\"level\": \"county\", \"colour\": \"red\",", StringComparison.Ordinal)
            .Replace("\"name\": \"乙\", \"seat\": \"1-2\"", "\"name\": \"乙\", \"seat\": \"1-1\"", StringComparison.Ordinal)
            .Replace("\"seat\": \"1-3\"", "\"seat\": \"1-3\", \"keypadUid\": \"xyz\"", StringComparison.Ordinal)
            .Replace("\"verb\": \"通过\"", "\"verb\": \"选举\"", StringComparison.Ordinal)
            .Replace("[\"甲\", \"乙\"] }", "[\"甲\", \"甲\"] }", StringComparison.Ordinal);
        IReadOnlyList<PlanProblem> problems = Problems(bad);
        Assert.Equal([4, 5, 12, 13, 16, 19], problems.Select(problem => problem.Line));
        Assert.All(problems, problem => Assert.EndsWith("meeting.json", problem.File, StringComparison.Ordinal));
        Assert.Contains("congress", problems[0].Chinese, StringComparison.Ordinal);
        Assert.Contains("未知字段：colour", problems[1].Chinese, StringComparison.Ordinal);
        Assert.Contains("席位 1-1 与第 11 行重复", problems[2].Chinese, StringComparison.Ordinal);
        Assert.Contains("line 11", problems[2].English, StringComparison.Ordinal);
        Assert.Contains("16 位", problems[3].Chinese, StringComparison.Ordinal);
        Assert.Contains("election 种类", problems[4].Chinese, StringComparison.Ordinal);
        Assert.Contains("名称重复：甲", problems[5].Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"id\": 2, \"name\": \"乙\"", "\"id\": 1, \"name\": \"乙\"", 12, "代表号 0001 与第 11 行重复")]
    [InlineData("00000000000000A2", "00000000000000a1", 12, "表决器 00000000000000A1 与第 11 行重复")]
    [InlineData("\"name\": \"乙\"", "\"name\": \"\uE123\"", 12, "自造字 U+E123")]
    [InlineData("\"name\": \"乙\"", "\"name\": \"乙\\u0007\"", 12, "控制符")]
    [InlineData("\"name\": \"乙\"", "\"name\": \"\\ud800\"", 12, "代理码")]
    [InlineData("\"name\": \"乙\"", "\"name\": null", 12, "null")]
    [InlineData("\"count\": 3", "\"count\": 2", 6, "不少于名册人数")]
    [InlineData("\"count\": 3", "\"count\": 3.5", 6, "整数")]
    [InlineData("\"count\": 3", "\"count\": 3, \"count\": 4", 6, "字段重复：count")]
    [InlineData("\"no\": \"2\"", "\"no\": \"1\"", 17, "议程号 1 与第 16 行重复")]
    [InlineData("\"mode\": \"named\"", "\"mode\": \"signIn\"", 16, "签到方式只用于签到")]
    [InlineData("\"suite\": \"intl\",", "", 1, "缺少字段：suite")]
    [InlineData("\"seats\": 1,", "\"seats\": 0,", 18, "须为 1 至 128 的整数")]
    [InlineData("national-county", "../secret", 7, "规则集名称")]
    [InlineData("national-county", "no-such-profile", 0, "无法读取")]
    [InlineData("\"sittings\": [", "\"sittings\": [,", 9, "JSON 语法错误")]
    public void One_problem_is_named_on_its_line(string from, string to, int line, string chinese)
    {
        string bad = Good.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Good, bad);
        Assert.Contains(Problems(bad), problem => problem.Line == line && problem.Chinese.Contains(chinese, StringComparison.Ordinal) && problem.English.Length > 0);
    }

    [Fact]
    public void Characters_without_a_glyph_are_reported()
    {
        MeetingReader reader = new(Samples.Profiles, text => text.Contains('丙', StringComparison.Ordinal) ? ["丙"] : []);
        PlanProblem problem = Assert.Single(Samples.Problems(reader.Read(Write(Good))));
        Assert.Equal(13, problem.Line);
        Assert.Contains("“丙”没有字形", problem.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_named_by_line()
    {
        byte[] bytes = [.. "{\n \"a\": \""u8, 0xB0, 0xA1, .. "\"}"u8];
        string path = Path.Combine(folder, "meeting.json");
        File.WriteAllBytes(path, bytes);
        PlanProblem problem = Assert.Single(Samples.Problems(Samples.MeetingReader.Read(path)));
        Assert.Equal(2, problem.Line);
        Assert.Contains("UTF-8", problem.Chinese, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Single(Samples.Problems(Samples.MeetingReader.Read(path + ".none"))).English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("id,name,seat,keypadUid\r\n1,甲,1-1,00000000000000A1\r\n2,\"乙\",1-2,\r\n")]
    [InlineData("\uFEFF席位,姓名,代表号,表决器\n1-1,甲,1,00000000000000A1\n1-2, 乙 ,2,\n")]
    [InlineData("id,name,seat\n1,甲,1-1\n\n2,乙,1-2")]
    public void Members_may_stand_in_a_table_beside_the_file(string csv)
    {
        Meeting meeting = Samples.Value(Samples.MeetingReader.Read(WithTable(csv))).Meeting;
        Assert.Equal([("甲", "1-1"), ("乙", "1-2")], meeting.Members.Select(member => (member.Name, member.Seat.Value)));
    }

    [Theory]
    [InlineData("id,name\n1,甲\n", 1, "缺少列：席位")]
    [InlineData("id,name,seat,age\n1,甲,1-1,9\n", 1, "未知或重复的列：age")]
    [InlineData("id,name,seat\n1,甲,1-1\n2,乙\n", 3, "应有 3 列，实有 2 列")]
    [InlineData("id,name,seat\n1,甲,1-1\n一,乙,1-2\n", 3, "代表号须为")]
    [InlineData("id,name,seat\n1,甲,1-1\n2,乙,1-1\n", 3, "席位 1-1 与第 2 行重复")]
    [InlineData("id,name,seat\n1,甲,1-1\n2,\"乙,1-2\n", 3, "引号")]
    [InlineData("id,name,seat\n1,,1-1\n", 2, "姓名")]
    [InlineData("", 1, "空")]
    public void Problems_of_the_table_are_named_by_its_lines(string csv, int line, string chinese)
    {
        IReadOnlyList<PlanProblem> problems = Samples.Problems(Samples.MeetingReader.Read(WithTable(csv)));
        Assert.Contains(problems, problem => problem.Line == line && problem.File.EndsWith("members.csv", StringComparison.Ordinal)
            && problem.Chinese.Contains(chinese, StringComparison.Ordinal));
    }

    /// <summary>Whatever is done to a good file, the reader answers and never throws.</summary>
    [Fact]
    public void No_damaged_file_makes_the_reader_throw()
    {
        Random random = new(7);
        byte[] good = System.Text.Encoding.UTF8.GetBytes(Good);
        string path = Path.Combine(folder, "meeting.json");
        for (int i = 0; i < 200; i++)
        {
            byte[] bad = [.. good];
            for (int change = 0; change <= i % 4; change++)
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(path, bad[..random.Next(1, bad.Length + 1)]);
            PlanReading<MeetingPlan> reading = Samples.MeetingReader.Read(path);
            Assert.True(reading is PlanReading<MeetingPlan>.Read or PlanReading<MeetingPlan>.Refused { Problems.Count: > 0 });
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private IReadOnlyList<PlanProblem> Problems(string text) => Samples.Problems(Samples.MeetingReader.Read(Write(text)));

    private string WithTable(string csv)
    {
        File.WriteAllText(Path.Combine(folder, "members.csv"), csv);
        int from = Good.IndexOf("\"members\": [", StringComparison.Ordinal);
        int to = Good.IndexOf("\"agenda\"", StringComparison.Ordinal);
        return Write(Good[..from] + "\"members\": \"members.csv\",\n  " + Good[to..]);
    }

    private string Write(string text)
    {
        string path = Path.Combine(folder, "meeting.json");
        File.WriteAllText(path, text);
        return path;
    }
}
