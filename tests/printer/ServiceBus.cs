using System.Diagnostics;
using Xunit;

namespace VotingHall.TestPrinters;

/// <summary>
/// D-Bus 与 Avahi: the test printer does not start without them. Those of the machine are used where they run; else both are started on a bus
/// of the tests' own and end with them. There is one Avahi a machine, so test runs beside each other take turns.
/// </summary>
public sealed class ServiceBus : IAsyncLifetime
{
    private const string AvahiPid = "/run/avahi-daemon/pid";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("votinghall-bus-").FullName;
    private FileStream? turn;
    private StartedProgram? bus;
    private StartedProgram? avahi;

    /// <summary>For programs that register a service.</summary>
    internal Dictionary<string, string> Environment { get; } = [];

    public async ValueTask InitializeAsync()
    {
        string lockFile = Path.Combine(Path.GetTempPath(), "votinghall-tests-avahi.lock");
        await Wait.Until(() => TryOpen(lockFile, out turn), Patience, "another test run ends");
        if (SystemAvahiRuns())
            return;
        string socket = Path.Combine(folder, "bus");
        Environment["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=" + socket;
        File.WriteAllText(Path.Combine(folder, "bus.conf"), $"""
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <listen>unix:path={socket}</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow send_destination="*"/>
                <allow receive_sender="*"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """);
        // No interface: nothing of the tests is announced on the network.
        File.WriteAllText(Path.Combine(folder, "avahi.conf"), """
            [server]
            allow-interfaces=none
            [wide-area]
            enable-wide-area=no
            [publish]
            publish-addresses=no
            publish-hinfo=no
            publish-workstation=no
            """);
        bus = new StartedProgram("dbus-daemon", "dbus", Environment, "--config-file=" + Path.Combine(folder, "bus.conf"), "--nofork", "--nopidfile");
        await Wait.Until(() => File.Exists(socket), Patience, "the bus listens", bus);
        avahi = new StartedProgram(
            "avahi-daemon", "avahi-daemon", Environment, "-f", Path.Combine(folder, "avahi.conf"), "--no-drop-root", "--no-chroot", "--no-rlimits");
        await Wait.Until(() => avahi.Said.Contains("startup complete", StringComparison.Ordinal), Patience, "Avahi runs", avahi);
    }

    public ValueTask DisposeAsync()
    {
        avahi?.Dispose();
        bus?.Dispose();
        turn?.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static bool SystemAvahiRuns()
    {
        if (!File.Exists("/run/dbus/system_bus_socket") || !File.Exists(AvahiPid) || !int.TryParse(File.ReadAllText(AvahiPid), out int pid))
            return false;
        return Directory.Exists($"/proc/{pid}");
    }

    private static bool TryOpen(string path, out FileStream? file)
    {
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            file = null;
            return false;
        }
    }
}

/// <summary>等待 for what another process does: asked again and again, with an end.</summary>
internal static class Wait
{
    public static async Task Until(Func<bool> holds, TimeSpan patience, string what, StartedProgram? program = null)
    {
        long begun = Stopwatch.GetTimestamp();
        using PeriodicTimer timer = new(TimeSpan.FromMilliseconds(20));
        while (!holds())
        {
            Assert.False(program?.HasExited ?? false, $"ended before {what}: {program?.Said}");
            Assert.True(Stopwatch.GetElapsedTime(begun) < patience, $"waited too long until {what}: {program?.Said}");
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
