using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>A certificate is printed once for each order; the number of the printing keeps two desks from ordering the same one.</summary>
public sealed class PrintTests
{
    [Fact]
    public void Nothing_is_printed_before_the_certificate_is_made()
    {
        Driver d = Driver.SignedIn(10);
        d.Refused<Refusal.RecordNotSigned>(Order(d, 1));
        d.Must(at => new HallCommand.RecordSigned(d.Last, Samples.Digest(4), ["k1"]) { Issuer = Issuer.System, At = at });
        d.Refused<Refusal.CertificateNotMade>(Order(d, 1));
        d.Prepare("2", RoundMode.Named);
        d.Refused<Refusal.NotFinishedYet>(Order(d, 1));
    }

    [Fact]
    public void A_second_click_orders_nothing_and_says_what_to_press()
    {
        Driver d = Certified();
        d.Must(Order(d, 1));
        Assert.Equal("第 1 次已交打印，再印请按第 2 次。", d.Refused<Refusal.PrintCopyWrong>(Order(d, 1)).Chinese);
        d.Refused<Refusal.PrintCopyWrong>(Order(d, 3));
        d.Must(Order(d, 2));
        Assert.Equal([1, 2], d.State.Rounds[d.Last].Prints.Select(print => print.Copy));
        Assert.Equal(2, d.Events.OfType<HallEvent.PrintOrdered>().Count());
    }

    [Fact]
    public void The_first_order_is_the_first_printing()
    {
        Driver d = Certified();
        Assert.Equal("此单尚未交打印，请按第 1 次。", d.Refused<Refusal.PrintCopyWrong>(Order(d, 2)).Chinese);
    }

    [Fact]
    public void Copies_and_printer_have_limits()
    {
        Driver d = Certified();
        foreach (int copies in new[] { 0, 21 })
            d.Refused<Refusal.LimitExceeded>(at => new HallCommand.OrderPrint(d.Last, 1, "秘书处", copies) { Issuer = Desk, At = at });
        d.Refused<Refusal.PrinterUnknown>(at => new HallCommand.OrderPrint(d.Last, 1, "", 1) { Issuer = Desk, At = at });
        d.Refused<Refusal.PrinterUnknown>(at => new HallCommand.OrderPrint(d.Last, 1, new string('p', 65), 1) { Issuer = Desk, At = at });
    }

    [Fact]
    public void Only_the_secretariat_orders_and_only_the_system_reports()
    {
        Driver d = Certified();
        foreach (Issuer other in new[] { d.Chair, Issuer.System, new Issuer(Role.Technician, "tech") })
            d.Refused<Refusal.RoleMayNot>(at => new HallCommand.OrderPrint(d.Last, 1, "秘书处", 1) { Issuer = other, At = at });
        d.Must(Order(d, 1));
        d.Refused<Refusal.RoleMayNot>(at => new HallCommand.ReportPrintJob(d.Last, 1, 7) { Issuer = Desk, At = at });
        d.Refused<Refusal.RoleMayNot>(at => new HallCommand.ReportPrintEnd(d.Last, 1, PrintEnd.Completed) { Issuer = Desk, At = at });
    }

    [Fact]
    public void Job_and_end_are_reported_once_and_a_repeated_report_changes_nothing()
    {
        Driver d = Certified();
        d.Refused<Refusal.PrintUnknown>(Job(d, 1, 7));
        d.Must(Order(d, 1));
        d.Refused<Refusal.PrintUnknown>(Job(d, 2, 7));
        d.Refused<Refusal.PrintUnknown>(Job(d, 1, 0));
        d.Must(Job(d, 1, 7));
        d.Must(Job(d, 1, 7));
        d.Refused<Refusal.PrintReportedAlready>(Job(d, 1, 8));
        d.Must(End(d, 1, PrintEnd.Unknown));
        d.Must(End(d, 1, PrintEnd.Unknown));
        d.Refused<Refusal.PrintReportedAlready>(End(d, 1, PrintEnd.Completed));
        Print print = Assert.Single(d.State.Rounds[d.Last].Prints);
        Assert.Equal((7, PrintEnd.Unknown), (print.JobId, print.Ended!.End));
        Assert.Single(d.Events.OfType<HallEvent.PrintJobMade>());
        Assert.Single(d.Events.OfType<HallEvent.PrintEnded>());
    }

    [Fact]
    public void No_job_is_made_for_a_printing_that_has_ended()
    {
        Driver d = Certified();
        d.Must(Order(d, 1));
        d.Must(End(d, 1, PrintEnd.NotSent));
        d.Refused<Refusal.PrintReportedAlready>(Job(d, 1, 7));
    }

    private static Issuer Desk { get; } = new(Role.Secretariat, "desk");

    private static Driver Certified()
    {
        Driver d = Driver.SignedIn(10);
        d.Must(at => new HallCommand.RecordSigned(d.Last, Samples.Digest(4), ["k1"]) { Issuer = Issuer.System, At = at });
        d.Must(at => new HallCommand.CertificateMade(d.Last, Samples.Digest(5)) { Issuer = Issuer.System, At = at });
        return d;
    }

    private static Func<Instant, HallCommand> Order(Driver d, int copy) =>
        at => new HallCommand.OrderPrint(d.Last, copy, "秘书处", 3) { Issuer = Desk, At = at };

    private static Func<Instant, HallCommand> Job(Driver d, int copy, int job) =>
        at => new HallCommand.ReportPrintJob(d.Last, copy, job) { Issuer = Issuer.System, At = at };

    private static Func<Instant, HallCommand> End(Driver d, int copy, PrintEnd end) =>
        at => new HallCommand.ReportPrintEnd(d.Last, copy, end) { Issuer = Issuer.System, At = at };
}
