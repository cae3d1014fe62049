using System.Runtime.InteropServices;

namespace VotingHall.Papers;

/// <summary>Cairo 绑定: the calls that draw pages (PDF) and keypad glyphs (8-bit picture). Needs cairo 1.16 or later.</summary>
internal static partial class Cairo
{
    internal const int MetadataTitle = 0;
    internal const int MetadataAuthor = 1;
    internal const int MetadataCreator = 4;
    internal const int MetadataCreateDate = 5;
    internal const int MetadataModDate = 6;
    internal const int FormatA8 = 2;
    internal const int AntialiasGray = 2;
    internal const int HintStyleNone = 1;

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_version")]
    internal static partial int Version();

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_pdf_surface_create", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial CairoSurface PdfSurfaceCreate(string path, double width, double height);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_pdf_surface_set_metadata", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void PdfSetMetadata(CairoSurface surface, int which, string value);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_create")]
    internal static partial CairoSurface ImageSurfaceCreate(int format, int width, int height);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_get_data")]
    internal static partial nint ImageData(CairoSurface surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_image_surface_get_stride")]
    internal static partial int ImageStride(CairoSurface surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_flush")]
    internal static partial void SurfaceFlush(CairoSurface surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_finish")]
    internal static partial void SurfaceFinish(CairoSurface surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_destroy")]
    internal static partial void SurfaceDestroy(nint surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_surface_status")]
    internal static partial int SurfaceStatus(CairoSurface surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_create")]
    internal static partial CairoContext Create(CairoSurface surface);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_destroy")]
    internal static partial void Destroy(nint context);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_status")]
    internal static partial int Status(CairoContext context);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_show_page")]
    internal static partial void ShowPage(CairoContext context);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_move_to")]
    internal static partial void MoveTo(CairoContext context, double x, double y);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_line_to")]
    internal static partial void LineTo(CairoContext context, double x, double y);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_rectangle")]
    internal static partial void Rectangle(CairoContext context, double x, double y, double width, double height);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_stroke")]
    internal static partial void Stroke(CairoContext context);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_fill")]
    internal static partial void Fill(CairoContext context);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_set_line_width")]
    internal static partial void SetLineWidth(CairoContext context, double width);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_scale")]
    internal static partial void Scale(CairoContext context, double x, double y);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_font_options_create")]
    internal static partial CairoFontOptions FontOptionsCreate();

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_font_options_destroy")]
    internal static partial void FontOptionsDestroy(nint options);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_font_options_set_antialias")]
    internal static partial void FontOptionsSetAntialias(CairoFontOptions options, int antialias);

    [LibraryImport(NativeLibraries.Cairo, EntryPoint = "cairo_font_options_set_hint_style")]
    internal static partial void FontOptionsSetHintStyle(CairoFontOptions options, int style);
}
