using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Bridges;

/// <summary>最终认证 F of one keypad and the press it belongs to. Source: protocol 8.3.</summary>
internal sealed record FinalTag(PressId Press, byte[] Proof);

/// <summary>最终认证的收集 on one line after the close of a secret round. Source: protocol 8.3.</summary>
internal sealed class FinalTags(LinesContext context, LineSession line, RoundOnLines round, Acknowledgements held)
{
    /// <summary>Of the reply.</summary>
    public const byte BodyBytes = 34;

    private const int SweepsMax = 3;
    private const int AgainMs = 1_000;

    private readonly Dictionary<KeypadUid, FinalTag> tags = [];
    private bool wanting;
    private long since;
    private int sweeps;

    public IReadOnlyDictionary<KeypadUid, FinalTag> Tags => tags;

    /// <summary>Every seat that holds a ballot has sent its tag, or three sweeps are over; a line that is down has nothing to send.</summary>
    public bool IsDone
    {
        get
        {
            if (line.IsGathering)
                return false;
            bool all = line.Keypads.All(keypad => held.HeldOf(keypad.Uid) is null || tags.ContainsKey(keypad.Uid));
            bool lineDead = (!line.IsUp || !line.Admitted.Any()) && context.NowMs >= since;
            return all || sweeps >= SweepsMax || lineDead;
        }
    }

    public void Begin() => sweeps = 0;

    /// <summary>Too many are missing: another pass, slowly, for keypads that come back meanwhile.</summary>
    public void BeginAgain()
    {
        Begin();
        wanting = true;
        since = context.NowMs + AgainMs;
    }

    public void StartSweeps() => line.StartPlan(
        wanting ? AgainMs : 0, CollectWhat.Final, 0, BodyBytes, round.No, wanting ? RoundCollection.NewcomerSlots : (byte)0, RoundCollection.Recover);

    public void Received(KeypadSession keypad, byte[] plaintext)
    {
        if (FinalPayload.TryParse(plaintext, out FinalPayload? final) && final.State.Pressed && ReplyReader.PressOf(keypad, final.State, final.Rev) is { } press)
            tags[keypad.Uid] = new FinalTag(press, final.Proof);
    }

    public void Swept() => sweeps++;
}
