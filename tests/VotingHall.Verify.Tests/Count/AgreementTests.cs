using System.Text.Json.Nodes;
using VotingHall.Verify.Tests.Recounts;
using Xunit;

namespace VotingHall.Verify.Tests;

/// <summary>Aim: two programs that share nothing but the rule book say the same of every case there is.</summary>
public sealed class AgreementTests
{
    private const int ShownMax = 12;

    public static TheoryData<string> Folders => CaseTests.Folders;

    [Theory]
    [MemberData(nameof(Folders))]
    public void The_recount_says_what_the_law_says(string folder)
    {
        JsonObject one = CaseFiles.Read(folder, "case.json").AsObject();

        Assert.Empty(CaseFiles.Differences(folder, CaseFiles.Read(folder, "expected.json"), Recount.Of(one)));
        Assert.Empty(Agreement.Differences(one));
    }

    [Fact]
    public void Both_count_every_rule() =>
        Assert.Equal(
            CaseFiles.Read("schema.json")["$defs"]!["case"]!["properties"]!["rule"]!["enum"]!.AsArray().Select(rule => rule!.GetValue<string>()).Order(StringComparer.Ordinal),
            Recount.RuleNames.Order(StringComparer.Ordinal));

    /// <summary>A hundred thousand drawn cases; a million at night. Each is named by its number and is the same every time.</summary>
    [Fact]
    public void Drawn_votes_and_elections_are_counted_alike()
    {
        int cases = Environment.GetEnvironmentVariable("VOTINGHALL_NIGHTLY") == "1" ? 1_000_000 : 100_000;
        List<string> differences = [];
        for (int number = 0; number < cases && differences.Count < ShownMax; number++)
            if (Agreement.Differences(RandomCases.Of(number)).Any())
                differences.Add(Explain(number));
        Assert.True(differences.Count == 0, string.Join("\n", differences.Distinct()));
    }

    /// <summary>The draw reaches what it is for; without these a bug in the draw would make the agreement mean nothing.</summary>
    [Fact]
    public void The_draw_is_biased_to_the_edges()
    {
        string[] answers = [.. Enumerable.Range(0, 5000).Select(number => Recount.Of(RandomCases.Of(number)).ToJsonString(Agreement.Readable))];

        Assert.InRange(answers.Count(answer => answer.Contains("error", StringComparison.Ordinal)), 1, 1500);
        foreach (string reached in new[]
        {
            "runoff", "shortfall", "tieAtCut", "excess", "unaccounted\":-", "\"passed\"", "not_passed", "electionValid\":false", "methodAllowed", "voteEffective\":false",
            "intervalEmpty", "ballotValid\":false", "ballotValid\":true", "writeIn:", "rowInvalid\":1", "required\":[", "elected_pending_upper_approval", "collectedIsValidAndInvalid\":\"unaccounted",
            "chosenWithinSeats\":\"excess", "writeInsWithinAgainst\":\"excess", "issuedWithinPresent\":\"excess", "mean\":", "\"writeIns\":[{",
        })
            Assert.True(answers.Count(answer => answer.Contains(reached, StringComparison.Ordinal)) >= 10, reached + " is hardly ever drawn");
        Assert.Equal(RandomCases.Of(7).ToJsonString(), RandomCases.Of(7).ToJsonString());
    }

    /// <summary>A difference is found, made small and shown: here to a count that lets more for than against pass.</summary>
    [Fact]
    public void A_wrong_count_is_found_and_made_small()
    {
        static bool Wrong(JsonObject one) => one["rule"]!.GetValue<string>() == "majority_of_all" && one["totalMembers"] is not null
            && one["items"] is JsonArray { Count: > 0 } items
            && items[0]?["for"]?.GetValue<int>() > items[0]?["against"]?.GetValue<int>() && Recount.Of(one)["outcome"]?.ToJsonString() == "\"not_passed\"";
        JsonObject found = Enumerable.Range(0, 5000).Select(RandomCases.Of).First(Wrong);
        JsonObject small = Shrinking.Smallest(found, Wrong);

        Assert.Equal("""{"rule":"majority_of_all","totalMembers":2,"items":[{"name":"甲","for":1,"against":0}]}""", small.ToJsonString(Agreement.Readable));
    }

    private static string Explain(int number)
    {
        JsonObject small = Shrinking.Smallest(RandomCases.Of(number), one => Agreement.Differences(one).Any());
        return "Drawn case " + number + ", made small: " + small.ToJsonString(Agreement.Readable) + "\n" + string.Join("\n", Agreement.Differences(small));
    }
}
