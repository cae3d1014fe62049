using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace VotingHall.Signing;

/// <summary>Base45 (RFC 9285): bytes as the alphanumeric characters of a QR symbol, read strictly.</summary>
public static class Base45
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    public static string Write(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new();
        for (int i = 0; i < bytes.Length; i += 2)
        {
            bool pair = i + 1 < bytes.Length;
            int value = pair ? (bytes[i] << 8) | bytes[i + 1] : bytes[i];
            text.Append(Alphabet[value % 45]).Append(Alphabet[value / 45 % 45]);
            if (pair)
                text.Append(Alphabet[value / (45 * 45)]);
        }
        return text.ToString();
    }

    /// <summary>Reads a text; false for any other than the one <see cref="Write"/> makes.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text.Length % 3 == 1)
            return false;
        List<byte> read = [];
        for (int i = 0; i < text.Length; i += 3)
        {
            int count = Math.Min(3, text.Length - i), value = 0, weight = 1;
            for (int k = 0; k < count; k++)
            {
                int digit = Alphabet.IndexOf(text[i + k], StringComparison.Ordinal);
                if (digit < 0)
                    return false;
                value += digit * weight;
                weight *= 45;
            }
            if (value > (count == 3 ? 0xFFFF : 0xFF))
                return false;
            if (count == 3)
                read.Add((byte)(value >> 8));
            read.Add((byte)(value & 0xFF));
        }
        bytes = [.. read];
        return true;
    }
}
