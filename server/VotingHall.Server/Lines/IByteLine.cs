using System.Threading.Channels;

namespace VotingHall.Server.Lines;

/// <summary>
/// 字节线路: bytes to and from one bridge, whatever carries them (serial port, TCP, Unix socket, in process). It knows no frame.
/// It opens itself, notices a loss at once and comes back by itself; everything the reader must know arrives in order in <see cref="Inputs"/>.
/// </summary>
public interface IByteLine : IAsyncDisposable
{
    /// <summary>Short name for people, e.g. "tty:/dev/serial/by-id/x".</summary>
    string Name { get; }

    /// <summary>The state now; the ordered history of states is in <see cref="Inputs"/>.</summary>
    LineLinkState State { get; }

    /// <summary>Received chunks and state changes in the order they happened. One reader. Bounded: a slow reader slows the line down.</summary>
    ChannelReader<LineInput> Inputs { get; }

    /// <summary>Starts opening; returns at once. A second call changes nothing.</summary>
    void Start();

    /// <summary>
    /// Writes all bytes, or answers false: the line is not up, or did not take them within the write time-out (then it is closed and
    /// reopened, because half a frame may be out). Never blocks longer than that time-out. Not for two threads at once.
    /// </summary>
    bool TryWrite(ReadOnlySpan<byte> bytes);
}

/// <summary>线路状态. Closed list.</summary>
public abstract record LineLinkState
{
    private LineLinkState() { }

    public sealed record Connecting : LineLinkState;

    public sealed record Up : LineLinkState;

    public sealed record Down(LineFault Fault) : LineLinkState;
}

/// <summary>线路输入. Closed list: a chunk of received bytes, or a change of state.</summary>
public abstract record LineInput
{
    private LineInput() { }

    public sealed record Chunk(ReadOnlyMemory<byte> Bytes) : LineInput;

    public sealed record StateChanged(LineLinkState State) : LineInput;
}

/// <summary>线路故障: stable code and the sentence for the technician in both languages.</summary>
public sealed record LineFault(string Code, string Chinese, string English);
