using VotingHall.Core;
using VotingHall.Server.Stores;

namespace VotingHall.Server.Loop;

/// <summary>回路输入: what waits for the loop. Closed list.</summary>
internal abstract record LoopInput
{
    private LoopInput() { }

    /// <summary>A command and who wants its answer; the answer comes after the flush. The object (a ballot paper, a list for the station) is kept
    /// under its digest in the same flush if the command is accepted.</summary>
    public sealed record Command(HallCommand What, StoredBlob? Object, Action<LoopReply>? Answered) : LoopInput;

    /// <summary>A mark: <paramref name="Reached"/> runs when everything submitted before it is durable.</summary>
    public sealed record Mark(Action Reached) : LoopInput;
}

/// <summary>回路答复: accepted (and on disk), refused with the reason to show, or not taken.</summary>
public abstract record LoopReply
{
    private LoopReply() { }

    /// <summary>On disk. <paramref name="Version"/> is the hall's version after the turn.</summary>
    public sealed record Accepted(long Version) : LoopReply;

    public sealed record Refused(Refusal Reason) : LoopReply;

    /// <summary>Not looked at: the queue is full, or the loop has ended.</summary>
    public sealed record NotTaken : LoopReply;
}

/// <summary>一轮已落盘的结果: what became durable in one turn, handed to everybody who may tell others about it.</summary>
/// <param name="State">The hall after the turn.</param>
/// <param name="Events">Events in order; those that are no leaf included.</param>
/// <param name="Held">Presses now on disk: what a lit lamp stands for.</param>
public sealed record DurableTurn(HallState State, IReadOnlyList<HallEvent> Events, IReadOnlyList<HeldPress> Held);

/// <summary>已收到的按键: a press that is on disk. It carries no choice.</summary>
public readonly record struct HeldPress(RoundNo Round, KeypadUid Keypad, PressId Press);

/// <summary>
/// 落盘后的知情者: an adapter that acts on durable facts (lines, board, signing, papers). Called on the loop's thread in order of
/// registration; it must return at once and leave slow work to its own thread.
/// </summary>
public interface IDurableWatcher
{
    void Durable(DurableTurn turn);
}
