namespace VotingHall.Link;

/// <summary>
/// 字节填充: consistent overhead byte stuffing; the coded bytes hold no zero, so a zero can mark the frame's ends.
/// Decoding is total. Source: protocol 2.
/// </summary>
public static class Cobs
{
    /// <summary>编码 of the bytes, without delimiters. Up to 253 bytes grow by exactly one.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> bytes)
    {
        byte[] coded = new byte[bytes.Length + (bytes.Length / 254) + 1];
        int codeAt = 0;
        int write = 1;
        byte code = 1;
        for (int i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] != 0)
            {
                coded[write++] = bytes[i];
                code++;
            }

            // A full block of 254 is closed only if bytes follow; the end of the frame closes it otherwise.
            if (bytes[i] == 0 || (code == 0xFF && i + 1 < bytes.Length))
            {
                coded[codeAt] = code;
                codeAt = write++;
                code = 1;
            }
        }

        coded[codeAt] = code;
        return write == coded.Length ? coded : coded[..write];
    }

    /// <summary>解码; false for an empty input, a zero inside, or a block that points beyond the end. Writes at most
    /// <c>bytes.Length</c> bytes; a too small <paramref name="bytes"/> also gives false.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> coded, Span<byte> bytes, out int length)
    {
        length = 0;
        int read = 0;
        if (coded.IsEmpty)
        {
            return false;
        }

        while (read < coded.Length)
        {
            int code = coded[read++];
            int run = code - 1;
            if (code == 0 || run > coded.Length - read || run > bytes.Length - length)
            {
                return false;
            }

            ReadOnlySpan<byte> block = coded.Slice(read, run);
            if (block.Contains((byte)0))
            {
                return false;
            }

            block.CopyTo(bytes[length..]);
            length += run;
            read += run;
            if (code != 0xFF && read < coded.Length)
            {
                if (length == bytes.Length)
                {
                    return false;
                }

                bytes[length++] = 0;
            }
        }

        return true;
    }
}
