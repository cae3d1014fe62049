using VotingHall.Server.Lines;
using Xunit;

namespace VotingHall.Server.Tests.Lines;

/// <summary>Reads a line's inputs in order; waiting for something that does not come ends with the time limit, not with a guess.</summary>
internal sealed class LineWatch : IDisposable
{
    /// <summary>Short waits, so that reopening is quick in tests.</summary>
    public static readonly LineTimes Times = new(
        TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(200));

    private readonly IByteLine line;
    private readonly CancellationTokenSource limit;

    public LineWatch(IByteLine line)
    {
        this.line = line;
        limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
    }

    /// <summary>Every byte value twice, the awkward ones (0x00, 0x03, 0x0A, 0x0D, 0x11, 0x13, 0xFF) among them.</summary>
    public static byte[] EveryByte() => [.. Enumerable.Range(0, 512).Select(i => (byte)(i * 3 % 256))];

    public async Task<LineLinkState.Down> Down()
    {
        while (true)
            if (await line.Inputs.ReadAsync(limit.Token) is LineInput.StateChanged { State: LineLinkState.Down down })
                return down;
    }

    /// <summary>The next fault with this code; others may come before it.</summary>
    public async Task<LineFault> Fault(string code)
    {
        while (true)
            if ((await Down()).Fault is { } fault && fault.Code == code)
                return fault;
    }

    public async Task Up()
    {
        while (true)
            if (await line.Inputs.ReadAsync(limit.Token) is LineInput.StateChanged { State: LineLinkState.Up })
                return;
    }

    public async Task<byte[]> Bytes(int count)
    {
        List<byte> bytes = [];
        while (bytes.Count < count)
        {
            LineInput input = await line.Inputs.ReadAsync(limit.Token);
            bytes.AddRange(Assert.IsType<LineInput.Chunk>(input).Bytes.ToArray());
        }
        return [.. bytes];
    }

    public void Dispose() => limit.Dispose();
}
