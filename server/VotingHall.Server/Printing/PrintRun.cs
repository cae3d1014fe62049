using VotingHall.Core;

namespace VotingHall.Server.Printing;

/// <summary>
/// 一次打印的进程: takes one printing from the order to its end, one exchange with the printer a step. The job id is durable before the
/// document goes out, and a document is sent only to a job that has none: so it is printed once, whatever is lost. Source: pdf.md 6.
/// </summary>
internal sealed class PrintRun
{
    /// <summary>A printer that took a job but hung may list it late: so many looks before it is called unknown.</summary>
    private const int LooksMin = 3;

    private readonly IppClient? printer;
    private readonly Func<PrintDocument> document;
    private readonly Func<int, bool> jobMade;
    private readonly PrintPatience patience;
    private readonly string number;
    private string path = "";
    private int job;
    private int looks;
    private bool delivered;
    private Phase phase;

    /// <param name="printer">Null when the hall has no printer of this name any more.</param>
    /// <param name="resumed">Found in the journal after a restart: it may have been sent.</param>
    /// <param name="jobMade">Makes the job id durable; false when the hall refuses it.</param>
    public PrintRun(
        RoundNo round, Print print, bool resumed, IppClient? printer, Func<PrintDocument> document, Func<int, bool> jobMade, PrintTimes times,
        TimeProvider time)
    {
        (Round, Print, this.printer, this.document, this.jobMade) = (round, print, printer, document, jobMade);
        patience = new PrintPatience(times, time);
        number = PrintNumber.Of(round, print);
        job = print.JobId ?? 0;
        phase = job > 0 ? Phase.Follow : resumed ? Phase.Look : Phase.Make;
    }

    private enum Phase
    {
        Make = 1,
        Check = 2,
        Validate = 3,
        Create = 4,
        Look = 5,
        Send = 6,
        Follow = 7,
    }

    public RoundNo Round { get; }

    public Print Print { get; }

    /// <summary>Timestamp of the next step.</summary>
    public long Due => patience.Due;

    /// <summary>Set when it has ended.</summary>
    public PrintEnd? End { get; private set; }

    public PrintState State { get; private set; } = PrintState.Queued;

    /// <summary>What the printer said beside the state, in both languages, or empty.</summary>
    public (string Chinese, string English) Detail { get; private set; }

    public void Step()
    {
        // Asked in a moment again, unless what follows says otherwise.
        patience.Now();
        if (printer is null)
            Finish(phase == Phase.Make ? PrintEnd.NotSent : PrintEnd.Unknown, ("没有这台打印机", "there is no such printer"));
        else if (patience.IsOver)
            GiveUp();
        else if (phase == Phase.Make)
            Make(Phase.Check);
        else if (phase == Phase.Check)
            Check(printer.Condition());
        else if (phase == Phase.Validate)
            Validate(printer.Validate(number, Print.Copies));
        else if (phase == Phase.Create)
            Create(printer.CreateJob(number, Print.Copies));
        else if (phase == Phase.Look)
            Look(printer.FindJob(number));
        else if (phase == Phase.Send)
            Send(printer);
        else
            Follow(printer);
    }

    private void Make(Phase next)
    {
        Show(PrintState.Sending);
        switch (document())
        {
            case PrintDocument.Ready ready:
                path = ready.Path;
                phase = next;
                break;
            case PrintDocument.NotYet:
                PauseOrGiveUp();
                break;
            case PrintDocument.Failed failed:
                // A job made before a restart still waits for its document, or the document would not be made again.
                if (job > 0)
                    printer?.Cancel(job);
                Finish(PrintEnd.NotSent, (failed.Chinese, failed.English));
                break;
            default:
                throw new InvalidOperationException("unknown document");
        }
    }

    private void Check(IppReply<PrinterCondition> reply)
    {
        if (reply is IppReply<PrinterCondition>.Answered { Value: PrinterCondition condition })
        {
            patience.Heard();
            if (!condition.TakesPdf)
                Finish(PrintEnd.Refused, ("打印机不能接收 PDF", "the printer does not take PDF"));
            else if (condition.Stopped || !condition.Accepting || condition.Reasons.Any(PrintWords.IsBlocking))
                Hindered(condition);
            else
                phase = Phase.Validate;
        }
        else
        {
            No(reply);
        }
    }

    private void Validate(IppReply<bool> reply)
    {
        if (reply is IppReply<bool>.Answered)
            phase = Phase.Create;
        else
            No(reply);
    }

    private void Create(IppReply<int> reply)
    {
        switch (reply)
        {
            case IppReply<int>.Answered { Value: > 0 } made:
                Made(made.Value);
                break;
            case IppReply<int>.Answered or IppReply<int>.Silent { Connected: true }:
                phase = Phase.Look;
                Silent(connected: true);
                break;
            default:
                No(reply);
                break;
        }
    }

    private void Look(IppReply<int> reply)
    {
        switch (reply)
        {
            case IppReply<int>.Answered { Value: > 0 } found:
                Made(found.Value);
                break;
            case IppReply<int>.Answered when ++looks < LooksMin:
                patience.Pause();
                break;
            case IppReply<int>.Silent silent:
                Silent(silent.Connected);
                break;
            default:
                Finish(PrintEnd.Unknown);
                break;
        }
    }

