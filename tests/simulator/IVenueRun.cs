namespace VotingHall.Simulator;

/// <summary>演出: what happens at the seats of a venue, told the time again and again. Holds no clock.</summary>
public interface IVenueRun
{
    /// <summary>Does what is due. All bridges stand at <paramref name="nowUs"/>.</summary>
    void Tick(long nowUs);
}
