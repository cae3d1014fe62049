namespace VotingHall.Server.Lines;

/// <summary>线路的选择: the line for an address. In-process lines are made in pairs by whoever simulates (<see cref="InProcessByteLine.Pair"/>).</summary>
public static class ByteLines
{
    public static IByteLine For(LineAddress address, Func<LineAddress.InProcess, IByteLine> inProcess) => address switch
    {
        LineAddress.Tty tty => new TtyPort(tty),
        LineAddress.Tcp tcp => new TcpByteLine(tcp),
        LineAddress.Unix unix => new UnixByteLine(unix),
        LineAddress.InProcess simulated => inProcess(simulated),
        _ => throw new InvalidOperationException("unknown kind of line address"),
    };
}
