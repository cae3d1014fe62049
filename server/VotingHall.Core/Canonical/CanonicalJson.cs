using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace VotingHall.Core;

/// <summary>
/// 规范 JSON 读写: one byte string for each value. What <see cref="TryRead"/> accepts is exactly what <see cref="Write"/> makes:
/// the reader encodes again and compares. Source: record.md 1, 3.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Largest input read, bytes: a record with 3,000 names is below 1 MiB.</summary>
    public const int SizeMax = 16 * 1024 * 1024;

    private const int DepthMax = 32;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Write(Json value)
    {
        StringBuilder text = new();
        Append(text, value);
        return Utf8.GetBytes(text.ToString());
    }

    /// <summary>Reads canonical bytes; false for anything else, never an exception.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out Json value)
    {
        value = false;
        if (bytes.Length is 0 or > SizeMax || !System.Text.Unicode.Utf8.IsValid(bytes))
            return false;
        string text = Utf8.GetString(bytes);
        int at = 0;
        if (!Parse(text, ref at, 0, out Json? parsed) || at != text.Length)
            return false;
        value = parsed;
        return bytes.SequenceEqual(Write(parsed));
    }

    private static void Append(StringBuilder text, Json value)
    {
        switch (value)
        {
            case Json.Text t:
                AppendString(text, t.Value);
                break;
            case Json.Number n:
                if (n.Value is <= -(1L << 53) or >= 1L << 53)
                    throw new ArgumentException("integer outside ±2^53");
                text.Append(n.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case Json.Flag f:
                text.Append(f.Value ? "true" : "false");
                break;
            case Json.List l:
                text.Append('[');
                for (int i = 0; i < l.Items.Count; i++)
                {
                    if (i > 0)
                        text.Append(',');
                    Append(text, l.Items[i]);
                }
                text.Append(']');
                break;
            case Json.Object o:
                AppendObject(text, o);
                break;
            default:
                throw new InvalidOperationException("unknown JSON shape");
        }
    }

    private static void AppendObject(StringBuilder text, Json.Object value)
    {
        text.Append('{');
        for (int i = 0; i < value.Fields.Count; i++)
        {
            (string key, Json field) = value.Fields[i];
            if (i > 0 && string.CompareOrdinal(value.Fields[i - 1].Key, key) >= 0)
                throw new ArgumentException("keys not sorted or duplicate: " + key);
            if (i > 0)
                text.Append(',');
            AppendString(text, key);
            text.Append(':');
            Append(text, field);
        }
        text.Append('}');
    }

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                default:
                    if (c < ' ')
                        text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    else
                        text.Append(c);
                    break;
            }
        }
        text.Append('"');
    }

    private static bool Parse(string text, ref int at, int depth, [NotNullWhen(true)] out Json? value)
    {
        value = null;
        if (depth > DepthMax || at >= text.Length)
            return false;
        switch (text[at])
        {
            case '{': return ParseObject(text, ref at, depth, out value);
            case '[': return ParseList(text, ref at, depth, out value);
            case '"':
                if (!ParseString(text, ref at, out string? s))
                    return false;
                value = s;
                return true;
            case 't' when Take(text, ref at, "true"): value = true; return true;
            case 'f' when Take(text, ref at, "false"): value = false; return true;
            default: return ParseNumber(text, ref at, out value);
        }
    }

    private static bool ParseObject(string text, ref int at, int depth, out Json? value)
    {
        value = null;
        at++;
        List<KeyValuePair<string, Json>> fields = [];
        if (Take(text, ref at, "}"))
        {
            value = new Json.Object(fields);
            return true;
        }
        while (true)
        {
            if (!ParseString(text, ref at, out string? key) || !Take(text, ref at, ":") || !Parse(text, ref at, depth + 1, out Json? field))
                return false;
            if (fields.Count > 0 && string.CompareOrdinal(fields[^1].Key, key) >= 0)
                return false;
            fields.Add(new(key, field));
            if (Take(text, ref at, "}"))
                break;
            if (!Take(text, ref at, ","))
                return false;
        }
        value = new Json.Object(fields);
        return true;
    }

    private static bool ParseList(string text, ref int at, int depth, out Json? value)
    {
        value = null;
        at++;
        List<Json> items = [];
        if (Take(text, ref at, "]"))
        {
            value = new Json.List(items);
            return true;
        }
        while (true)
        {
            if (!Parse(text, ref at, depth + 1, out Json? item))
                return false;
            items.Add(item);
            if (Take(text, ref at, "]"))
                break;
            if (!Take(text, ref at, ","))
                return false;
        }
        value = new Json.List(items);
        return true;
    }

    private static bool ParseString(string text, ref int at, [NotNullWhen(true)] out string? value)
    {
        value = null;
        if (!Take(text, ref at, "\""))
            return false;
        StringBuilder result = new();
        while (at < text.Length)
        {
            char c = text[at++];
            if (c == '"')
            {
                value = result.ToString();
                return true;
            }
            if (c < ' ')
                return false;
            if (c != '\\')
            {
                result.Append(c);
                continue;
            }
            if (at >= text.Length)
                return false;
            int plain = "\"\\bfnrt".IndexOf(text[at], StringComparison.Ordinal);
            if (plain >= 0)
            {
                result.Append("\"\\\b\f\n\r\t"[plain]);
                at++;
            }
            else if (text[at] == 'u' && at + 5 <= text.Length
                && ushort.TryParse(text.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code)
                && code < ' ')
            {
                result.Append((char)code);
                at += 5;
            }
            else
            {
                return false;
            }
        }
        return false;
    }

    private static bool ParseNumber(string text, ref int at, out Json? value)
    {
        value = null;
        int start = at;
        if (at < text.Length && text[at] == '-')
            at++;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        if (!long.TryParse(text.AsSpan(start, at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            || number is <= -(1L << 53) or >= 1L << 53)
            return false;
        value = number;
        return true;
    }

    private static bool Take(string text, ref int at, string expected)
    {
        if (!text.AsSpan(at).StartsWith(expected, StringComparison.Ordinal))
            return false;
        at += expected.Length;
        return true;
    }
}
