using System.Text.Json;
using VotingHall.Core;
using VotingHall.Link;

namespace VotingHall.Server.Startup;

/// <summary>
/// 密钥文件: a.keys.json (uid, RA) for the hall and b.keys.json (uid, RB, GB) for the station, as commissioning wrote them. Two files because two
/// parties hold them; only profile S1 reads both in one process. Source: design.md, day-one decisions.
/// </summary>
public static class KeyFiles
{
    private const int KeypadsMax = 8_000;

    /// <summary>RA by keypad.</summary>
    /// <exception cref="InvalidDataException">Says file and what is wrong.</exception>
    public static IReadOnlyDictionary<KeypadUid, SecretKey> ReadServer(string file) => Read(file, "ra", out _);

    /// <summary>RB by keypad, and GB.</summary>
    /// <exception cref="InvalidDataException">Says file and what is wrong.</exception>
    public static (IReadOnlyDictionary<KeypadUid, SecretKey> Roots, SecretKey Group) ReadStation(string file)
    {
        IReadOnlyDictionary<KeypadUid, SecretKey> roots = Read(file, "rb", out JsonElement root);
        return (roots, Key(file, root, "gb"));
    }

    private static Dictionary<KeypadUid, SecretKey> Read(string file, string field, out JsonElement root)
    {
        try
        {
            root = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions { AllowDuplicateProperties = false }).RootElement;
        }
        catch (Exception fault) when (fault is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{file}: 无法读取 / cannot be read: {fault.Message}", fault);
        }
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("keypads", out JsonElement keypads)
            || keypads.ValueKind != JsonValueKind.Array || keypads.GetArrayLength() is 0 or > KeypadsMax)
            throw new InvalidDataException($"{file}: 缺少 keypads / no keypads");
        Dictionary<KeypadUid, SecretKey> keys = [];
        foreach (JsonElement keypad in keypads.EnumerateArray())
        {
            if (keypad.ValueKind != JsonValueKind.Object || !keypad.TryGetProperty("uid", out JsonElement uidText)
                || uidText.ValueKind != JsonValueKind.String
                || !ulong.TryParse(uidText.GetString(), System.Globalization.NumberStyles.AllowHexSpecifier, null, out ulong uid) || uid == 0)
                throw new InvalidDataException($"{file}: 表决器编号有误 / a keypad without a good uid");
            if (!keys.TryAdd(new KeypadUid(uid), Key(file, keypad, field)))
                throw new InvalidDataException($"{file}: 表决器重复 / keypad given twice: {uid:X16}");
        }
        return keys;
    }

    private static SecretKey Key(string file, JsonElement holder, string field)
    {
        string? hex = holder.TryGetProperty(field, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        return hex is { Length: 64 } && hex.All(char.IsAsciiHexDigit)
            ? new SecretKey(Convert.FromHexString(hex))
            : throw new InvalidDataException($"{file}: {field} 须为 64 位十六进制 / {field} is 64 hex digits");
    }
}
