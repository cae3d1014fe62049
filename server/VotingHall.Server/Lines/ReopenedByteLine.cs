using System.Threading.Channels;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace VotingHall.Server.Lines;

/// <summary>
/// 自动重开的线路: opens, receives until lost, says so, opens again with growing waits; for ever. What carries the bytes is the subclass's.
/// </summary>
public abstract class ReopenedByteLine : IByteLine
{
    /// <summary>Chunks and state changes waiting for the reader; then the line waits too.</summary>
    private const int InputsMax = 1024;

    private readonly Channel<LineInput> inputs = Channel.CreateBounded<LineInput>(new BoundedChannelOptions(InputsMax) { SingleReader = true });
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private readonly LineTimes times;
    private readonly TimeProvider time;
    private readonly ResiliencePipeline<Opening> retrying;
    private OpenedLine? opened;
    private Task? running;
    private volatile LineFault? writeFault;
    private volatile LineLinkState state = new LineLinkState.Connecting();

    private protected ReopenedByteLine(string name, LineTimes times, TimeProvider time)
    {
        Name = name;
        this.times = times;
        this.time = time;
        retrying = new ResiliencePipelineBuilder<Opening> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<Opening>
            {
                ShouldHandle = new PredicateBuilder<Opening>().HandleResult(opening => opening is Opening.Failed).Handle<TimeoutRejectedException>(),
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = times.FirstRetry,
                MaxDelay = times.LongestRetry,
                OnRetry = retry => Report(retry.Outcome.Result is Opening.Failed failed ? failed.Fault : LineFaults.NoAnswer(Name)),
            })
            .AddTimeout(new TimeoutStrategyOptions { Timeout = times.Opening })
            .Build();
    }

    public string Name { get; }

    public LineLinkState State => state;

    public ChannelReader<LineInput> Inputs => inputs.Reader;

    public void Start()
    {
        lock (gate)
            running ??= Task.Run(RunAsync);
    }

    public bool TryWrite(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            if (opened is null || writeFault is not null)
                return false;
            if (opened.TryWrite(bytes, times.Write))
                return true;
            writeFault = LineFaults.WriteTimeout(Name);
            opened.Abandon();
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        Task? task;
        lock (gate)
        {
            task = running ??= Task.CompletedTask;
            opened?.Abandon();
        }
        await task.ConfigureAwait(false);
        state = new LineLinkState.Down(LineFaults.Stopped(Name));
        inputs.Writer.TryComplete();
        stopping.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract ValueTask<Opening> OpenAsync(CancellationToken stop);

    private async Task RunAsync()
    {
        CancellationToken stop = stopping.Token;
        try
        {
            while (true)
            {
                await ChangeAsync(new LineLinkState.Connecting()).ConfigureAwait(false);
                Opening opening = await retrying.ExecuteAsync(OpenAsync, stop).ConfigureAwait(false);
                LineFault lost = await ReceiveAsync(((Opening.Opened)opening).Line, stop).ConfigureAwait(false);
                await ChangeAsync(new LineLinkState.Down(lost)).ConfigureAwait(false);
                // A line that opens and falls at once must not spin.
                await Task.Delay(times.FirstRetry, time, stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped by its owner: the end of a line, not a fault.
        }
    }

    private async Task<LineFault> ReceiveAsync(OpenedLine line, CancellationToken stop)
    {
        using (line)
        {
            writeFault = null;
            lock (gate)
                opened = line;
            try
            {
                await ChangeAsync(new LineLinkState.Up()).ConfigureAwait(false);
                LineFault lost = await line.ReceiveAsync(bytes => inputs.Writer.WriteAsync(new LineInput.Chunk(bytes), stop), stop).ConfigureAwait(false);
                return writeFault ?? lost;
            }
            finally
            {
                lock (gate)
                    opened = null;
            }
        }
    }

    private async ValueTask Report(LineFault fault)
    {
        // The same fault every two seconds is one state, not many.
        if (state is not LineLinkState.Down down || down.Fault != fault)
            await ChangeAsync(new LineLinkState.Down(fault)).ConfigureAwait(false);
    }

    private ValueTask ChangeAsync(LineLinkState next)
    {
        state = next;
        return inputs.Writer.WriteAsync(new LineInput.StateChanged(next), stopping.Token);
    }
}
