using VotingHall.Core;
using VotingHall.Link;

namespace VotingHall.Server.Stations;

/// <summary>监票程序的建立: a new station from its key file, or the one restored from its folder, with the meeting begun.</summary>
public static class StationSetup
{
    /// <summary>The station and its MEET_BEGIN codes by keypad.</summary>
    /// <exception cref="InvalidDataException">The kept key state cannot be read.</exception>
    public static (Station Station, IReadOnlyDictionary<KeypadUid, byte[]> MeetingCodes) Open(
        ISuite suite, FileStationRegister register, IReadOnlyDictionary<KeypadUid, SecretKey> roots, SecretKey group, Digest32 meeting, int participantsMin)
    {
        StationPolicy policy = new(participantsMin);
        Station? station;
        if (register.Keys is { } kept)
        {
            if (!Station.TryRestore(suite, policy, register, kept, out station))
                throw new InvalidDataException("监票程序的密钥状态已损坏 / the key state of the station is damaged");
        }
        else
        {
            station = Station.Create(suite, policy, register, group);
        }
        // Also after a restart: the one before may have ended between making the station and commissioning.
        station.CommissionAll(roots.Select(root => KeyValuePair.Create(new WireUid(root.Key.Value), root.Value)), gen: 0);
        return (station, station.BeginMeeting(meeting).ToDictionary(mac => new KeypadUid(mac.Uid.Value), mac => mac.MacB));
    }
}
