namespace VotingHall.Core;

/// <summary>打印步骤: ordering a certificate's printing, and what the printer made of it. Source: pdf.md 6.</summary>
internal static class PrintSteps
{
    private const int PrintsMax = 100;
    private const int CopiesMax = 20;
    private const int PrinterNameMax = 64;

    /// <summary>The number of the printing is the guard against a second click; the version of the screen is not asked for.</summary>
    public static Decision Order(HallState state, HallCommand.OrderPrint c)
    {
        if (ResultSteps.Finished(state, c.Round, out Round round) is Refusal refusal)
            return refusal;
        if (round.Signature is null)
            return new Refusal.RecordNotSigned();
        if (round.Certificates.Count == 0)
            return new Refusal.CertificateNotMade();
        if (c.Copy != round.Prints.Count + 1)
            return new Refusal.PrintCopyWrong(round.Prints.Count);
        if (c.Printer.Length is 0 or > PrinterNameMax)
            return new Refusal.PrinterUnknown(c.Printer);
        if (c.Copies is < 1 or > CopiesMax)
            return new Refusal.LimitExceeded("copies", CopiesMax);
        return c.Copy > PrintsMax
            ? new Refusal.LimitExceeded("printings", PrintsMax)
            : new HallEvent.PrintOrdered(c.Stamp, c.Round, c.Copy, c.Printer, c.Copies);
    }

    public static Decision ReportJob(HallState state, HallCommand.ReportPrintJob c)
    {
        if (Known(state, c.Round, c.Copy, out Print print) is Refusal refusal)
            return refusal;
        if (c.JobId < 1)
            return new Refusal.PrintUnknown();
        if (print.JobId == c.JobId)
            return Decision.Nothing;
        return print.JobId is null && print.Ended is null
            ? new HallEvent.PrintJobMade(c.Stamp, c.Round, c.Copy, c.JobId)
            : new Refusal.PrintReportedAlready();
    }

    public static Decision ReportEnd(HallState state, HallCommand.ReportPrintEnd c)
    {
        if (Known(state, c.Round, c.Copy, out Print print) is Refusal refusal)
            return refusal;
        if (!Enum.IsDefined(c.End))
            return new Refusal.PrintUnknown();
        if (print.Ended is PrintEnding ended)
            return ended.End == c.End ? Decision.Nothing : new Refusal.PrintReportedAlready();
        return new HallEvent.PrintEnded(c.Stamp, c.Round, c.Copy, c.End);
    }

    private static Refusal? Known(HallState state, RoundNo no, int copy, out Print print)
    {
        print = Nothing;
        if (Guards.Exists(state, no, out Round round) is Refusal unknown)
            return unknown;
        if (copy < 1 || copy > round.Prints.Count)
            return new Refusal.PrintUnknown();
        print = round.Prints[copy - 1];
        return null;
    }

    // Never used after a refusal: callers return at once.
    private static readonly Print Nothing = new(0, "", 0, new Step(default, Issuer.System));
}
