using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace VotingHall.Simulator;

/// <summary>出厂装定 of one keypad: its number and its roots, as the commissioning port would write them. Source: protocol 3.</summary>
/// <param name="Uid">The eight bytes as they go over the wire and stand on the label, first byte highest.</param>
public sealed record KeypadCommission(ulong Uid, byte[] Ra, byte[] Rb, byte[] Gb, byte Suite = 1)
{
    public const ushort Model = 1;
    public const uint Firmware = 0x0001_0000;

    /// <summary>16 hex digits, most significant first, as in meeting.json and the key files.</summary>
    public string UidText => Uid.ToString("X16", CultureInfo.InvariantCulture);
}

/// <summary>
/// 装定: derives the roots of a whole hall from a seed by SHA-256 and writes the two key files, one for the hall server and one for the
/// scrutineer station. Rehearsal only: real roots are random and never in one hand.
/// </summary>
public sealed class Commissioning(long seed, byte suite = 1)
{
    public const string ServerFile = "a.keys.json";
    public const string StationFile = "b.keys.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The hall's group root for the station.</summary>
    public byte[] Gb { get; } = Derive(seed, "gb", 0);

    /// <param name="number">Number of the keypad in the hall, from 0.</param>
    /// <param name="uid">Number printed on the keypad; null = derived from the seed.</param>
    public KeypadCommission Keypad(int number, ulong? uid = null) =>
        new(uid ?? DerivedUid(number), Derive(seed, "ra", number), Derive(seed, "rb", number), Gb, suite);

    /// <summary>Writes both files into the folder, which must exist.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(string folder, byte[] gb, IReadOnlyList<KeypadCommission> keypads)
    {
        object server = new { keypads = keypads.Select(keypad => new { uid = keypad.UidText, ra = Convert.ToHexString(keypad.Ra) }).ToArray() };
        object station = new
        {
            gb = Convert.ToHexString(gb),
            keypads = keypads.Select(keypad => new { uid = keypad.UidText, rb = Convert.ToHexString(keypad.Rb) }).ToArray(),
        };
        File.WriteAllText(Path.Combine(folder, ServerFile), JsonSerializer.Serialize(server, Indented));
        File.WriteAllText(Path.Combine(folder, StationFile), JsonSerializer.Serialize(station, Indented));
    }

    private ulong DerivedUid(int number) => BinaryPrimitives.ReadUInt64LittleEndian(Derive(seed, "uid", number));

    private static byte[] Derive(long seed, string label, int number) =>
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}|{label}|{number}")));
}
