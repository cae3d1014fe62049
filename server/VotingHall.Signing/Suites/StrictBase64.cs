using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Signing;

/// <summary>严格 base64: only the one text that encoding makes is read; the framework alone accepts slack bits and inner blanks. Source: record.md 11.</summary>
internal static class StrictBase64
{
    /// <summary>Standard alphabet with padding.</summary>
    public static bool TryPadded(string? text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text is null || text.Length % 4 != 0)
            return false;
        byte[] buffer = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64String(text, buffer, out int written) || Convert.ToBase64String(buffer, 0, written) != text)
            return false;
        bytes = buffer[..written];
        return true;
    }

    /// <summary>URL alphabet without padding, of exactly <paramref name="size"/> bytes when given.</summary>
    public static bool TryUrl(string? text, int? size, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text is null || !text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') || text.Length % 4 == 1)
            return false;
        byte[] buffer = new byte[(text.Length / 4 * 3) + 3];
        if (Base64Url.DecodeFromChars(text, buffer, out _, out int written) != OperationStatus.Done)
            return false;
        byte[] decoded = buffer[..written];
        if (Base64Url.EncodeToString(decoded) != text || (size is int n && decoded.Length != n))
            return false;
        bytes = decoded;
        return true;
    }
}
