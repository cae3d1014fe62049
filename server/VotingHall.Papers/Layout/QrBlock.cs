using System.Collections;
using QRCoder;

namespace VotingHall.Papers;

/// <summary>二维码: modules as rectangles (no picture), level M, at most version 12 so that 22 mm stay readable after a fax. Source: record.md 7.</summary>
internal static class QrBlock
{
    private const int VersionMax = 12;
    private const int QuietZone = 4;

    /// <summary>Rows of modules without the quiet zone; null when the text does not fit.</summary>
    internal static bool[][]? Modules(string text)
    {
        try
        {
            using QRCodeGenerator generator = new();
            using QRCodeData code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
            List<BitArray> matrix = code.ModuleMatrix;
            int side = matrix.Count - (2 * QuietZone);
            if ((side - 17) / 4 > VersionMax)
                return null;
            return [.. Enumerable.Range(0, side).Select(y => Enumerable.Range(0, side).Select(x => matrix[y + QuietZone][x + QuietZone]).ToArray())];
        }
        catch (QRCoder.Exceptions.DataTooLongException)
        {
            return null;
        }
    }

    internal static void Draw(Page page, bool[][] modules, double x, double y, double side)
    {
        double module = side / modules.Length;
        for (int row = 0; row < modules.Length; row++)
        {
            for (int start = 0; start < modules.Length; start++)
            {
                if (!modules[row][start])
                    continue;
                int end = start;
                while (end < modules.Length && modules[row][end])
                    end++;
                Cairo.Rectangle(page.Context, x + (start * module), y + (row * module), (end - start) * module, module);
                start = end;
            }
        }
        Cairo.Fill(page.Context);
    }
}
