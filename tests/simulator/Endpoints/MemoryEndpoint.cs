using System.Threading.Channels;

namespace VotingHall.Simulator;

/// <summary>进程内链路: the server in the same process writes with <see cref="FromServer"/> and reads <see cref="ToServer"/>; both from any thread.</summary>
public sealed class MemoryEndpoint(string name) : IBridgeEndpoint
{
    private const int ChunksMax = 4096;

    private readonly Channel<byte[]> down = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(ChunksMax) { SingleReader = true });
    private readonly Channel<byte[]> up = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(ChunksMax) { SingleWriter = true });
    private ReadOnlyMemory<byte> rest;

    public string Name => "inproc:" + name;

    public ChannelReader<byte[]> ToServer => up.Reader;

    /// <summary>False: 4,096 chunks wait already.</summary>
    public bool FromServer(ReadOnlySpan<byte> bytes) => down.Writer.TryWrite(bytes.ToArray());

    public int Read(Span<byte> buffer)
    {
        int taken = 0;
        while (taken < buffer.Length)
        {
            if (rest.IsEmpty)
            {
                if (!down.Reader.TryRead(out byte[]? chunk))
                    break;
                rest = chunk;
            }
            int n = Math.Min(rest.Length, buffer.Length - taken);
            rest.Span[..n].CopyTo(buffer[taken..]);
            rest = rest[n..];
            taken += n;
        }
        return taken;
    }

    public void Write(ReadOnlySpan<byte> bytes) => up.Writer.TryWrite(bytes.ToArray());

    public bool TakePeerChange() => false;

    public void Dispose()
    {
        down.Writer.TryComplete();
        up.Writer.TryComplete();
    }
}
