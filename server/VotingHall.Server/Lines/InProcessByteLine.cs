using System.Threading.Channels;

namespace VotingHall.Server.Lines;

/// <summary>
/// 进程内线路: two ends joined in memory, for simulated bridges. <see cref="Cut"/> and <see cref="Restore"/> are what pulling and
/// plugging a cable is for the others: bytes on the way are lost, and both ends are told in order.
/// </summary>
public sealed class InProcessByteLine : IByteLine
{
    private const int InputsMax = 4096;

    private readonly Channel<LineInput> inputs = Channel.CreateBounded<LineInput>(new BoundedChannelOptions(InputsMax));
    private readonly Lock gate;
    private InProcessByteLine peer;
    private LineLinkState state = new LineLinkState.Connecting();

    private InProcessByteLine(string name, Lock gate)
    {
        Name = name;
        this.gate = gate;
        peer = this;
    }

    public string Name { get; }

    public LineLinkState State
    {
        get
        {
            lock (gate)
                return state;
        }
    }

    public ChannelReader<LineInput> Inputs => inputs.Reader;

    /// <summary>Two joined ends; each is up once started, whether or not the other is.</summary>
    public static (InProcessByteLine Server, InProcessByteLine Bridge) Pair(string name)
    {
        Lock gate = new();
        InProcessByteLine server = new("inproc:" + name, gate);
        InProcessByteLine bridge = new("inproc:" + name + ":bridge", gate) { peer = server };
        server.peer = bridge;
        return (server, bridge);
    }

    public void Start()
    {
        lock (gate)
            if (state is LineLinkState.Connecting)
                Change(new LineLinkState.Up());
    }

    public bool TryWrite(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
            return state is LineLinkState.Up && peer.state is not LineLinkState.Down && peer.inputs.Writer.TryWrite(new LineInput.Chunk(bytes.ToArray()));
    }

    /// <summary>Pulls the cable; a second call changes nothing.</summary>
    public void Cut()
    {
        lock (gate)
            foreach (InProcessByteLine end in Ends())
                if (end.state is not LineLinkState.Down)
                    end.Change(new LineLinkState.Down(LineFaults.HungUp(end.Name)));
    }

    /// <summary>Plugs it in again.</summary>
    public void Restore()
    {
        lock (gate)
            foreach (InProcessByteLine end in Ends())
                if (end.state is LineLinkState.Down)
                    end.Change(new LineLinkState.Up());
    }

    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            Change(new LineLinkState.Down(LineFaults.Stopped(Name)));
            inputs.Writer.TryComplete();
            if (peer.state is LineLinkState.Up)
                peer.Change(new LineLinkState.Down(LineFaults.PeerClosed(peer.Name)));
        }
        return ValueTask.CompletedTask;
    }

    private InProcessByteLine[] Ends() => [this, peer];

    private void Change(LineLinkState next)
    {
        state = next;
        // A reader that let 4,096 inputs wait loses the notice but not the state.
        inputs.Writer.TryWrite(new LineInput.StateChanged(next));
    }
}
