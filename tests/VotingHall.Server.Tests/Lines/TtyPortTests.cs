using System.Diagnostics;
using VotingHall.Server.Lines;
using Xunit;

namespace VotingHall.Server.Tests.Lines;

/// <summary>Serial ports on real pseudo-terminals.</summary>
public sealed class TtyPortTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("votinghall-tty-").FullName;

    [Theory]
    [InlineData(115200)]
    [InlineData(250000)]
    [InlineData(1000000)]
    public async Task Every_byte_passes_both_ways_unchanged(int baud)
    {
        using PtyDevice device = new();
        await using TtyPort port = new(new LineAddress.Tty(device.Path, baud), LineWatch.Times);
        using LineWatch watch = new(port);
        port.Start();
        await watch.Up();
        byte[] all = LineWatch.EveryByte();
        Assert.True(port.TryWrite(all));
        Assert.Equal(all, device.Read(all.Length));
        device.Write(all);
        Assert.Equal(all, await watch.Bytes(all.Length));
    }

    [Fact]
    public async Task A_device_that_goes_is_noticed_and_comes_back_under_the_same_name()
    {
        string link = Path.Combine(folder, "usb-VotingHall_Bridge_01");
        PtyDevice first = new();
        first.LinkAs(link);
        await using TtyPort port = new(new LineAddress.Tty(link, 1000000), LineWatch.Times);
        using LineWatch watch = new(port);
        port.Start();
        await watch.Up();
        first.Write([1, 2, 3]);
        Assert.Equal([1, 2, 3], await watch.Bytes(3));

        first.Dispose();
        File.Delete(link);
        Assert.Equal("hungUp", (await watch.Down()).Fault.Code);
        Assert.False(port.TryWrite([9]));
        Assert.Contains(link, (await watch.Fault("noSuchPath")).Chinese, StringComparison.Ordinal);

        using PtyDevice second = new();
        second.LinkAs(link);
        await watch.Up();
        Assert.True(port.TryWrite([4, 5]));
        Assert.Equal([4, 5], second.Read(2));
    }

    [Fact]
    public async Task Bytes_sent_just_before_the_device_goes_are_delivered()
    {
        PtyDevice device = new();
        await using TtyPort port = new(new LineAddress.Tty(device.Path, 115200), LineWatch.Times);
        using LineWatch watch = new(port);
        port.Start();
        await watch.Up();
        device.Write([7, 0, 7]);
        Assert.Equal([7, 0, 7], await watch.Bytes(3));
        device.Dispose();
        Assert.Equal("hungUp", (await watch.Down()).Fault.Code);
    }

    [Fact]
    public async Task Wrong_paths_say_what_is_wrong()
    {
        string file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "not a port", TestContext.Current.CancellationToken);
        await Says("noSuchPath", Path.Combine(folder, "none"));
        await Says("notATty", file);
    }

    [Fact]
    public async Task Two_servers_cannot_hold_one_port()
    {
        using PtyDevice device = new();
        await using TtyPort port = new(new LineAddress.Tty(device.Path, 115200), LineWatch.Times);
        using LineWatch watch = new(port);
        port.Start();
        await watch.Up();
        await Says("inUse", device.Path);
    }

    [Fact]
    public async Task A_device_that_takes_nothing_does_not_hold_the_writer()
    {
        using PtyDevice device = new();
        await using TtyPort port = new(new LineAddress.Tty(device.Path, 115200), LineWatch.Times);
        using LineWatch watch = new(port);
        port.Start();
        await watch.Up();
        byte[] block = new byte[4096];
        long start = Stopwatch.GetTimestamp();
        int blocks = 0;
        while (port.TryWrite(block))
            Assert.True(++blocks < 1000, "a pseudo-terminal nobody reads must fill up");
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 10);
        await watch.Fault("writeTimeout");
        await watch.Up();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task Says(string code, string path)
    {
        await using TtyPort port = new(new LineAddress.Tty(path, 115200), LineWatch.Times);
        using LineWatch watch = new(port);
        port.Start();
        LineFault fault = await watch.Fault(code);
        Assert.Contains(path, fault.Chinese, StringComparison.Ordinal);
        Assert.Contains(path, fault.English, StringComparison.Ordinal);
        Assert.False(port.TryWrite([1]));
    }
}
