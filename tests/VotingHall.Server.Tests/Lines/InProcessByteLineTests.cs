using VotingHall.Server.Lines;
using Xunit;

namespace VotingHall.Server.Tests.Lines;

public sealed class InProcessByteLineTests
{
    [Fact]
    public async Task Bytes_pass_and_a_cut_is_told_to_both_ends_in_order()
    {
        (InProcessByteLine server, InProcessByteLine bridge) = InProcessByteLine.Pair("hall");
        using LineWatch atServer = new(server);
        using LineWatch atBridge = new(bridge);
        Assert.False(server.TryWrite([1]));
        server.Start();
        bridge.Start();
        await atServer.Up();
        await atBridge.Up();
        Assert.True(server.TryWrite([1, 0, 2]));
        Assert.Equal([1, 0, 2], await atBridge.Bytes(3));
        Assert.True(bridge.TryWrite([3]));
        server.Cut();
        Assert.Equal([3], await atServer.Bytes(1));
        Assert.Equal("hungUp", (await atServer.Down()).Fault.Code);
        Assert.Equal("hungUp", (await atBridge.Down()).Fault.Code);
        Assert.False(server.TryWrite([4]));
        server.Restore();
        await atServer.Up();
        await atBridge.Up();
        await server.DisposeAsync();
        Assert.Equal("peerClosed", (await atBridge.Down()).Fault.Code);
        Assert.False(bridge.TryWrite([5]));
    }

    [Fact]
    public void What_is_written_is_a_copy()
    {
        (InProcessByteLine server, InProcessByteLine bridge) = InProcessByteLine.Pair("hall");
        server.Start();
        byte[] frame = [1, 2];
        Assert.True(server.TryWrite(frame));
        frame[0] = 9;
        Assert.True(bridge.Inputs.TryRead(out LineInput? input));
        Assert.Equal([1, 2], Assert.IsType<LineInput.Chunk>(input).Bytes.ToArray());
    }
}
