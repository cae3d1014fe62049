using System.Text;
using System.Text.Json;
using VotingHall.Core;
using Xunit;

namespace VotingHall.Server.Tests.Plans;

/// <summary>The schemas in server/schemas say what the readers accept: the delivered files pass, files the readers refuse do not.</summary>
public sealed class SchemaTests
{
    [Theory]
    [InlineData("meeting", "county-plenary.meeting.json")]
    [InlineData("meeting", "committee-sitting.meeting.json")]
    [InlineData("lines", "county-plenary.lines.json")]
    [InlineData("lines", "county-plenary.tcp.lines.json")]
    [InlineData("lines", "committee-sitting.lines.json")]
    [InlineData("lines", "committee-sitting.tcp.lines.json")]
    [InlineData("script", "county-plenary.json")]
    [InlineData("script", "committee-sitting.json")]
    [InlineData("attendance", "county-plenary.attendance.json")]
    [InlineData("attendance", "committee-sitting.attendance.json")]
    public void Delivered_files_pass(string schema, string file) => Assert.Empty(Errors(schema, File.ReadAllText(Path.Combine(Samples.Scripts, file))));

    [Fact]
    public void The_delivered_profiles_pass() => Assert.All(
        Directory.GetFiles(Samples.Profiles, "*.json"), path => Assert.Empty(Errors("profile", File.ReadAllText(path))));

    [Theory]
    [InlineData("meeting", "county-plenary.meeting.json", "\"suite\": \"dual\"", "\"suite\": \"md5\"")]
    [InlineData("meeting", "county-plenary.meeting.json", "\"excused\": 11", "\"excuse\": 11")]
    [InlineData("meeting", "county-plenary.meeting.json", "\"seats\": 3", "\"seats\": 0")]
    [InlineData("meeting", "county-plenary.meeting.json", "\"id\": 7,", "\"id\": 70000,")]
    [InlineData("lines", "county-plenary.lines.json", "\"keypads\": 75", "\"keypads\": 251")]
    [InlineData("script", "county-plenary.json", "ready+500", "soon")]
    [InlineData("attendance", "county-plenary.attendance.json", "\"times\": [1, 2]", "\"times\": [0, 2]")]
    [InlineData("attendance", "county-plenary.attendance.json", "\"mode\": \"named\"", "\"mode\": \"signIn\"")]
    public void Damaged_files_do_not(string schema, string file, string from, string to)
    {
        string good = File.ReadAllText(Path.Combine(Samples.Scripts, file));
        string bad = good.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(good, bad);
        Assert.NotEmpty(Errors(schema, bad));
    }

    /// <summary>A new kind of question in Core must come into the schema.</summary>
    [Fact]
    public void Every_kind_of_question_stands_in_the_schema()
    {
        string schema = File.ReadAllText(Path.Combine(Samples.Schemas, "meeting.schema.json"));
        Assert.All(QuestionKinds.All, codec => Assert.Contains($"\"{codec.Kind}\"", schema, StringComparison.Ordinal));
    }

    private static List<string> Errors(string schema, string text)
    {
        using JsonDocument rules = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Samples.Schemas, schema + ".schema.json")));
        using JsonDocument file = JsonDocument.Parse(Encoding.UTF8.GetBytes(text));
        return new SchemaCheck(rules.RootElement).Check(file.RootElement);
    }
}
