using System.Net.Sockets;

namespace VotingHall.Server.Lines;

/// <summary>Unix 套接字线路: a bridge program on the same machine.</summary>
public sealed class UnixByteLine : SocketByteLine
{
    private readonly UnixDomainSocketEndPoint peer;

    public UnixByteLine(LineAddress.Unix address, LineTimes? times = null, TimeProvider? time = null)
        : base("unix:" + address.Path, times ?? LineTimes.Default, time ?? TimeProvider.System) =>
        peer = new UnixDomainSocketEndPoint(address.Path);

    private protected override Socket CreateSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    private protected override ValueTask ConnectAsync(Socket socket, CancellationToken stop) => socket.ConnectAsync(peer, stop);
}
