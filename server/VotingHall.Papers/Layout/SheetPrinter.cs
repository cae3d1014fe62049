namespace VotingHall.Papers;

/// <summary>成页: draws a sheet into a PDF file. The caller has checked that every character has a glyph.</summary>
internal sealed class SheetPrinter(CertificateSheet sheet, FontShelf shelf, DateTimeOffset printedAt)
{
    private const double TitleSize = 22;
    private const double HeadingSize = 16;
    private const double HeadingPitch = 26;
    private const double SignatureLine = 21;
    private const double SignatureGap = 8;
    private const double SmallPitch = 14;
    private const double SmallSize = 9;
    private const double ContinuationHeight = 24;

    /// <summary>Writes the PDF to <paramref name="path"/>; the number of pages, or why it was refused.</summary>
    internal (int Pages, Refusal? Refusal) Print(string path)
    {
        bool[][]? qr = sheet.Qr.Length == 0 ? [] : QrBlock.Modules(sheet.Qr);
        if (qr is null)
            return (0, new Refusal("qrTooLong", "二维码内容过长，22 毫米印不下。", "the QR text does not fit into 22 mm"));
        using Typesetter typesetter = new(shelf);
        using SetText heading = typesetter.Set(sheet.Heading, Face.SongBold, HeadingSize, A4.Width);
        using NamePages? annex = sheet.Annex is null ? null : new NamePages(sheet.Annex, typesetter);
        using SheetRows normal = Arrange(typesetter, heading, Density.Normal);
        using SheetRows close = Arrange(typesetter, heading, Density.Close);
        SheetRows rows = normal.Parts is null || close.Parts?.Count < normal.Parts.Count ? close : normal;
        if (rows.Parts is null)
            return (0, new Refusal("textTooLong", "有一行文字一页排不下。", "one row is taller than a page"));
        int pages = rows.Parts.Count + (annex?.Count ?? 0);
        Draw(path, typesetter, new Drawing(rows, rows.Parts, heading, qr, annex, pages));
        return (pages, null);
    }

    private sealed record Drawing(SheetRows Rows, IReadOnlyList<PagePart> Parts, SetText Heading, bool[][] Qr, NamePages? Annex, int Pages);

    private SheetRows Arrange(Typesetter typesetter, SetText heading, Density density)
    {
        List<SetRow> rows = [.. sheet.Rows.Select(row => SetRow.Of(row, typesetter, density))];
        double tableTop = A4.Top + (heading.LineCount * HeadingPitch) + density.Heading;
        double signatures = SignatureGap + (sheet.Signatures.Count * density.Signature);
        IReadOnlyList<PagePart>? parts = SheetPages.Split([.. rows.Select(row => row.Height)], Heads(), tableTop, A4.Top + ContinuationHeight, signatures);
        return new SheetRows(rows, parts, density, tableTop);
    }

    private int[] Heads()
    {
        int[] heads = new int[sheet.Rows.Count];
        int head = -1;
        for (int i = 0; i < heads.Length; i++)
        {
            head = sheet.Rows[i] switch { TableRow.Head => i, TableRow.Cells => head, _ => -1 };
            heads[i] = head;
        }
        return heads;
    }

    private void Draw(string path, Typesetter typesetter, Drawing drawing)
    {
        using CairoSurface surface = Cairo.PdfSurfaceCreate(path, A4.PageWidth, A4.PageHeight);
        Cairo.PdfSetMetadata(surface, Cairo.MetadataTitle, sheet.FormName);
        Cairo.PdfSetMetadata(surface, Cairo.MetadataAuthor, sheet.Heading);
        Cairo.PdfSetMetadata(surface, Cairo.MetadataCreator, "VotingHall");
        string date = printedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        Cairo.PdfSetMetadata(surface, Cairo.MetadataCreateDate, date);
        Cairo.PdfSetMetadata(surface, Cairo.MetadataModDate, date);
        using (CairoContext context = Cairo.Create(surface))
        {
            Page page = new(context);
            for (int number = 1; number <= drawing.Pages; number++)
            {
                if (number <= drawing.Parts.Count)
                    DrawCertificatePage(page, typesetter, drawing, number);
                else
                    drawing.Annex?.Draw(page, typesetter, number - drawing.Parts.Count);
                DrawMargins(page, typesetter, number, drawing.Pages);
                Cairo.ShowPage(context);
                Check(Cairo.Status(context));
            }
        }
        Cairo.SurfaceFinish(surface);
        Check(Cairo.SurfaceStatus(surface));
    }

