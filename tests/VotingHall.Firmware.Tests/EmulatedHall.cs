using System.Diagnostics;
using System.Globalization;
using VotingHall.Simulator;

namespace VotingHall.Firmware.Tests;

/// <summary>
/// One bridge image, one line and its keypad images, each in an emulator of its own. The server reaches the bridge at <see cref="Uplink"/>.
/// </summary>
internal sealed class EmulatedHall : IDisposable
{
    private const int LinesOfBridge = 4;

    private readonly string folder;
    private readonly List<Process> processes = [];
    private readonly List<EmulatedKeypad> keypads = [];
    private EmulatorControl? bridge;

    /// <param name="folder">For sockets and pictures; sockets want a short path.</param>
    private EmulatedHall(string folder) => this.folder = folder;

    public string Uplink => Path.Combine(folder, "uplink");

    public IReadOnlyList<EmulatedKeypad> Keypads => keypads;

    public static async Task<EmulatedHall> Start(string folder, IReadOnlyList<KeypadCommission> commissions, CancellationToken cancellation)
    {
        EmulatedHall hall = new(folder);
        bool started = false;
        try
        {
            await hall.StartAll(commissions, cancellation);
            started = true;
        }
        finally
        {
            // No emulator outlives a start that failed.
            if (!started)
                hall.Dispose();
        }
        return hall;
    }

    private async Task StartAll(IReadOnlyList<KeypadCommission> commissions, CancellationToken cancellation)
    {
        StartBridge();
        List<string> line = [Line(1)];
        for (int i = 0; i < commissions.Count; i++)
            line.Add(StartKeypad(i, commissions[i]));
        Run(Repository.Hub, line);
        for (int i = 0; i < commissions.Count; i++)
            keypads.Add(await EmulatedKeypad.Join(Control(i), Path.Combine(folder, $"k{i}.ppm"), cancellation));
        bridge = await EmulatorControl.Join(BridgeControl, cancellation);
    }

    /// <summary>Programs that should be running and are not.</summary>
    public IEnumerable<string> Ended => processes.Where(process => process.HasExited).Select(process => process.StartInfo.FileName);

    /// <summary>Time stands still in the bridge, or goes on.</summary>
    public Task HoldBridge(bool held, CancellationToken cancellation) => bridge!.Order(held ? "stop" : "cont", null, cancellation);

    /// <summary>A keypad that was never commissioned, on no line.</summary>
    public async Task<EmulatedKeypad> Bare(CancellationToken cancellation)
    {
        int number = keypads.Count;
        Run("qemu-system-arm", [.. Machine("lm3s6965evb", "keypad-lm3s6965"), "-serial", "null", "-qmp", Socket(Control(number))]);
        EmulatedKeypad bare = await EmulatedKeypad.Join(Control(number), Path.Combine(folder, "bare.ppm"), cancellation);
        keypads.Add(bare);
        return bare;
    }

    public void Dispose()
    {
        bridge?.Dispose();
        foreach (EmulatedKeypad keypad in keypads)
            keypad.Dispose();
        foreach (Process process in processes)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }

    private string BridgeControl => Path.Combine(folder, "bridge.qmp");

    private string Line(int number) => Path.Combine(folder, $"line{number}");

    private string Control(int keypad) => Path.Combine(folder, $"k{keypad}.qmp");

    private void StartBridge()
    {
        List<string> arguments = [.. Machine("mps2-an385", "bridge-mps2an385"), "-qmp", Socket(BridgeControl), "-serial", Socket(Uplink)];
        for (int number = 1; number <= LinesOfBridge; number++)
            arguments.AddRange(["-serial", Socket(Line(number))]);
        Run("qemu-system-arm", arguments);
    }

    private string StartKeypad(int number, KeypadCommission commission)
    {
        string socket = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"k{number}"));
        File.WriteAllBytes(socket + ".page", ConfigurationPage.Of(commission));
        Run("qemu-system-arm",
        [
            .. Machine("lm3s6965evb", "keypad-lm3s6965"), "-device", $"loader,file={socket}.page,addr=0x3FC00,force-raw=on",
            "-serial", Socket(socket), "-serial", "null", "-serial", "null", "-qmp", Socket(Control(number)),
        ]);
        return socket;
    }

    private static string[] Machine(string machine, string image) =>
        ["-M", machine, "-display", "none", "-monitor", "none", "-kernel", Repository.Image(image)];

    private static string Socket(string path) => $"unix:{path},server=on,wait=off";

    private void Run(string program, IEnumerable<string> arguments) =>
        processes.Add(Process.Start(new ProcessStartInfo(program, arguments)) ?? throw new InvalidOperationException($"{program} did not start"));
}
