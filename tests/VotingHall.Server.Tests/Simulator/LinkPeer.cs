using VotingHall.Link;
using VotingHall.Simulator;

namespace VotingHall.Server.Tests.Simulator;

/// <summary>The server's end of the bridge link for tests of the simulated hall: says hello, holds the lease, remembers what it hears.</summary>
internal sealed class LinkPeer(SimulatedHall hall)
{
    public const uint Epoch = 1;
    private const long LeaseUs = 300_000;

    private readonly FrameReader reader = new(FrameLimits.BridgeLink);
    private readonly byte[] buffer = new byte[8192];
    private ushort seq;
    private long leaseAt;

    public List<LinkMessage> Heard { get; } = [];

    public ushort NextSeq() => ++seq;

    public void Say(LinkMessage message) => hall.WriteLink(FrameWriter.Wire(message.Write(), FrameLimits.BridgeLink));

    /// <summary>Hello, lease, all lines on; then 30 ms for the silence check.</summary>
    public void Connect(IReadOnlyList<int> bauds)
    {
        Say(new LinkMessage.Hello(0, NextSeq(), Epoch, 0xA1, 1));
        Lease();
        for (int line = 0; line < bauds.Count; line++)
            Say(new LinkMessage.LineConfig((byte)(line + 1), NextSeq(), Epoch, (uint)bauds[line], true));
        Run(30_000);
    }

    /// <summary>Lets virtual time pass and keeps the lease.</summary>
    public void Run(long us)
    {
        long until = hall.NowUs + us;
        while (hall.NowUs < until)
        {
            hall.RunUntil(Math.Min(leaseAt, until));
            for (int n = hall.ReadLink(buffer); n > 0; n = hall.ReadLink(buffer))
                foreach (byte[] body in reader.Read(buffer.AsSpan(0, n)))
                    Heard.Add(LinkMessage.TryParse(body, out LinkMessage? message) ? message : throw new InvalidDataException("The bridge said what Link cannot read."));
            if (hall.NowUs >= leaseAt)
                Lease();
        }
    }

    private void Lease()
    {
        leaseAt = hall.NowUs + LeaseUs;
        Say(new LinkMessage.Lease(0, NextSeq(), Epoch, 1500));
    }
}