    private void Made(int id)
    {
        patience.Heard();
        job = id;
        // Durable first: a document goes only to a job the journal knows.
        if (jobMade(id))
            phase = Phase.Follow;
        else
            Finish(PrintEnd.Unknown);
    }

    private void Send(IppClient to)
    {
        if (path.Length == 0)
        {
            Make(Phase.Send);
            return;
        }
        Show(PrintState.Sending);
        switch (to.SendDocument(job, path))
        {
            case IppReply<bool>.Answered:
                patience.Heard();
                delivered = true;
                phase = Phase.Follow;
                break;
            // It has its document already.
            case IppReply<bool>.Refused { Status: Ipp.MultipleDocumentsNotSupported or Ipp.NotPossible }:
                patience.Heard();
                phase = Phase.Follow;
                patience.Pause();
                break;
            case IppReply<bool>.Silent silent:
                // Whether it has the document, the job itself will say.
                phase = Phase.Follow;
                Silent(silent.Connected);
                break;
            case IppReply<bool>.Refused { IsForNow: true }:
                phase = Phase.Follow;
                patience.Pause();
                break;
            case IppReply<bool>.Refused refused:
                to.Cancel(job);
                Finish(refused.Status == Ipp.NotFound ? PrintEnd.Unknown : PrintEnd.Refused, Quoted(refused.Text));
                break;
            default:
                throw new InvalidOperationException("unknown reply");
        }
    }

    private void Follow(IppClient of)
    {
        switch (of.Job(job))
        {
            case IppReply<JobCondition>.Answered { Value: JobCondition condition }:
                patience.Heard();
                Followed(of, condition);
                break;
            case IppReply<JobCondition>.Silent silent:
                Silent(silent.Connected);
                break;
            // It has forgotten the job.
            default:
                Finish(PrintEnd.Unknown);
                break;
        }
    }

    private void Followed(IppClient of, JobCondition condition)
    {
        switch (condition.State)
        {
            case JobCondition.Completed:
                Finish(PrintEnd.Completed);
                break;
            case JobCondition.Cancelled:
                Finish(PrintEnd.Cancelled);
                break;
            case JobCondition.Aborted:
                Finish(PrintEnd.Aborted, PrintWords.Named(condition.Reasons));
                break;
            case var _ when condition.WaitsForDocument && !delivered:
                phase = Phase.Send;
                break;
            default:
                if (of.Condition() is IppReply<PrinterCondition>.Answered { Value: PrinterCondition printing })
                    Hindered(printing, PrintState.Printing);
                else
                    patience.Pause();
                break;
        }
    }

    /// <summary>Shows what hinders the printer, or <paramref name="otherwise"/>.</summary>
    private void Hindered(PrinterCondition condition, PrintState otherwise = PrintState.Stopped)
    {
        IReadOnlyList<string> blocking = [.. condition.Reasons.Where(PrintWords.IsBlocking)];
        PrintState state = PrintWords.IsOutOfPaper(condition.Reasons) ? PrintState.OutOfPaper
            : condition.Stopped || blocking.Count > 0 ? PrintState.Stopped : otherwise;
        Show(state, state == PrintState.Stopped ? PrintWords.Named(blocking) : default);
        if (job == 0)
            PauseOrGiveUp();
        else
            patience.Pause();
    }

    /// <summary>Anything but a yes, before a job was made: nothing was printed.</summary>
    private void No<T>(IppReply<T> reply)
    {
        phase = Phase.Check;
        switch (reply)
        {
            case IppReply<T>.Silent silent:
                Silent(silent.Connected);
                break;
            case IppReply<T>.Refused { IsForNow: true } refused:
                Show(PrintState.Stopped, Quoted(refused.Text));
                PauseOrGiveUp();
                break;
            case IppReply<T>.Refused refused:
                Finish(PrintEnd.Refused, Quoted(refused.Text));
                break;
            default:
                throw new InvalidOperationException("a good reply is no refusal");
        }
    }

    private void Silent(bool connected)
    {
        Show(connected ? PrintState.NoAnswer : PrintState.Offline);
        patience.Silence();
        PauseOrGiveUp();
    }

    private void PauseOrGiveUp()
    {
        if (NothingMade ? patience.IsOverBeforeSent : patience.IsOverAfterSent)
            GiveUp();
        else
            patience.Pause();
    }

    /// <summary>The printer was not asked for a job yet.</summary>
    private bool NothingMade => job == 0 && phase != Phase.Look;

    private void GiveUp() => Finish(NothingMade ? PrintEnd.NotSent : PrintEnd.Unknown, PrintWords.Cause(State));

    private void Show(PrintState state, (string Chinese, string English) detail = default) =>
        (State, Detail) = (state, (detail.Chinese ?? "", detail.English ?? ""));

    private void Finish(PrintEnd end, (string Chinese, string English) detail = default)
    {
        End = end;
        Show(PrintWords.StateOf(end), detail);
    }

    private static (string Chinese, string English) Quoted(string text) => (text, text);
}
