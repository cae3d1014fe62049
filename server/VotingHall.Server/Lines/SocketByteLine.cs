using System.Net.Sockets;

namespace VotingHall.Server.Lines;

/// <summary>套接字线路: what TCP and Unix sockets share; they differ only in how they connect.</summary>
public abstract class SocketByteLine : ReopenedByteLine
{
    private protected SocketByteLine(string name, LineTimes times, TimeProvider time)
        : base(name, times, time)
    {
    }

    private protected abstract Socket CreateSocket();

    private protected abstract ValueTask ConnectAsync(Socket socket, CancellationToken stop);

    private protected override async ValueTask<Opening> OpenAsync(CancellationToken stop)
    {
        Socket? socket = CreateSocket();
        try
        {
            await ConnectAsync(socket, stop).ConfigureAwait(false);
            Opening opening = new Opening.Opened(new OpenedSocket(socket, Name));
            socket = null;
            return opening;
        }
        catch (SocketException error)
        {
            return new Opening.Failed(FaultOf(error));
        }
        finally
        {
            socket?.Dispose();
        }
    }

    private LineFault FaultOf(SocketException error) => error.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => LineFaults.Refused(Name),
        SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => LineFaults.HostUnknown(Name),
        SocketError.TimedOut or SocketError.HostUnreachable or SocketError.NetworkUnreachable => LineFaults.NoAnswer(Name),
        // A Unix path that is not there: .NET calls ENOENT so.
        SocketError.AddressNotAvailable when this is UnixByteLine => LineFaults.NoSuchPath(Name),
        _ => LineFaults.System(Name, error.Message),
    };

    private sealed class OpenedSocket(Socket socket, string name) : OpenedLine
    {
        private const int ChunkMax = 4096;

        public override async Task<LineFault> ReceiveAsync(Func<byte[], ValueTask> deliver, CancellationToken stop)
        {
            byte[] buffer = new byte[ChunkMax];
            try
            {
                while (true)
                {
                    int count = await socket.ReceiveAsync(buffer, SocketFlags.None, stop).ConfigureAwait(false);
                    if (count == 0)
                        return LineFaults.PeerClosed(name);
                    await deliver(buffer[..count]).ConfigureAwait(false);
                }
            }
            catch (SocketException error)
            {
                return error.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown or SocketError.OperationAborted
                    ? LineFaults.PeerClosed(name)
                    : LineFaults.System(name, error.Message);
            }
        }

        public override bool TryWrite(ReadOnlySpan<byte> bytes, TimeSpan timeout)
        {
            socket.SendTimeout = (int)timeout.TotalMilliseconds;
            while (!bytes.IsEmpty)
            {
                int sent = socket.Send(bytes, SocketFlags.None, out SocketError error);
                if (error != SocketError.Success)
                    return false;
                bytes = bytes[sent..];
            }
            return true;
        }

        public override void Abandon()
        {
            try
            {
                socket.Shutdown(SocketShutdown.Both);
            }
            catch (SocketException)
            {
                // Already gone: the receiver comes back by itself.
            }
        }

        public override void Dispose() => socket.Dispose();
    }
}
