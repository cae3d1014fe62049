using VotingHall.Server.Printing;
using VotingHall.Server.Startup;
using Xunit;

namespace VotingHall.Server.Tests.Printing;

/// <summary>Printers as the start names them; what does not fit is said.</summary>
public sealed class PrinterTests
{
    [Fact]
    public void Name_and_address_are_read()
    {
        Assert.True(Printer.TryRead(["秘书处=ipp://10.0.0.7/ipp/print", "二楼=ipp://print.hall:8631/printers/a"], out IReadOnlyList<Printer> printers, out _));
        Assert.Equal([new("秘书处", "ipp://10.0.0.7/ipp/print"), new("二楼", "ipp://print.hall:8631/printers/a")], printers);
        Assert.Equal(("10.0.0.7", 631, "/ipp/print"), (printers[0].Host, printers[0].Port, printers[0].Path));
        Assert.Equal(("print.hall", 8631, "/printers/a"), (printers[1].Host, printers[1].Port, printers[1].Path));
    }

    [Theory]
    [InlineData("ipp://10.0.0.7/ipp/print")]
    [InlineData("=ipp://10.0.0.7/ipp/print")]
    [InlineData("a=")]
    [InlineData("a=10.0.0.7")]
    [InlineData("a=http://10.0.0.7/ipp/print")]
    [InlineData("a=ipps://10.0.0.7/ipp/print")]
    [InlineData("a=ipp:///ipp/print")]
    [InlineData("a=ipp://me:secret@10.0.0.7/")]
    [InlineData("a=ipp://10.0.0.7/?x")]
    [InlineData("a=ipp://[::1/x")]
    public void What_does_not_fit_is_named(string text)
    {
        Assert.False(Printer.TryRead([text], out _, out string problem));
        Assert.Contains(text, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_given_twice_or_too_long_is_refused()
    {
        Assert.False(Printer.TryRead(["a=ipp://h/1", "a=ipp://h/2"], out _, out _));
        Assert.False(Printer.TryRead([new string('p', Printer.NameMax + 1) + "=ipp://h/1"], out _, out _));
    }

    [Fact]
    public void The_start_takes_any_number_of_them()
    {
        string[] must = ["--data", "d", "--keys", "k", "--out", "o", "--script", "s"];
        Assert.Equal([new("a", "ipp://h/1"), new("b", "ipp://h/2")],
            Options.Read([.. must, "--printer", "a=ipp://h/1", "--printer", "b=ipp://h/2"], out _)!.Printers);
        Assert.Empty(Options.Read(must, out _)!.Printers);
        Assert.Null(Options.Read([.. must, "--printer", "a=b"], out string problem));
        Assert.NotEmpty(problem);
        Assert.Null(Options.Read([.. must, "--printer"], out _));
    }
}
