namespace VotingHall.Server.Lines;

/// <summary>线路地址: where a bridge is reached. Closed list. Source: lines.json (design.md, files).</summary>
public abstract record LineAddress
{
    private LineAddress() { }

    /// <summary>Serial port by its stable path (/dev/serial/by-id/...); <paramref name="Baud"/> of the link to the bridge.</summary>
    public sealed record Tty(string Path, int Baud) : LineAddress;

    public sealed record Tcp(string Host, int Port) : LineAddress;

    public sealed record Unix(string Path) : LineAddress;

    /// <summary>Simulated bridge inside the process.</summary>
    public sealed record InProcess(string Name) : LineAddress;
}
