using VotingHall.Core.Tests.Questions;
using Xunit;

namespace VotingHall.Core.Tests.Bases;

/// <summary>C09 to C11: four seats are vacant, three deputies suspended; 150 votes are enough for one base and not for the other.</summary>
public sealed class BaseFindingTests
{
    private static readonly Motion Resolution = new() { Title = "决议", Verb = "通过" };

    [Fact]
    public void A_vacancy_that_decides_is_told()
    {
        CountContext context = Halls.Congress(296) with { Figures = new BaseFigures(Quota: 300, InOffice: 296) };
        BaseFinding finding = BaseFinding.Of(Resolution, Halls.Votes(201, ("", 150)), context);
        Assert.True(finding.Differs);
        Assert.Equal("实有296（须149票）：通过；名额300（须151票）：未获通过", finding.Chinese);
        Assert.Equal("in office 296 (149 votes needed): carried; quota 300 (151 votes needed): not carried", finding.English);
    }

    [Fact]
    public void The_suspended_stay_in_the_base_and_the_mistake_is_shown()
    {
        CountContext context = Halls.Congress(300) with { Figures = new BaseFigures(Suspended: 3) };
        BaseFinding finding = BaseFinding.Of(Resolution, Halls.Votes(201, ("", 150)), context);
        Assert.Equal([300, 297], finding.Outcomes.Select(one => one.Base.Count));
        Assert.IsType<Outcome.NotCarried>(finding.Outcomes[0].Outcome);
        Assert.True(finding.Differs);
    }

    [Fact]
    public void Bases_that_agree_are_no_finding()
    {
        CountContext context = Halls.Congress(296) with { Figures = new BaseFigures(300, 296, 3) };
        Assert.False(BaseFinding.Of(Resolution, Halls.Votes(250, ("", 200)), context).Differs);
        Assert.Single(BaseFinding.Of(Resolution, Halls.Votes(250, ("", 200)), Halls.Congress(296)).Outcomes);
    }

    [Fact]
    public void A_person_elected_under_one_base_only_is_a_difference()
    {
        CountContext context = Halls.Congress(296) with { Figures = new BaseFigures(Quota: 300) };
        BaseFinding finding = BaseFinding.Of(Halls.Election(2, "甲", "乙", "丙"), Halls.Votes(290, ("甲", 200), ("乙", 150), ("丙", 20)), context);
        Assert.Equal("实有296（须149票）：当选甲、乙；名额300（须151票）：当选甲", finding.Chinese);
    }
}
