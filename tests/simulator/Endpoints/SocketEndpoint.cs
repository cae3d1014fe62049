using System.Net;
using System.Net.Sockets;

namespace VotingHall.Simulator;

/// <summary>套接字链路: listens on TCP or on a Unix socket; one peer at a time, a new one takes over.</summary>
public sealed class SocketEndpoint : IBridgeEndpoint
{
    private const int UnsentMax = 1 << 20;

    private readonly Socket listener;
    private readonly string? socketFile;
    private readonly List<byte> unsent = [];
    private Socket? peer;
    private bool changed;

    private SocketEndpoint(Socket listener, EndPoint address, string name, string? socketFile)
    {
        this.listener = listener;
        this.socketFile = socketFile;
        listener.Blocking = false;
        listener.Bind(address);
        listener.Listen(1);
        Name = name;
    }

    public string Name { get; }

    /// <param name="address">host:port; the host is an IP address or localhost.</param>
    /// <exception cref="SocketException">The port is taken.</exception>
    /// <exception cref="FormatException">Not host:port.</exception>
    public static SocketEndpoint Tcp(string address)
    {
        IPEndPoint point = IPEndPoint.Parse(address.Replace("localhost", "127.0.0.1", StringComparison.Ordinal));
        return new SocketEndpoint(new Socket(point.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }, point, "tcp:" + address, null);
    }

    /// <exception cref="SocketException">The folder is missing or not writable.</exception>
    public static SocketEndpoint Unix(string path)
    {
        File.Delete(path);   // left over from a process that was killed
        return new SocketEndpoint(new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), new UnixDomainSocketEndPoint(path), "unix:" + path, path);
    }

    /// <summary>Port really listened on; of use when port 0 was asked for.</summary>
    public int Port => listener.LocalEndPoint is IPEndPoint point ? point.Port : 0;

    public int Read(Span<byte> buffer)
    {
        Accept();
        Flush();
        if (peer is null)
            return 0;
        int n = peer.Receive(buffer, SocketFlags.None, out SocketError error);
        if (error == SocketError.WouldBlock)
            return 0;
        if (n <= 0)
            Drop();
        return Math.Max(n, 0);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (peer is null)
            return;
        unsent.AddRange(bytes);
        Flush();
        if (unsent.Count > UnsentMax)
            Drop();
    }

    public bool TakePeerChange()
    {
        bool was = changed;
        changed = false;
        return was;
    }

    public void Dispose()
    {
        Drop();
        listener.Dispose();
        if (socketFile is not null)
            File.Delete(socketFile);
    }

    private void Accept()
    {
        while (listener.Poll(0, SelectMode.SelectRead))
        {
            Socket next = listener.Accept();
            Drop();
            peer = next;
            peer.Blocking = false;
            if (peer.ProtocolType == ProtocolType.Tcp)
                peer.NoDelay = true;
            changed = true;
        }
    }

    private void Flush()
    {
        while (peer is not null && unsent.Count > 0)
        {
            int n = peer.Send(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(unsent), SocketFlags.None, out SocketError error);
            if (error == SocketError.WouldBlock)
                return;
            if (error != SocketError.Success || n <= 0)
                Drop();
            else
                unsent.RemoveRange(0, n);
        }
    }

    private void Drop()
    {
        peer?.Dispose();
        peer = null;
        unsent.Clear();
    }
}
