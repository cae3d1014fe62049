using System.Runtime.InteropServices;
using System.Threading.Channels;
using VotingHall.Core;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Printing;

/// <summary>
/// 打印队列: prints what was ordered, on a thread of its own, one printing at a time on each printer, and journals what became of it. It acts
/// on durable orders only and repeats none by itself. Source: pdf.md 6.
/// </summary>
public sealed class PrintQueue : IDurableWatcher, IDisposable
{
    /// <summary>Orders that may wait; one more ends as not sent.</summary>
    public const int QueueMax = 64;

    private readonly Channel<PrintRun> ordered = Channel.CreateBounded<PrintRun>(new BoundedChannelOptions(QueueMax) { SingleReader = true });
    private readonly SemaphoreSlim woken = new(0);
    private readonly List<PrintRun> underWay = [];
    private readonly Lock gate = new();
    private readonly HallLoop loop;
    private readonly Func<RoundNo, Print, PrintDocument> document;
    private readonly Func<Instant> clock;
    private readonly PrintTimes times;
    private readonly TimeProvider time;
    private readonly List<Action<PrintProgress>> watchers = [];
    private volatile IReadOnlyList<PrintProgress> progress = [];
    private CancellationToken stopping;

    /// <param name="document">The PDF of a printing; called on the queue's thread, may take seconds.</param>
    /// <exception cref="InvalidDataException">Printers are given, but the library to reach them is missing.</exception>
    public PrintQueue(
        IReadOnlyList<Printer> printers, HallLoop loop, Func<RoundNo, Print, PrintDocument> document, Func<Instant> clock, PrintTimes times,
        TimeProvider time)
    {
        (Printers, this.loop, this.document, this.clock, this.times, this.time) = (printers, loop, document, clock, times, time);
        if (printers.Count > 0 && !NativeLibrary.TryLoad(Cups.Library, out _))
            throw new InvalidDataException(
                $"缺少系统库 {Cups.Library}，请执行 / missing library, run: apt-get install -y --no-install-recommends {Cups.Package}");
    }

    public IReadOnlyList<Printer> Printers { get; }

    /// <summary>All printings of this meeting, by round and number; replaced as a whole with every change.</summary>
    public IReadOnlyList<PrintProgress> Progress => progress;

    /// <summary>Calls <paramref name="changed"/> with every change, on the thread that makes it; it must return at once. Before the start only.</summary>
    public void Watch(Action<PrintProgress> changed) => watchers.Add(changed);

    /// <summary>Orders printing number <paramref name="copy"/> of a round's certificate, as the person's screen names it.</summary>
    /// <param name="key">Idempotency key, or empty.</param>
    public Task<LoopReply> Order(Issuer by, RoundNo round, int copy, string printer, int copies, string key) =>
        Printers.Any(known => known.Name == printer)
            ? loop.Ask(new HallCommand.OrderPrint(round, copy, printer, copies) { Issuer = by, At = clock(), IdempotencyKey = key })
            : Task.FromResult<LoopReply>(new LoopReply.Refused(new Refusal.PrinterUnknown(printer)));

    /// <summary>Before the loop runs: shows what was printed, and takes up what was under way when the server ended.</summary>
    public void Resume(HallState state)
    {
        foreach (Round round in state.Rounds.Values)
            foreach (Print print in round.Prints)
                if (print.Ended is PrintEnding ended)
                    Show(round.No, print, PrintWords.StateOf(ended.End), default, ended.At);
                else
                    Take(round.No, print, resumed: true);
    }

    public void Durable(DurableTurn turn)
    {
        foreach (HallEvent happened in turn.Events)
            if (happened is HallEvent.PrintOrdered order)
                Take(order.Round, turn.State.Rounds[order.Round].Prints[order.Copy - 1], resumed: false);
    }

    /// <summary>Prints until cancelled; blocks its thread.</summary>
    public void Run(CancellationToken stop)
    {
        stopping = stop;
        while (true)
        {
            while (ordered.Reader.TryRead(out PrintRun? next))
                underWay.Add(next);
            foreach (IGrouping<string, PrintRun> ofPrinter in underWay.GroupBy(run => run.Print.Printer).ToList())
                Advance(ofPrinter.First());
            underWay.RemoveAll(run => run.End is not null);
            woken.Wait(UntilNext(), stop);
        }
    }

    public void Dispose() => woken.Dispose();

    private void Take(RoundNo round, Print print, bool resumed)
    {
        IppClient? client = Printers.FirstOrDefault(printer => printer.Name == print.Printer) is Printer known ? new IppClient(known, times.Answer) : null;
        PrintRun run = new(
            round, print, resumed, client, () => document(round, print),
            job => Durably(new HallCommand.ReportPrintJob(round, print.Copy, job) { Issuer = Issuer.System, At = clock() }), times, time);
        Show(round, print, PrintState.Queued, default, clock());
        if (ordered.Writer.TryWrite(run))
        {
            woken.Release();
            return;
        }
        // On the loop's thread nothing is waited for; unreported, a restart finds it.
        loop.TrySubmit(new HallCommand.ReportPrintEnd(round, print.Copy, PrintEnd.NotSent) { Issuer = Issuer.System, At = clock() });
        Show(round, print, PrintState.NotSent, ("排队过多", "too many are waiting"), clock());
    }

    private void Advance(PrintRun run)
    {
        if (run.Due > time.GetTimestamp())
            return;
        (PrintState before, string detail) = (run.State, run.Detail.Chinese);
        run.Step();
        if (run.End is PrintEnd end)
            Durably(new HallCommand.ReportPrintEnd(run.Round, run.Print.Copy, end) { Issuer = Issuer.System, At = clock() });
        if (run.State != before || run.Detail.Chinese != detail)
            Show(run.Round, run.Print, run.State, run.Detail, clock());
    }

    private bool Durably(HallCommand report)
    {
        Task<LoopReply> reply = loop.Ask(report);
        reply.Wait(stopping);
        return reply.Result is LoopReply.Accepted;
    }

    private TimeSpan UntilNext()
    {
        if (underWay.Count == 0)
            return Timeout.InfiniteTimeSpan;
        long due = underWay.GroupBy(run => run.Print.Printer).Min(ofPrinter => ofPrinter.First().Due);
        TimeSpan left = time.GetElapsedTime(time.GetTimestamp(), due);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void Show(RoundNo round, Print print, PrintState state, (string Chinese, string English) detail, Instant at)
    {
        (string chinese, string english) = PrintWords.Of(state, print.Copy + 1, detail);
        PrintProgress now = new(round, print.Copy, print.Printer, state, chinese, english, at);
        lock (gate)
            progress = [.. progress.Where(other => (other.Round, other.Copy) != (round, print.Copy)).Append(now).OrderBy(one => one.Round).ThenBy(one => one.Copy)];
        foreach (Action<PrintProgress> watcher in watchers)
            watcher(now);
    }
}
