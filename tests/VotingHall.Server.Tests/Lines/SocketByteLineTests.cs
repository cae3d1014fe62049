using System.Net;
using System.Net.Sockets;
using VotingHall.Server.Lines;
using Xunit;

namespace VotingHall.Server.Tests.Lines;

/// <summary>TCP and Unix sockets: bytes, loss, reconnection, wrong addresses.</summary>
public sealed class SocketByteLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("votinghall-socket-").FullName;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_byte_passes_and_a_lost_connection_comes_back(bool tcp)
    {
        using Socket listener = Listen(tcp, out EndPoint endPoint);
        await using IByteLine line = LineTo(endPoint);
        using LineWatch watch = new(line);
        line.Start();
        using (Socket bridge = await listener.AcceptAsync(TestContext.Current.CancellationToken))
        {
            await watch.Up();
            byte[] all = LineWatch.EveryByte();
            Assert.True(line.TryWrite(all));
            Assert.Equal(all, Receive(bridge, all.Length));
            bridge.Send(all);
            Assert.Equal(all, await watch.Bytes(all.Length));
        }
        Assert.Equal("peerClosed", (await watch.Down()).Fault.Code);
        using Socket again = await listener.AcceptAsync(TestContext.Current.CancellationToken);
        await watch.Up();
        Assert.True(line.TryWrite([1, 0, 2]));
        Assert.Equal([1, 0, 2], Receive(again, 3));
    }

    [Fact]
    public async Task A_device_server_that_is_not_there_yet_is_reached_when_it_comes()
    {
        Socket probe = Listen(tcp: true, out EndPoint endPoint);
        probe.Dispose();
        await using IByteLine line = LineTo(endPoint);
        using LineWatch watch = new(line);
        line.Start();
        Assert.Equal("refused", (await watch.Down()).Fault.Code);
        using Socket listener = new(SocketType.Stream, ProtocolType.Tcp);
        listener.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Bind(endPoint);
        listener.Listen();
        await watch.Up();
    }

    [Fact]
    public async Task Wrong_addresses_say_what_is_wrong()
    {
        await using UnixByteLine unix = new(new LineAddress.Unix(Path.Combine(folder, "none.sock")), LineWatch.Times);
        using LineWatch unixWatch = new(unix);
        unix.Start();
        LineFault fault = (await unixWatch.Down()).Fault;
        Assert.Equal("noSuchPath", fault.Code);
        Assert.Contains("none.sock", fault.Chinese, StringComparison.Ordinal);

        await using TcpByteLine tcp = new(new LineAddress.Tcp("no-such-host.invalid", 4001), LineWatch.Times);
        using LineWatch tcpWatch = new(tcp);
        tcp.Start();
        Assert.Contains((await tcpWatch.Down()).Fault.Code, (string[])["hostUnknown", "noAnswer"]);
    }

    [Fact]
    public async Task A_peer_that_reads_nothing_does_not_hold_the_writer()
    {
        using Socket listener = Listen(tcp: false, out EndPoint endPoint);
        await using IByteLine line = LineTo(endPoint);
        using LineWatch watch = new(line);
        line.Start();
        using Socket bridge = await listener.AcceptAsync(TestContext.Current.CancellationToken);
        await watch.Up();
        byte[] block = new byte[65536];
        int blocks = 0;
        while (line.TryWrite(block))
            Assert.True(++blocks < 1000, "a socket nobody reads must fill up");
        await watch.Fault("writeTimeout");
    }

    [Fact]
    public async Task A_stopped_line_ends_its_inputs()
    {
        using Socket listener = Listen(tcp: true, out EndPoint endPoint);
        IByteLine line = LineTo(endPoint);
        using LineWatch watch = new(line);
        line.Start();
        await watch.Up();
        await line.DisposeAsync();
        Assert.Equal("stopped", Assert.IsType<LineLinkState.Down>(line.State).Fault.Code);
        Assert.True(line.Inputs.Completion.IsCompleted);
        Assert.False(line.TryWrite([1]));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Socket Listen(bool tcp, out EndPoint endPoint)
    {
        Socket listener = tcp ? new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) : new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(tcp ? new IPEndPoint(IPAddress.Loopback, 0) : new UnixDomainSocketEndPoint(Path.Combine(folder, "bridge.sock")));
        listener.Listen();
        endPoint = listener.LocalEndPoint!;
        return listener;
    }

    private static IByteLine LineTo(EndPoint endPoint) => endPoint switch
    {
        IPEndPoint ip => new TcpByteLine(new LineAddress.Tcp("127.0.0.1", ip.Port), LineWatch.Times),
        _ => new UnixByteLine(new LineAddress.Unix(endPoint.ToString()!), LineWatch.Times),
    };

    private static byte[] Receive(Socket socket, int count)
    {
        byte[] bytes = new byte[count];
        for (int at = 0; at < count;)
        {
            int got = socket.Receive(bytes.AsSpan(at));
            Assert.NotEqual(0, got);
            at += got;
        }
        return bytes;
    }
}
