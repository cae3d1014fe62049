using System.Reflection;
using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>
/// Secrecy by types: from anything a secret round keeps or tells, no choice can be reached; and what it keeps prints nothing.
/// </summary>
public sealed class SecrecyTests
{
    private static readonly Type[] Choices = [typeof(Choice), typeof(Choice?), typeof(NamedHolding)];

    [Theory]
    [InlineData(typeof(MaskedHolding))]
    [InlineData(typeof(BallotBox.Masked))]
    [InlineData(typeof(PrivatePart.Masked))]
    [InlineData(typeof(HallCommand.CastMasked))]
    [InlineData(typeof(HallEvent.MaskedBallotHeld))]
    [InlineData(typeof(HallEvent.BallotsBatched))]
    [InlineData(typeof(HallEvent.BallotCast))]
    public void No_choice_is_reachable(Type type) => Assert.Empty(Reachable(type).Intersect(Choices));

    [Fact]
    public void The_guard_can_fail() => Assert.NotEmpty(Reachable(typeof(BallotBox.Named)).Intersect(Choices));

    /// <summary>Neither member nor seat lies beside a masked ballot.</summary>
    [Fact]
    public void A_masked_ballot_knows_no_member() =>
        Assert.Empty(Reachable(typeof(BallotBox.Masked)).Intersect([typeof(MemberId), typeof(SeatNo), typeof(Elector), typeof(Member)]));

    /// <summary>No leaf event holds both a keypad, seat or member and a choice, whatever the mode.</summary>
    [Fact]
    public void No_event_ties_a_person_to_a_choice()
    {
        Type[] persons = [typeof(KeypadUid), typeof(MemberId), typeof(SeatNo)];
        foreach (Type type in typeof(HallEvent).GetNestedTypes().Where(type => type != typeof(HallEvent.MeetingLoaded)))
        {
            HashSet<Type> reachable = Reachable(type);
            Assert.False(reachable.Overlaps(persons) && reachable.Overlaps(Choices), type.Name);
        }
    }

    /// <summary>The leaf of a secret ballot's batch and of its close name no seat at all.</summary>
    [Fact]
    public void Leaves_of_a_secret_round_name_no_keypad_that_voted()
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("3", RoundMode.Secret);
        driver.Open();
        int before = driver.Log.Count;
        driver.Must(driver.Mask(1, 1, 1));
        driver.Must(driver.Mask(2, 1, 2));
        driver.Must(at => new HallCommand.SealBatch(driver.Last, Samples.Digest(8)) { Issuer = Issuer.System, At = at });
        driver.Finish(Samples.Uid(1));
        string leaves = string.Concat(driver.Log.Skip(before).Select(System.Text.Encoding.UTF8.GetString));
        Assert.Contains("vote.closed", leaves, StringComparison.Ordinal);
        Assert.DoesNotContain("000000A0", leaves, StringComparison.Ordinal);
    }

    /// <summary>Exchanging two members' masked ballots changes no leaf and no state outside the masked words.</summary>
    [Fact]
    public void Swapping_two_secret_ballots_changes_nothing_but_masked_words()
    {
        (Driver one, Driver other) = (Secret(3, 4), Secret(4, 3));
        Assert.Equal(one.Log.Select(Convert.ToHexString), other.Log.Select(Convert.ToHexString));
        Assert.NotEqual(Structure.Of(one.State), Structure.Of(other.State));
        Assert.Equal(WithoutBoxes(one), WithoutBoxes(other));
    }

    [Fact]
    public void Ballots_print_nothing()
    {
        Driver driver = Secret(3, 4);
        MaskedHolding masked = ((BallotBox.Masked)driver.State.Rounds[driver.Last].Box).Ballots[Samples.Uid(1)];
        NamedHolding named = new(default, false, [Choice.Against], []);
        Assert.Equal("masked ballot", masked.ToString());
        Assert.Equal("named ballot", named.ToString());
        Assert.DoesNotContain("Against", driver.Cast(1, 1, Choice.Against)(default).ToString(), StringComparison.Ordinal);
        Assert.Equal("3 bytes", masked.Words.ToString());
    }

    private static Driver Secret(byte first, byte second)
    {
        Driver driver = Driver.SignedIn(10);
        driver.Prepare("3", RoundMode.Secret);
        driver.Open();
        driver.Must(driver.Mask(1, 1, first));
        driver.Must(driver.Mask(2, 1, second));
        driver.Finish();
        return driver;
    }

    private static string WithoutBoxes(Driver driver) =>
        Structure.Of(driver.State with { Rounds = driver.State.Rounds.SetItem(driver.Last, driver.State.Rounds[driver.Last] with { Box = BallotBox.EmptyFor(RoundMode.Secret) }) });

    private static HashSet<Type> Reachable(Type root)
    {
        HashSet<Type> seen = [];
        Stack<Type> open = new([root]);
        while (open.TryPop(out Type? type))
        {
            if (!seen.Add(type))
                continue;
            foreach (Type argument in type.GetGenericArguments())
                open.Push(argument);
            if (type.IsArray)
                open.Push(type.GetElementType()!);
            if (type.Namespace != "VotingHall.Core" || type.IsEnum)
                continue;
            foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
                if (property.DeclaringType == type)
                    open.Push(property.PropertyType);
        }
        return seen;
    }
}
