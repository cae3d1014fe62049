namespace VotingHall.Simulator;

/// <summary>
/// 实时会场: keeps the virtual time of a venue at the wall clock and carries the bytes between its bridges and their endpoints. One thread.
/// </summary>
public sealed class PacedVenue(Venue venue, IReadOnlyList<IBridgeEndpoint> endpoints, IVenueRun? run, TimeProvider clock)
{
    private const int PauseMs = 1;

    private readonly byte[] buffer = new byte[16 * 1024];
    private readonly long started = clock.GetTimestamp();

    /// <summary>A venue may have run before.</summary>
    private readonly long startedUs = venue.Bridges.Count > 0 ? venue.Bridges[0].NowUs : 0;

    /// <summary>Runs until cancelled.</summary>
    public void Run(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            Advance();
            cancellation.WaitHandle.WaitOne(PauseMs);
        }
    }

    /// <summary>Brings every bridge to the present moment.</summary>
    public void Advance()
    {
        long now = startedUs + (clock.GetElapsedTime(started).Ticks / TimeSpan.TicksPerMicrosecond);
        for (int i = 0; i < endpoints.Count; i++)
            Carry(venue.Bridges[i], endpoints[i], now);
        run?.Tick(now);
    }

    private void Carry(SimulatedHall hall, IBridgeEndpoint endpoint, long now)
    {
        for (int n = endpoint.Read(buffer); n > 0; n = endpoint.Read(buffer))
        {
            if (endpoint.TakePeerChange())
                hall.ResetLink();
            hall.WriteLink(buffer.AsSpan(0, n));
        }
        do
        {
            for (int n = hall.ReadLink(buffer); n > 0; n = hall.ReadLink(buffer))
                endpoint.Write(buffer.AsSpan(0, n));
        }
        while (hall.RunUntil(now, true) < now || hall.LinkWaiting > 0);
    }
}
