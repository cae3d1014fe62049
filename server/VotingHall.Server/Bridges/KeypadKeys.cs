using VotingHall.Core;
using VotingHall.Link;

namespace VotingHall.Server.Bridges;

/// <summary>
/// 表决器密钥册（服务器一侧）: root RA and boot on file of every commissioned keypad, and the MEET_BEGIN codes of the station.
/// It holds no RB and no GB: with this alone no masked ballot can be opened. Source: protocol 3, 8.5.
/// </summary>
public sealed class KeypadKeys
{
    private readonly Dictionary<KeypadUid, SecretKey> roots;
    private readonly Dictionary<KeypadUid, uint> boots;

    public KeypadKeys(IReadOnlyDictionary<KeypadUid, SecretKey> roots, IReadOnlyDictionary<KeypadUid, uint> bootsOnFile,
        IReadOnlyDictionary<KeypadUid, byte[]> stationMeetingCodes)
    {
        this.roots = new(roots);
        boots = new(bootsOnFile);
        StationMeetingCodes = stationMeetingCodes;
    }

    /// <summary>macB of MEET_BEGIN by keypad, made by the station. Source: protocol 8.5.</summary>
    public IReadOnlyDictionary<KeypadUid, byte[]> StationMeetingCodes { get; }

    public int Count => roots.Count;

    public SecretKey? RootOf(KeypadUid keypad) => roots.GetValueOrDefault(keypad);

    /// <summary>Highest restart counter seen; 0 = never.</summary>
    public uint BootOf(KeypadUid keypad) => boots.GetValueOrDefault(keypad);

    public void RaiseBoot(KeypadUid keypad, uint boot) => boots[keypad] = Math.Max(BootOf(keypad), boot);
}
