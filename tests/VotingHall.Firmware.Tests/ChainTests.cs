using System.Diagnostics;
using System.Text.Json;
using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Firmware.Tests;

/// <summary>
/// From a finger on an emulated board to the signed record: server program, bridge image, multi-drop line, eight keypad images. Only what the
/// members' displays show decides when the next key is pressed.
/// </summary>
public sealed class ChainTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly string folder = Directory.CreateTempSubdirectory("vh-").FullName;

    /// <summary>For 5, against 2, abstained 1.</summary>
    private static readonly KeypadKey[] Motion =
    [
        KeypadKey.For, KeypadKey.Against, KeypadKey.For, KeypadKey.Abstain, KeypadKey.For, KeypadKey.For, KeypadKey.Against, KeypadKey.For,
    ];

    [Fact]
    public async Task Eight_keypad_images_sign_in_vote_and_elect_and_every_press_is_counted()
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        CancellationToken cancellation = limit.Token;
        await Make(cancellation);
        Commissioning commissioning = new(seed: 31);
        KeypadCommission[] commissions = [.. Enumerable.Range(0, ChainSitting.Members).Select(i => commissioning.Keypad(i))];
        using EmulatedHall hall = await EmulatedHall.Start(folder, commissions, cancellation);
        using ServerProgram server = new(folder, commissioning.Gb, commissions,
            ChainSitting.Meeting([.. commissions.Select(keypad => keypad.UidText)]),
            $$"""[ { "id": "L1", "kind": "unix", "address": "{{hall.Uplink}}", "baud": 250000, "keypads": {{ChainSitting.Members}} } ]""",
            ChainSitting.Script());
        try
        {
            await hall.Keypads[0].Keep("idle", cancellation);
            await SignIn(hall, cancellation);
            await VoteOnMotion(hall, cancellation);
            await Elect(hall, cancellation);
            await Task.WhenAll(hall.Keypads.Select(keypad => keypad.LookUntil(Expected.Picture("counted").Equals, cancellation)));
            await hall.Keypads[0].Keep("counted", cancellation);
            await hall.Keypads[0].Press([KeypadKey.For], cancellation);
            Assert.Equal(Expected.Picture("late"), await hall.Keypads[0].Look(cancellation));
            await hall.Keypads[0].Keep("late", cancellation);
            EmulatedKeypad bare = await hall.Bare(cancellation);
            await bare.LookUntil(Expected.Picture("fault").Equals, cancellation);
            await bare.Keep("fault", cancellation);
            Assert.Equal(0, await server.End(cancellation));
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            string displays = string.Join('\n', hall.Keypads.Select(keypad => keypad.Seen));
            Assert.Fail($"it took more than {Limit}; ended: {string.Join(", ", hall.Ended)}\n{server.Said}\n{displays}");
        }
        Assert.Empty(hall.Ended);
        Assert.Equal([(8, 0, 0)], await Figures(server, 1, cancellation));
        Assert.Equal([(5, 2, 1)], await Figures(server, 2, cancellation));
        Assert.Equal(
            Enumerable.Range(0, ChainSitting.Candidates).Select(row => (Count(row, KeypadKey.For), Count(row, KeypadKey.Against), Count(row, KeypadKey.Abstain))),
            await Figures(server, 3, cancellation));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Each row another split; every member marks every row, at most five for.</summary>
    private static KeypadKey Mark(int keypad, int row) =>
        row == keypad % ChainSitting.Candidates ? KeypadKey.Against
        : row == (keypad + 2) % ChainSitting.Candidates && keypad % 2 == 0 ? KeypadKey.Abstain
        : KeypadKey.For;

    private static int Count(int row, KeypadKey key) => Enumerable.Range(0, ChainSitting.Members).Count(keypad => Mark(keypad, row) == key);

    private static IEnumerable<KeypadKey> Marks(int keypad) => Enumerable.Range(0, ChainSitting.Candidates).Select(row => Mark(keypad, row));

    private static async Task SignIn(EmulatedHall hall, CancellationToken cancellation)
    {
        await hall.Keypads[0].LookUntil(Expected.Picture("sign-in").Equals, cancellation);
        await hall.Keypads[0].Keep("sign-in", cancellation);
        await Everybody(hall, 0, "signed-in", _ => [KeypadKey.For], cancellation);
        await hall.Keypads[0].Keep("signed-in", cancellation);
    }

    private static async Task VoteOnMotion(EmulatedHall hall, CancellationToken cancellation)
    {
        EmulatedKeypad first = hall.Keypads[0];
        await first.LookUntil(seen => seen.HasHeading, cancellation);
        await first.Keep("motion", cancellation);
        // As long as nobody collects the press, the keypad must not say that it was received.
        await hall.HoldBridge(true, cancellation);
        await first.Press([Motion[0]], cancellation);
        await first.LookUntil(Expected.Picture("sending").Equals, cancellation);
        await first.Keep("sending", cancellation);
        await hall.HoldBridge(false, cancellation);
        await first.LookUntil(Expected.Picture("received").Equals, cancellation);
        await first.Keep("received", cancellation);
        await Everybody(hall, 1, "received", i => [Motion[i]], cancellation);
    }

    private static async Task Elect(EmulatedHall hall, CancellationToken cancellation)
    {
        EmulatedKeypad first = hall.Keypads[0];
        Task others = Everybody(hall, 1, "received", i => Marks(i).Append(KeypadKey.Ok), cancellation);
        await first.LookUntil(seen => seen.HasHeading, cancellation);
        DisplayPicture list = await first.Look(cancellation);
        await first.Press(Enumerable.Repeat(KeypadKey.For, ChainSitting.Seats), cancellation);
        await first.Keep("list", cancellation);
        await first.Press([KeypadKey.For], cancellation);
        await first.Keep("over-vote", cancellation);
        // Summary, back to the top of the list, all rows again.
        await first.Press([KeypadKey.Back, KeypadKey.Back, .. Marks(0)], cancellation);
        await first.Keep("summary", cancellation);
        await first.Press([KeypadKey.Ok], cancellation);
        DisplayPicture received = await first.LookUntil(Expected.Picture("received").Equals, cancellation);
        Assert.NotEqual(list, received);
        await others;
    }

    /// <summary>Each member waits for the display to ask, presses, and waits for the answer, which is the same whatever was chosen.</summary>
    private static Task Everybody(EmulatedHall hall, int from, string answer, Func<int, IEnumerable<KeypadKey>> keys, CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(from, ChainSitting.Members - from).Select(async i =>
        {
            await hall.Keypads[i].LookUntil(seen => seen.HasHeading, cancellation);
            await hall.Keypads[i].Press(keys(i), cancellation);
            await hall.Keypads[i].LookUntil(Expected.Picture(answer).Equals, cancellation);
        }));

    /// <summary>For, against, abstained of every row of a signed record that the verifier accepts.</summary>
    private static async Task<(int For, int Against, int Abstain)[]> Figures(ServerProgram server, int round, CancellationToken cancellation)
    {
        string record = Path.Combine(server.Out, "records", $"round-{round:D3}.record.json");
        using Process verify = Process.Start("dotnet", [Repository.Program("VotingHall.Verify", "votinghall-verify"), "record", record]);
        await verify.WaitForExitAsync(cancellation);
        Assert.Equal(0, verify.ExitCode);
        using JsonDocument envelope = JsonDocument.Parse(await File.ReadAllBytesAsync(record, cancellation));
        using JsonDocument payload = JsonDocument.Parse(Convert.FromBase64String(envelope.RootElement.GetProperty("payload").GetString()!));
        JsonElement tally = payload.RootElement.GetProperty("tally");
        if (round == 1)
            return [(tally.GetProperty("participants").GetInt32(), 0, 0)];
        return [.. tally.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("counts")).Select(counts =>
            (counts.GetProperty("for").GetInt32(), counts.GetProperty("against").GetInt32(), counts.GetProperty("abstain").GetInt32()))];
    }

    private static async Task Make(CancellationToken cancellation)
    {
        using Process make = Process.Start("make", ["-s", "-C", Repository.Firmware, "images"]);
        await make.WaitForExitAsync(cancellation);
        Assert.Equal(0, make.ExitCode);
    }
}
