using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;

namespace VotingHall.Server.Lines;

/// <summary>
/// TCP 线路: a bridge or a network device server in raw TCP mode. No packing by the kernel, and a peer that vanished without a word is
/// noticed within seconds. Source: stack.md 11.3.
/// </summary>
public sealed class TcpByteLine : SocketByteLine
{
    private const int KeepAliveTimeS = 2;
    private const int KeepAliveIntervalS = 1;
    private const int KeepAliveTries = 3;
    private const int UserTimeoutMs = 5000;
    private const int OptionLevelTcp = 6;
    private const int OptionUserTimeout = 18;

    private readonly string host;
    private readonly int port;

    public TcpByteLine(LineAddress.Tcp address, LineTimes? times = null, TimeProvider? time = null)
        : base(string.Create(CultureInfo.InvariantCulture, $"tcp:{address.Host}:{address.Port}"), times ?? LineTimes.Default, time ?? TimeProvider.System)
    {
        host = address.Host;
        port = address.Port;
    }

    private protected override Socket CreateSocket()
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveTimeS);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveIntervalS);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, KeepAliveTries);
        // Keep-alive is silent while sent bytes wait for their acknowledgement; this bounds that wait.
        Span<byte> timeout = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(timeout, UserTimeoutMs);
        socket.SetRawSocketOption(OptionLevelTcp, OptionUserTimeout, timeout);
        return socket;
    }

    private protected override ValueTask ConnectAsync(Socket socket, CancellationToken stop) => socket.ConnectAsync(host, port, stop);
}