    private void DrawCertificatePage(Page page, Typesetter typesetter, Drawing drawing, int number)
    {
        double y = number == 1 ? drawing.Rows.TableTop : A4.Top + ContinuationHeight;
        if (number == 1)
            DrawHeading(page, typesetter, drawing);
        else
            page.Line(typesetter, sheet.FormName + "（续）", Face.Hei, 12, A4.Left, A4.Width, A4.Top, SignatureLine, Align.Left);
        double top = y;
        foreach (int index in drawing.Parts[number - 1].Rows)
        {
            if (y > top)
                page.Rule(A4.Left, y, A4.Right, y);
            drawing.Rows.Rows[index].Draw(page, typesetter, y);
            y += drawing.Rows.Rows[index].Height;
        }
        page.Frame(A4.Left, top, A4.Width, y - top);
        if (number != drawing.Parts.Count)
            return;
        DrawSignatures(page, typesetter, y + SignatureGap, drawing.Rows.Density.Signature);
        DrawFoot(page, typesetter, drawing.Qr);
    }

    private void DrawHeading(Page page, Typesetter typesetter, Drawing drawing)
    {
        page.Text(drawing.Heading, A4.Left, A4.Width, A4.Top, HeadingPitch, Align.Centre);
        double y = A4.Top + (drawing.Heading.LineCount * HeadingPitch) + 4;
        double width = (sheet.FormName.Length * TitleSize) + ((sheet.FormName.Length - 1) * 4);
        page.Spread(typesetter, sheet.FormName, Face.SongBold, TitleSize, A4.Left + ((A4.Width - width) / 2), width, y, 36);
        double above = drawing.Rows.TableTop - SignatureLine - 4;
        page.Line(typesetter, sheet.Left, Face.FangSong, A4.BodySize, A4.Left, A4.Width, above, SignatureLine, Align.Left);
        page.Line(typesetter, sheet.Right, Face.FangSong, A4.BodySize, A4.Left, A4.Width, above, SignatureLine, Align.Right);
    }

    private void DrawSignatures(Page page, Typesetter typesetter, double top, double pitch)
    {
        const double Middle = A4.Left + (A4.Width * 0.52);
        foreach (SignatureRow row in sheet.Signatures)
        {
            double rule = top + pitch - 3;
            double textTop = rule - SignatureLine;
            double end = row.Dated ? A4.Right - 110 : row.Right is null ? A4.Right : Middle - 16;
            SignHere(page, typesetter, row.Left, A4.Left, end, textTop, rule);
            if (row.Right is not null)
                SignHere(page, typesetter, row.Right, Middle, A4.Right, textTop, rule);
            if (row.Dated)
                page.Spread(typesetter, "年月日", Face.FangSong, A4.BodySize, A4.Right - 98, 98, textTop, SignatureLine);
            top += pitch;
        }
    }

    private static void SignHere(Page page, Typesetter typesetter, string label, double x, double end, double textTop, double rule)
    {
        double width = Math.Max(4, label.Length) * A4.BodySize;
        page.Spread(typesetter, label, Face.FangSong, A4.BodySize, x, width, textTop, SignatureLine);
        page.Rule(x + width + 5, rule, end, rule);
    }

    private void DrawFoot(Page page, Typesetter typesetter, bool[][] qr)
    {
        double x = A4.Left;
        if (qr.Length > 0)
        {
            QrBlock.Draw(page, qr, A4.Left, A4.QrTop, A4.QrSide);
            x += A4.QrSide + (4.5 * A4.Mm);
        }
        List<SetText> lines = [.. sheet.Foot.Select(line => typesetter.Set(line, Face.FangSong, SmallSize, A4.Right - x))];
        double y = A4.QrTop + Math.Max(0, (A4.QrSide - (lines.Sum(line => line.LineCount) * SmallPitch)) / 2);
        foreach (SetText line in lines)
        {
            page.Text(line, x, 0, y, SmallPitch, Align.Left);
            y += line.LineCount * SmallPitch;
            line.Dispose();
        }
    }

    private void DrawMargins(Page page, Typesetter typesetter, int number, int pages)
    {
        page.Line(typesetter, $"第 {number} 页　共 {pages} 页", Face.Song, 10.5, A4.Left, A4.Width, A4.PageNumberTop, SmallPitch, Align.Centre);
        if (pages > 1)
            page.Line(typesetter, sheet.Digest, Face.FangSong, SmallSize, A4.Left, A4.Width, A4.PageNumberTop, SmallPitch, Align.Right);
        if (!sheet.Rehearsal)
            return;
        RehearsalMark(page, typesetter, A4.RehearsalTop, 36, 20);
        RehearsalMark(page, typesetter, A4.RehearsalBottom, 20, 12);
    }

    private static void RehearsalMark(Page page, Typesetter typesetter, double top, double height, double size)
    {
        double width = size * 13;
        double x = A4.Left + ((A4.Width - width) / 2);
        page.Frame(x, top, width, height, Page.Thick);
        page.Frame(x + 2.5, top + 2.5, width - 5, height - 5, Page.Thin);
        page.Line(typesetter, CertificateSheet.RehearsalWords, Face.SongBold, size, x, width, top, height, Align.Centre);
    }

    /// <summary>A status of the drawing library other than 0 is a bug of the page, not of the record.</summary>
    private static void Check(int status)
    {
        if (status != 0)
            throw new InvalidOperationException("cairo status " + status.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
