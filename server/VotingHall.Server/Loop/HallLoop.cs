using System.Threading.Channels;
using VotingHall.Core;
using VotingHall.Server.Stores;

namespace VotingHall.Server.Loop;

/// <summary>
/// 会场回路: the one thread that owns the hall. Each turn takes what waits, decides, applies in memory, appends, flushes once, and only then
/// answers and tells. If the flush fails nothing is told and the fault goes up: the process stops. Source: design.md, decision 2.
/// </summary>
public sealed class HallLoop
{
    /// <summary>Inputs that may wait; submitting beyond it is refused, so a flood cannot eat the memory.</summary>
    public const int QueueMax = 65_536;

    /// <summary>Inputs taken in one turn: bounds the time to the first acknowledgement under load.</summary>
    public const int TurnMax = 4_096;

    private readonly Channel<LoopInput> inputs = Channel.CreateBounded<LoopInput>(
        new BoundedChannelOptions(QueueMax) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly JournalWriter writer;
    private readonly Func<Instant> clock;
    private readonly List<IDurableWatcher> watchers = [];
    private HallState state;

    public HallLoop(HallState restored, JournalWriter writer, Func<Instant> clock)
    {
        state = restored;
        this.writer = writer;
        this.clock = clock;
        Published = restored;
    }

    /// <summary>The hall as last made durable; the only state anybody outside sees.</summary>
    public HallState Published { get; private set; }

    /// <summary>Before the first turn only.</summary>
    public void Watch(IDurableWatcher watcher) => watchers.Add(watcher);

    /// <summary>Submits a command; false = the queue is full (the caller reports it or tries again later).</summary>
    public bool TrySubmit(HallCommand command, Action<LoopReply>? answered = null, StoredBlob? kept = null) =>
        inputs.Writer.TryWrite(new LoopInput.Command(command, kept, answered));

    /// <summary>Asks to be called when everything submitted so far is durable.</summary>
    public bool TryMark(Action reached) => inputs.Writer.TryWrite(new LoopInput.Mark(reached));

    /// <summary>Submits and waits for the answer; for callers outside the loop's thread.</summary>
    public Task<LoopReply> Ask(HallCommand command, StoredBlob? kept = null)
    {
        TaskCompletionSource<LoopReply> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!TrySubmit(command, answer.SetResult, kept))
            answer.SetResult(new LoopReply.NotTaken());
        return answer.Task;
    }

    /// <summary>
    /// Runs turns until cancelled. A store fault or a bug ends it with the exception: nobody was told anything false. Who still waits is told that the
    /// order was not taken.
    /// </summary>
    public async Task Run(CancellationToken stop)
    {
        try
        {
            await Turns(stop).ConfigureAwait(false);
        }
        finally
        {
            inputs.Writer.TryComplete();
            while (inputs.Reader.TryRead(out LoopInput? left))
                if (left is LoopInput.Command { Answered: { } answer })
                    answer(new LoopReply.NotTaken());
        }
    }

    /// <summary>Turns until cancelled, and nothing more: inputs may still come and wait for the next.</summary>
    public async Task Turns(CancellationToken stop)
    {
        while (await inputs.Reader.WaitToReadAsync(stop).ConfigureAwait(false))
            Turn();
    }

    /// <summary>One turn; false when nothing waited. Called by <see cref="Run"/>, and directly where virtual time drives the hall.</summary>
    public bool Turn()
    {
        List<HallEvent> events = [];
        List<HeldPress> held = [];
        List<Action> afterFlush = [];
        int taken = 0;
        while (taken < TurnMax && inputs.Reader.TryRead(out LoopInput? input))
        {
            taken++;
            switch (input)
            {
                case LoopInput.Command command:
                    Take(command, events, held, afterFlush);
                    break;
                case LoopInput.Mark mark:
                    afterFlush.Add(mark.Reached);
                    break;
                default:
                    throw new InvalidOperationException("unknown loop input");
            }
        }
        if (taken == 0)
            return false;

        SealMaskedBallots(events);
        writer.Flush();
        Published = state;
        if (events.Count > 0)
        {
            DurableTurn turn = new(state, events, held);
            foreach (IDurableWatcher watcher in watchers)
                watcher.Durable(turn);
        }
        foreach (Action told in afterFlush)
            told();
        return true;
    }

    private void Take(LoopInput.Command command, List<HallEvent> events, List<HeldPress> held, List<Action> afterFlush)
    {
        // The leaf of the last masked ballots stands before the leaf that closes the round, never behind it.
        if (command.What is HallCommand.FinishClose)
            SealMaskedBallots(events);
        switch (Hall.Decide(state, command.What))
        {
            case Decision.Refused refused:
                if (command.Answered is { } refuse)
                    afterFlush.Add(() => refuse(new LoopReply.Refused(refused.Refusal)));
                break;
            case Decision.Accepted accepted:
                foreach (Fact fact in accepted.Facts)
                    Keep(fact, events, held);
                if (command.Object is { } kept && accepted.Facts.Count > 0)
                    writer.AddBlob(kept);
                // A wrong participation number is on record and still answered with no.
                if (command.Answered is { } answer)
                    afterFlush.Add(() => answer(accepted.Notice is { } notice
                        ? new LoopReply.Refused(notice)
                        : new LoopReply.Accepted(Published.Version)));
                break;
            default:
                throw new InvalidOperationException("unknown decision");
        }
    }

    private void Keep(Fact fact, List<HallEvent> events, List<HeldPress> held)
    {
        state = Hall.Apply(state, fact);
        writer.Add(fact);
        events.Add(fact.Event);
        switch (fact)
        {
            case { Private: PrivatePart.Named named }:
                held.Add(new(named.Round, named.Keypad, named.Holding.Press));
                break;
            case { Private: PrivatePart.Masked masked }:
                held.Add(new(masked.Round, masked.Keypad, masked.Holding.Press));
                break;
            case { Event: HallEvent.MemberSignedIn signedIn }:
                held.Add(new(signedIn.Round, signedIn.Uid, signedIn.Press));
                break;
        }
    }

    /// <summary>The masked ballots of this turn become one leaf with one salted root, never a leaf each. Source: design.md, settled question 2.</summary>
    private void SealMaskedBallots(List<HallEvent> events)
    {
        foreach ((RoundNo round, Octets root) in writer.RootsOfMaskedBallots())
        {
            HallCommand.SealBatch seal = new(round, root) { Issuer = Issuer.System, At = clock() };
            if (Hall.Decide(state, seal) is not Decision.Accepted accepted)
                throw new InvalidOperationException("a batch of masked ballots was refused its leaf");
            foreach (Fact fact in accepted.Facts)
                Keep(fact, events, []);
        }
    }
}
