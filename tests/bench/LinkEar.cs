using VotingHall.Link;

namespace VotingHall.Bench;

/// <summary>旁听: reads the messages on one direction of a bridge link.</summary>
internal sealed class LinkEar
{
    private readonly FrameReader reader = new(FrameLimits.BridgeLink);

    public IEnumerable<LinkMessage> Read(byte[] bytes)
    {
        foreach (byte[] body in reader.Read(bytes))
            if (LinkMessage.TryParse(body, out LinkMessage? message))
                yield return message;
    }
}
