using System.Text.Json.Nodes;
using VotingHall.Simulator;

namespace VotingHall.Firmware.Tests;

/// <summary>
/// A keypad image in the emulator: keys are pressed and the display is looked at as a member does it. The image answers to the five keys of
/// the evaluation board.
/// </summary>
internal sealed class EmulatedKeypad : IDisposable
{
    /// <summary>Folder that gets the pictures named in the tests, or null.</summary>
    private static readonly string? Album = Environment.GetEnvironmentVariable("VOTINGHALL_SCREENSHOTS");

    private static readonly Dictionary<KeypadKey, string> Keys = new()
    {
        [KeypadKey.For] = "left",
        [KeypadKey.Against] = "down",
        [KeypadKey.Abstain] = "right",
        [KeypadKey.Ok] = "ctrl",
        [KeypadKey.Back] = "up",
    };

    private readonly EmulatorControl control;
    private readonly string picture;

    private EmulatedKeypad(EmulatorControl control, string picture) => (this.control, this.picture) = (control, picture);

    public static async Task<EmulatedKeypad> Join(string path, string picture, CancellationToken cancellation)
    {
        EmulatedKeypad keypad = new(await EmulatorControl.Join(path, cancellation), picture);
        // Until it is released for the first time the emulator shows a key as pressed; the firmware ignores it so far.
        foreach (string key in Keys.Values)
        {
            await keypad.Move(key, true, cancellation);
            await keypad.Move(key, false, cancellation);
        }
        return keypad;
    }

    /// <summary>The display as it was looked at last.</summary>
    public DisplayPicture? Seen { get; private set; }

    /// <summary>Each key down, long enough for the firmware to settle on it, and up.</summary>
    public async Task Press(IEnumerable<KeypadKey> keys, CancellationToken cancellation)
    {
        using PeriodicTimer held = new(TimeSpan.FromMilliseconds(150));
        foreach (KeypadKey key in keys)
        {
            await Move(Keys[key], true, cancellation);
            await held.WaitForNextTickAsync(cancellation);
            await Move(Keys[key], false, cancellation);
            await held.WaitForNextTickAsync(cancellation);
        }
    }

    /// <summary>What the display shows now.</summary>
    public async Task<DisplayPicture> Look(CancellationToken cancellation)
    {
        await control.Order("screendump", new JsonObject { ["filename"] = picture }, cancellation);
        Seen = DisplayPicture.OfPortablePixmap(await File.ReadAllBytesAsync(picture, cancellation));
        return Seen;
    }

    /// <summary>Looks until the display is as wanted.</summary>
    public async Task<DisplayPicture> LookUntil(Func<DisplayPicture, bool> wanted, CancellationToken cancellation)
    {
        using PeriodicTimer pause = new(TimeSpan.FromMilliseconds(100));
        DisplayPicture seen = await Look(cancellation);
        while (!wanted(seen))
        {
            await pause.WaitForNextTickAsync(cancellation);
            seen = await Look(cancellation);
        }
        return seen;
    }

    /// <summary>Keeps a picture of the display if somebody asked for an album.</summary>
    public async Task Keep(string name, CancellationToken cancellation)
    {
        if (Album is not null)
            await control.Order("screendump", new JsonObject { ["filename"] = Path.GetFullPath(Path.Combine(Album, name + ".png")), ["format"] = "png" }, cancellation);
    }

    public void Dispose() => control.Dispose();

    private Task Move(string key, bool down, CancellationToken cancellation) => control.Order(
        "input-send-event",
        new JsonObject
        {
            ["events"] = new JsonArray(new JsonObject
            {
                ["type"] = "key",
                ["data"] = new JsonObject { ["down"] = down, ["key"] = new JsonObject { ["type"] = "qcode", ["data"] = key } },
            }),
        },
        cancellation);
}
