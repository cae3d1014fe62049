using Xunit;

namespace VotingHall.Core.Tests.Questions;

/// <summary>Aim: a kind of question cannot be added by half.</summary>
public sealed class CompletenessTests
{
    public static TheoryData<string> Kinds => [.. QuestionKinds.All.Select(codec => codec.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_paper_count_words_cases_and_forms(string kind) =>
        Assert.Empty(Completeness.Missing(kind, SampleOf(kind), Completeness.All.Concat(Completeness.Forms)));

    /// <summary>A kind that nobody has worked on lacks everything, and is told so by name.</summary>
    [Fact]
    public void A_kind_added_without_anything_is_told_all_of_it() =>
        Assert.Equal(
            Completeness.All.Concat(Completeness.Forms).Select(demand => "sortition: " + demand.Name),
            Completeness.Missing("sortition", null, Completeness.All.Concat(Completeness.Forms)));

    /// <summary>Each demand is seen unmet by a kind that has a sample and nothing else of its own.</summary>
    [Fact]
    public void A_kind_with_a_type_but_no_cases_and_forms_is_told_those() =>
        Assert.Equal(
            ["sortition: golden cases", "sortition: form of the certificate", "sortition: form of the agenda", "sortition: file of a meeting", "sortition: name on the screens"],
            Completeness.Missing("sortition", new Motion { Title = "抽签", Verb = "决定" }, Completeness.All.Concat(Completeness.Forms)));

    private static Question? SampleOf(string kind) => QuestionJsonTests.Samples.Select(row => row.Data).FirstOrDefault(question => question.Kind == kind);
}
