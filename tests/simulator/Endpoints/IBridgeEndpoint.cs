namespace VotingHall.Simulator;

/// <summary>
/// 链路端口: where the hall server reaches a simulated bridge. One thread uses it; no call blocks. Bytes for which nobody is there, or which a
/// peer does not take within the buffer, are lost like on a pulled cable.
/// </summary>
public interface IBridgeEndpoint : IDisposable
{
    /// <summary>For people, e.g. "tcp:127.0.0.1:5081".</summary>
    string Name { get; }

    /// <summary>Bytes of the server since the last call, 0 = none.</summary>
    int Read(Span<byte> buffer);

    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>True once after another peer took the line.</summary>
    bool TakePeerChange();
}
