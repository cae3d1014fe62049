using System.Buffers.Binary;
using VotingHall.Link;
using VotingHall.Simulator;

namespace VotingHall.Firmware.Tests;

/// <summary>装定页: the page of flash that the commissioning port writes. Source: firmware-bridge/apps/keypad/vh_page.h.</summary>
internal static class ConfigurationPage
{
    private const int Size = 118;
    private const ushort LatenessMs = 30;   // an emulated keypad runs when its host lets it

    public static byte[] Of(KeypadCommission commission)
    {
        byte[] page = new byte[Size];
        "VHCP"u8.CopyTo(page);
        page[4] = 1;
        page[5] = commission.Suite;
        BinaryPrimitives.WriteUInt16LittleEndian(page.AsSpan(6), KeypadCommission.Model);
        BinaryPrimitives.WriteUInt64BigEndian(page.AsSpan(8), commission.Uid);
        BinaryPrimitives.WriteUInt16LittleEndian(page.AsSpan(18), LatenessMs);
        commission.Ra.CopyTo(page, 20);
        commission.Rb.CopyTo(page, 52);
        commission.Gb.CopyTo(page, 84);
        BinaryPrimitives.WriteUInt16LittleEndian(page.AsSpan(Size - 2), Crc16.Of(page.AsSpan(0, Size - 2)));
        return page;
    }
}
