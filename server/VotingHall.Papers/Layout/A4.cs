namespace VotingHall.Papers;

/// <summary>版面: A4 with the margins of GB/T 9704 (37 / 35 / 28 / 26 mm). All lengths in pt from the top left corner.</summary>
internal static class A4
{
    internal const double Mm = 72 / 25.4;
    internal const double PageWidth = 210 * Mm;
    internal const double PageHeight = 297 * Mm;
    internal const double Left = 28 * Mm;
    internal const double Width = 156 * Mm;
    internal const double Right = Left + Width;
    internal const double Top = 37 * Mm;
    internal const double Bottom = 262 * Mm;

    /// <summary>Lower edge of table and signatures on the page that carries the QR block.</summary>
    internal const double BottomAboveQr = 252.5 * Mm;
    internal const double QrTop = 255.5 * Mm;
    internal const double QrSide = 22 * Mm;
    internal const double PageNumberTop = 280 * Mm;
    internal const double RehearsalTop = 17 * Mm;
    internal const double RehearsalBottom = 286.5 * Mm;

    internal const double BodySize = 14;
    internal const double LabelWidth = 28 * Mm;
    internal const double CellPadding = 6;
}
