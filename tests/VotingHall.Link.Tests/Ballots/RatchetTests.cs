using System.Reflection;
using Xunit;

namespace VotingHall.Link.Tests;

/// <summary>Aim: keys step once per meeting and once per destroyed round, macs can be repeated, and nothing leads back.</summary>
public sealed class RatchetTests
{
    private static readonly ISuite Suite = SampleHall.Suite;

    [Fact]
    public void The_meeting_macs_are_made_under_the_stepped_roots_and_repeat()
    {
        SecretRound round = new(TestPapers.Layout(1, 3));
        Assert.Equal(20, round.MeetingMacs.Count);
        Assert.All(round.MeetingMacs, mac =>
        {
            SecretKey stepped = KeyDerivation.NextGeneration(Suite, SecretRound.Root(mac.Uid), SampleHall.Meeting);
            Assert.Equal(1, mac.NewGen);
            Assert.Equal(KeyDerivation.MeetingMac(Suite, stepped, 1, SampleHall.Meeting), mac.MacB);
        });
        Assert.Equal(round.MeetingMacs.Select(mac => mac.MacB), round.Station.BeginMeeting(SampleHall.Meeting).Select(mac => mac.MacB));
    }

    [Fact]
    public void Destroy_steps_once_repeats_its_macs_and_ends_the_round()
    {
        SecretRound round = new(TestPapers.Layout(1, 3));
        List<UrnBallot> urn = round.CastAll(1, 3);
        Assert.IsType<StationAnswer.Tallied>(round.Tally(urn));
        DestroyStep step = round.Station.Destroy(round.Ctx);
        Assert.Equal((1, 20), (step.Step, step.Macs.Count));
        Assert.All(step.Macs, mac => Assert.Equal(
            BallotKeys.Destroy(Suite, BallotKeys.Next(Suite, SecretRound.StepKey(mac.Uid), round.Ctx), 1, round.Ctx), mac.Mac));
        Assert.True(Station.TryRestore(Suite, new StationPolicy(), round.Register, round.Register.Keys, out Station? restored));
        Assert.Equal(step.Macs.Select(mac => mac.Mac), restored.Destroy(round.Ctx).Macs.Select(mac => mac.Mac));
        Assert.Equal(1, restored.KStep);
        round.Station = restored;
        StationAnswer.Refused refused = Assert.IsType<StationAnswer.Refused>(round.Tally(urn));
        Assert.Equal(StationRefusal.RoundDestroyed, refused.Reason);
    }

    [Fact]
    public void After_a_destruction_no_kept_byte_holds_an_earlier_key()
    {
        SecretRound round = new(TestPapers.Layout(1, 3));
        byte[][] before = [.. round.Uids.Select(uid => SecretRound.StepKey(uid).Bytes.ToArray())];
        Assert.All(before, key => Assert.True(round.Register.Keys.AsSpan().IndexOf(key) >= 0));
        round.Station.Destroy(round.Ctx);
        Assert.All(before, key => Assert.True(round.Register.Keys.AsSpan().IndexOf(key) < 0));
        Assert.All(round.Uids, uid => Assert.True(round.Register.Keys.AsSpan().IndexOf(SecretRound.Root(uid).Bytes) < 0));
    }

    [Fact]
    public void A_keypad_commissioned_later_waits_for_the_next_meeting()
    {
        SecretRound round = new(TestPapers.Layout(1, 3));
        WireUid late = new(0x2000);
        Assert.True(round.Station.TryCommission(late, SecretRound.Root(late), 0));
        Assert.False(round.Station.TryCommission(late, SecretRound.Root(late), 0));
        Assert.Equal(20, round.Station.BeginMeeting(SampleHall.Meeting).Count);
        Assert.Equal(21, round.Station.BeginMeeting(SampleHall.Named).Count);
    }

    [Fact]
    public void Kept_keys_are_read_totally()
    {
        SecretRound round = new(TestPapers.Layout(1, 3), keypads: 3);
        byte[] kept = round.Register.Keys;
        Fuzz.Run(100_000, kept, bytes => Station.TryRestore(Suite, new StationPolicy(), round.Register, bytes, out _));
        Assert.False(Station.TryRestore(Suite, new StationPolicy(), round.Register, kept.AsSpan(0, kept.Length - 1), out _));
    }

    /// <summary>The types leave no way from one ballot to its choice: whatever takes a ballot knows no key and no station.</summary>
    [Fact]
    public void No_public_method_takes_one_ballot_together_with_keys()
    {
        Assert.All(typeof(Station).Assembly.GetExportedTypes().SelectMany(Methods), method => Assert.False(
            Leaks(method), $"{method.DeclaringType}.{method.Name}"));
        Assert.DoesNotContain(typeof(Station).Assembly.GetExportedTypes(), type => type.Name is "BallotKeys" or "StationKeys");
        Assert.DoesNotContain(Methods(typeof(Station)), method => method is MethodInfo { ReturnType: { } type } && type == typeof(SecretKey));
    }

    /// <summary>The rule above can fail: a method that opens one ballot is caught.</summary>
    [Fact]
    public void A_method_that_opens_one_ballot_is_caught()
    {
        Assert.True(Leaks(((Delegate)Opening).Method));
        static ulong Opening(MaskedBallot ballot, SecretKey key) => ballot.Tag ^ key.Bytes[0];
    }

    private static bool Leaks(MethodBase method)
    {
        Type[] single = [typeof(MaskedBallot), typeof(UrnBallot)];
        Type[] keys = [typeof(SecretKey), typeof(Station), typeof(ISuite), typeof(IStationRegister)];
        List<Type> taken = [.. method.GetParameters().Select(parameter => parameter.ParameterType), method.DeclaringType!];
        return taken.Exists(single.Contains) && taken.Exists(keys.Contains);
    }

    private static IEnumerable<MethodBase> Methods(Type type) => type
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Cast<MethodBase>()
        .Concat(type.GetConstructors());
}
