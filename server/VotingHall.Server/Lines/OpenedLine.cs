namespace VotingHall.Server.Lines;

/// <summary>已打开的线路: one opening of a line, from success to loss. The next opening is a new object.</summary>
internal abstract class OpenedLine : IDisposable
{
    /// <summary>Delivers chunks until the line is lost or abandoned; answers why.</summary>
    public abstract Task<LineFault> ReceiveAsync(Func<byte[], ValueTask> deliver, CancellationToken stop);

    /// <summary>Writes all bytes within the time, or answers false.</summary>
    public abstract bool TryWrite(ReadOnlySpan<byte> bytes, TimeSpan timeout);

    /// <summary>Makes <see cref="ReceiveAsync"/> come back.</summary>
    public abstract void Abandon();

    public abstract void Dispose();
}

/// <summary>打开结果. Closed list.</summary>
internal abstract record Opening
{
    private Opening() { }

    public sealed record Opened(OpenedLine Line) : Opening;

    public sealed record Failed(LineFault Fault) : Opening;
}
