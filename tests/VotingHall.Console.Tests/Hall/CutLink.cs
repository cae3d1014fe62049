using System.Net;
using System.Net.Sockets;

namespace VotingHall.Screens.Tests.Hall;

/// <summary>
/// 可切断的网络: stands between browsers and server like a cable. Cut, no byte passes and nobody is told, as with a pulled plug; what was under way comes through
/// once it is joined again, as TCP would send it.
/// </summary>
internal sealed class CutLink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly int target;
    private readonly Task accepting;
    private volatile bool cut;

    public CutLink(int target)
    {
        this.target = target;
        listener.Start();
        accepting = Accept();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    public void Cut() => cut = true;

    public void Join() => cut = false;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
                _ = Carry(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task Carry(TcpClient browser)
    {
        using (browser)
        using (TcpClient server = new())
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, target, stop.Token);
                await Task.WhenAny(Copy(browser, server), Copy(server, browser));
            }
            catch (Exception lost) when (lost is SocketException or OperationCanceledException or IOException)
            {
                // Nobody there (the server is down): the browser sees its connection end.
            }
        }
    }

    private async Task Copy(TcpClient from, TcpClient to)
    {
        byte[] buffer = new byte[16 * 1024];
        try
        {
            int n;
            while ((n = await from.GetStream().ReadAsync(buffer, stop.Token)) > 0)
            {
                while (cut)
                    await Task.Delay(20, stop.Token);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, n), stop.Token);
            }
        }
        catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One side has closed.
        }
    }
}
