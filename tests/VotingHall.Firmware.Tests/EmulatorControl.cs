using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VotingHall.Firmware.Tests;

/// <summary>Control socket of an emulator (QMP).</summary>
internal sealed class EmulatorControl : IDisposable
{
    private readonly Socket socket;
    private readonly StreamReader reader;

    private EmulatorControl(Socket socket)
    {
        this.socket = socket;
        reader = new StreamReader(new NetworkStream(socket));
    }

    /// <summary>Waits until the emulator listens: its socket is a file before that.</summary>
    public static async Task<EmulatorControl> Join(string path, CancellationToken cancellation)
    {
        using PeriodicTimer pause = new(TimeSpan.FromMilliseconds(50));
        Socket? socket;
        while ((socket = await TryConnect(path, cancellation)) is null)
            await pause.WaitForNextTickAsync(cancellation);
        EmulatorControl control = new(socket);
        await control.reader.ReadLineAsync(cancellation);
        await control.Order("qmp_capabilities", null, cancellation);
        return control;
    }

    private static async Task<Socket?> TryConnect(string path, CancellationToken cancellation)
    {
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }

    /// <exception cref="IOException">The emulator refuses or has ended.</exception>
    public async Task Order(string what, JsonObject? arguments, CancellationToken cancellation)
    {
        JsonObject order = new() { ["execute"] = what };
        if (arguments is not null)
            order["arguments"] = arguments;
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(order), cancellation);
        while (true)
        {
            string line = await reader.ReadLineAsync(cancellation) ?? throw new IOException("the emulator has ended");
            using JsonDocument answer = JsonDocument.Parse(line);
            if (answer.RootElement.TryGetProperty("return", out _))
                return;
            if (answer.RootElement.TryGetProperty("error", out JsonElement error))
                throw new IOException($"{what}: {error}");
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        socket.Dispose();
    }
}
