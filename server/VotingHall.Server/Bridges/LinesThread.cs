using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security.Cryptography;
using VotingHall.Core;
using VotingHall.Server.Lines;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Bridges;

/// <summary>
/// 线路线程: runs <see cref="HallLines"/> on one thread in real time: bytes from the bridges, orders from the hall and ticks become calls, what
/// the lines want to send is written at once.
/// </summary>
public sealed class LinesThread : ILinesHost, IAsyncDisposable
{
    private const int TickMs = 10;
    private const int PictureMs = 200;

    /// <summary>Work that may wait for the lines; more means that they hang, and the caller finds out.</summary>
    private const int QueueMax = 100_000;

    private readonly HallLoop loop;
    private readonly IReadOnlyList<IByteLine> byteLines;
    private readonly Action<LineNote> noted;
    private readonly BlockingCollection<Action> work = new(QueueMax);
    private readonly List<Task> readers = [];
    private readonly CancellationTokenSource stop = new();
    private readonly long startedAt = Stopwatch.GetTimestamp();
    private HallLines? lines;
    private Thread? thread;

    public LinesThread(HallLoop loop, IReadOnlyList<IByteLine> byteLines, Action<LineNote> noted)
    {
        this.loop = loop;
        this.byteLines = byteLines;
        this.noted = noted;
    }

    public long NowMs => (long)Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds;

    public Instant Wall => new(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());

    /// <summary>The exception that ended the thread, or null.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Keypads with keys in use; read by screens and scripts.</summary>
    public int AdmittedCount { get; private set; }

    /// <summary>线路全貌, renewed five times a second; read by screens.</summary>
    public LinesPicture Picture { get; private set; } = LinesPicture.None;

    public byte[] RandomBytes(int count) => RandomNumberGenerator.GetBytes(count);

    public bool TrySubmit(HallCommand command) => loop.TrySubmit(command, RefusalNote.For(command, Note));

    public bool WhenDurable(Action action) => loop.TryMark(() => Post(action));

    public void Note(LineNote note) => noted(note);

    public void Order(LineOrder order) => Post(() => lines!.Order(order));

    public void Start(HallLines hallLines)
    {
        lines = hallLines;
        for (int i = 0; i < byteLines.Count; i++)
        {
            int bridge = i;
            byteLines[i].Start();
            readers.Add(Task.Run(() => Read(bridge)));
        }
        thread = new Thread(Run) { IsBackground = true, Name = "lines" };
        thread.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync().ConfigureAwait(false);
        work.CompleteAdding();
        thread?.Join();
        foreach (IByteLine line in byteLines)
            await line.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAll(readers).ConfigureAwait(false);
        work.Dispose();
        stop.Dispose();
    }

    private void Post(Action action)
    {
        if (!work.IsAddingCompleted)
            work.TryAdd(action);
    }

    private async Task Read(int bridge)
    {
        try
        {
            await foreach (LineInput input in byteLines[bridge].Inputs.ReadAllAsync(stop.Token).ConfigureAwait(false))
            {
                switch (input)
                {
                    case LineInput.Chunk chunk:
                        work.Add(() => lines!.Received(bridge, chunk.Bytes.Span), stop.Token);
                        break;
                    case LineInput.StateChanged { State: LineLinkState.Up }:
                        Post(() => lines!.LinkUp(bridge));
                        break;
                    case LineInput.StateChanged { State: LineLinkState.Down }:
                        Post(() => lines!.LinkLost(bridge));
                        break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The hall is closing.
        }
    }

    private void Run()
    {
        try
        {
            long nextTick = 0, nextPicture = 0;
            while (!stop.IsCancellationRequested)
            {
                if (work.TryTake(out Action? next, (int)Math.Max(0, nextTick - NowMs)))
                {
                    next();
                    while (work.TryTake(out next))
                        next();
                }
                if (NowMs >= nextTick)
                {
                    nextTick = NowMs + TickMs;
                    lines!.Tick();
                    AdmittedCount = lines.AdmittedCount;
                }
                if (NowMs >= nextPicture)
                {
                    nextPicture = NowMs + PictureMs;
                    Picture = lines!.Picture();
                }
                WriteAll();
            }
        }
        catch (Exception bug) when (bug is not OperationCanceledException)
        {
            // A bug in the lines must not be swallowed by a thread: the server looks here and stops.
            Failure = bug;
        }
    }

    private void WriteAll()
    {
        for (int bridge = 0; bridge < byteLines.Count; bridge++)
        {
            byte[] bytes = lines!.TakeOutgoing(bridge);
            if (bytes.Length > 0 && !byteLines[bridge].TryWrite(bytes))
                lines.LinkLost(bridge);
        }
    }
}
