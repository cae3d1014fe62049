using System.IO.Pipelines;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Connections;

namespace VotingHall.Bench;

/// <summary>网络套接字连接: the transport of the SignalR client, which comes without one: a WebSocket between two pipes.</summary>
internal sealed class WebSocketLines(string cookie) : IConnectionFactory
{
    private const int PieceBytes = 16 * 1024;

    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        ClientWebSocket socket = new();
        socket.Options.SetRequestHeader("Cookie", cookie);
        await socket.ConnectAsync(((UriEndPoint)endpoint).Uri, cancellationToken);
        Pipe toHub = new(), fromHub = new();
        Line line = new(socket, fromHub.Reader, toHub.Writer);
        line.Pumps = Task.WhenAll(Receive(socket, fromHub.Writer), Send(socket, toHub.Reader));
        return line;
    }

    private static async Task Receive(ClientWebSocket socket, PipeWriter to)
    {
        try
        {
            while (await socket.ReceiveAsync(to.GetMemory(PieceBytes), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close } piece)
            {
                to.Advance(piece.Count);
                await to.FlushAsync();
            }
        }
        catch (WebSocketException)
        {
            // The other side went away; the pipe ends, and the client says so.
        }
        await to.CompleteAsync();
    }

    private static async Task Send(ClientWebSocket socket, PipeReader from)
    {
        while (await from.ReadAsync() is var read && (!read.IsCompleted || !read.Buffer.IsEmpty))
        {
            foreach (ReadOnlyMemory<byte> piece in read.Buffer)
                await socket.SendAsync(piece, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            from.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
                break;
        }
        await from.CompleteAsync();
        if (socket.State == WebSocketState.Open)
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
    }

    private sealed class Line(ClientWebSocket socket, PipeReader input, PipeWriter output)
        : DefaultConnectionContext(Guid.NewGuid().ToString("N"), new Duplex(input, output), new Duplex(input, output))
    {
        public Task Pumps { get; set; } = Task.CompletedTask;

        public override async ValueTask DisposeAsync()
        {
            await Transport.Output.CompleteAsync();
            await Pumps;
            socket.Dispose();
            await base.DisposeAsync();
        }
    }

    private sealed class Duplex(PipeReader input, PipeWriter output) : IDuplexPipe
    {
        public PipeReader Input => input;

        public PipeWriter Output => output;
    }
}
