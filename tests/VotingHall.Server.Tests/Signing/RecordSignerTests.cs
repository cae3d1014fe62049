using VotingHall.Core;
using VotingHall.Server.Signing;
using VotingHall.Server.Tests.Halls;
using VotingHall.Signing;
using Xunit;

namespace VotingHall.Server.Tests.Signing;

/// <summary>A crash between the end of a round and its signed, filed record costs nothing: the next run signs, or files what was signed.</summary>
public sealed class RecordSignerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("votinghall-keys-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Xunit.Fact]
    public async Task Records_not_signed_before_a_restart_are_signed_after_it_and_filed_again_after_another()
    {
        using VirtualHall hall = new(12, 1, [Meetings.RollCallItem, Meetings.MotionItem("2", RoundMode.Secret)]);
        RehearsalKeys keys = RehearsalKeys.Create(
            folder, RecordSuite.Intl, "test-hall", hall.Wall, new Instant(hall.Wall.UnixMs + (24L * 3_600_000)));
        VirtualHallTests.Gather(hall);
        VirtualHallTests.RollCall(hall, 12);
        VirtualHallTests.Vote(hall, "2", _ => VotingHall.Simulator.KeypadKey.For);
        hall.Restart(100, staleLink: false);
        Assert.All(hall.Loop.Published.Rounds.Values, round => Assert.Null(round.Signature));

        Dictionary<RoundNo, byte[]> first = await Run(hall, keys, rounds: 2);
        Assert.All(hall.Loop.Published.Rounds.Values, round => Assert.NotNull(round.Signature));
        hall.Restart(100, staleLink: false);
        Dictionary<RoundNo, byte[]> again = await Run(hall, keys, rounds: 2);
        Assert.Equal(first.Keys, again.Keys);
        Assert.All(first, record => Assert.Equal(record.Value, again[record.Key]));
    }

    /// <summary>A signer of the present run of the server, until so many records are filed.</summary>
    private static async Task<Dictionary<RoundNo, byte[]>> Run(VirtualHall hall, RehearsalKeys keys, int rounds)
    {
        Dictionary<RoundNo, byte[]> filed = [];
        TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        RecordSigner signer = new(hall.Loop, hall.Server.Before.Tree, keys, () => hall.Wall, hall.RandomBytes, record =>
        {
            filed[record.Round] = record.Envelope;
            if (filed.Count == rounds)
                all.SetResult();
        }, _ => { });
        signer.Resume(hall.Loop.Published, hall.Store);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        // What waits is done at once; what the loop answers to it comes on another thread.
        Task running = signer.Run(stop.Token);
        hall.Server.Settle();
        await all.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        return filed;
    }
}
