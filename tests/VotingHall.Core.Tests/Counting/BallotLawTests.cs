using Xunit;

namespace VotingHall.Core.Tests.Counting;

/// <summary>Aim: the laws of reading a paper hold for the product and are broken by readers that are wrong on purpose.</summary>
public sealed class BallotLawTests
{
    [Fact]
    public void A_paper_never_chooses_more_than_the_seats()
    {
        Holds(BallotLaws.NeverMoreThanTheSeats);
        Fails(BallotLaws.NeverMoreThanTheSeats, PlantedReaders.ForgetsTheWrittenIn);
    }

    [Fact]
    public void Another_person_needs_a_mark_against()
    {
        Holds(BallotLaws.AnotherPersonNeedsAMarkAgainst);
        Fails(BallotLaws.AnotherPersonNeedsAMarkAgainst, PlantedReaders.TakesAnyMarkAgainst);
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        Holds(BallotLaws.OrderDoesNotMatter);
        Fails(BallotLaws.OrderDoesNotMatter, PlantedReaders.KeepsTheFirstNames);
    }

    private static void Holds(Func<BallotReader, SmallBallot, bool> law) => Assert.True(Properties.Pass(SmallBallot.Any, one => law(BallotReading.Of, one)));

    private static void Fails(Func<BallotReader, SmallBallot, bool> law, BallotReader wrong) => Assert.False(Properties.Pass(SmallBallot.Any, one => law(wrong, one)));
}
