namespace VotingHall.Core;

/// <summary>枚举的存储名: the code name in lower camel case; numbers are never stored.</summary>
public static class EnumNames
{
    public static string Write<T>(T value)
        where T : struct, Enum
    {
        string name = Enum.GetName(value) ?? throw new InvalidOperationException("value outside its list");
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    public static bool TryRead<T>(string? text, out T value)
        where T : struct, Enum
    {
        foreach (T candidate in Enum.GetValues<T>())
        {
            value = candidate;
            if (Write(candidate) == text)
                return true;
        }
        value = default;
        return false;
    }
}
