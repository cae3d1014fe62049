namespace VotingHall.Link;

/// <summary>循环冗余校验: CRC-16 with polynomial 1021, initial FFFF, not reflected, no final xor. Source: protocol 2.</summary>
public static class Crc16
{
    private static readonly ushort[] Table = BuildTable();

    /// <summary>校验值 over all bytes; "123456789" gives 29B1.</summary>
    public static ushort Of(ReadOnlySpan<byte> bytes)
    {
        ushort crc = 0xFFFF;
        foreach (byte b in bytes)
        {
            crc = unchecked((ushort)((crc << 8) ^ Table[(crc >> 8) ^ b]));
        }

        return crc;
    }

    private static ushort[] BuildTable()
    {
        ushort[] table = new ushort[256];
        for (int i = 0; i < 256; i++)
        {
            ushort value = unchecked((ushort)(i << 8));
            for (int bit = 0; bit < 8; bit++)
            {
                value = unchecked((ushort)((value & 0x8000) != 0 ? (value << 1) ^ 0x1021 : value << 1));
            }

            table[i] = value;
        }

        return table;
    }
}
