using System.Runtime.InteropServices;

namespace VotingHall.Papers;

/// <summary>
/// Pango 绑定: shaping and line breaking. Lengths are in units of 1/<see cref="Scale"/> pt at 72 dpi. Sizes and families are set by call,
/// never by a formatted string: a German locale once turned "10.5px" into "10,5px" and silently took another font.
/// </summary>
internal static partial class Pango
{
    internal const int Scale = 1024;
    internal const int WrapWordChar = 2;
    internal const int FontTypeFreeType = 1;

    [StructLayout(LayoutKind.Sequential)]
    internal struct Box
    {
        internal int X, Y, Width, Height;
    }

    /// <summary>Head of PangoAttribute: class pointer, then the byte range it holds for.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Attribute
    {
        internal nint Class;
        internal uint Start, End;
    }

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_version")]
    internal static partial int Version();

    [LibraryImport(NativeLibraries.PangoCairo, EntryPoint = "pango_cairo_font_map_new_for_font_type")]
    internal static partial PangoObject FontMapNew(int fontType);

    [LibraryImport(NativeLibraries.PangoFt2, EntryPoint = "pango_fc_font_map_set_config")]
    internal static partial void FontMapSetConfig(PangoObject fontMap, FontconfigHandle config);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_font_map_create_context")]
    internal static partial PangoObject CreateContext(PangoObject fontMap);

    [LibraryImport(NativeLibraries.PangoCairo, EntryPoint = "pango_cairo_context_set_resolution")]
    internal static partial void SetResolution(PangoObject context, double dotsPerInch);

    [LibraryImport(NativeLibraries.PangoCairo, EntryPoint = "pango_cairo_context_set_font_options")]
    internal static partial void SetFontOptions(PangoObject context, CairoFontOptions options);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_language_from_string", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint LanguageFromString(string language);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_context_set_language")]
    internal static partial void SetLanguage(PangoObject context, nint language);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_context_set_round_glyph_positions")]
    internal static partial void SetRoundGlyphPositions(PangoObject context, int round);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_layout_new")]
    internal static partial PangoObject LayoutNew(PangoObject context);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_layout_set_text")]
    internal static partial void LayoutSetText(PangoObject layout, ReadOnlySpan<byte> utf8, int length);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_layout_set_font_description")]
    internal static partial void LayoutSetFont(PangoObject layout, PangoFont font);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_layout_set_attributes")]
    internal static partial void LayoutSetAttributes(PangoObject layout, PangoAttributes attributes);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_layout_set_width")]
    internal static partial void LayoutSetWidth(PangoObject layout, int width);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_layout_set_wrap")]
    internal static partial void LayoutSetWrap(PangoObject layout, int wrap);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_layout_get_unknown_glyphs_count")]
    internal static partial int UnknownGlyphs(PangoObject layout);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_layout_get_line_count")]
    internal static partial int LineCount(PangoObject layout);

    /// <summary>Owned by the layout: not released.</summary>
    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_layout_get_line_readonly")]
    internal static partial nint Line(PangoObject layout, int index);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_layout_line_get_extents")]
    internal static partial void LineExtents(nint line, out Box ink, out Box logical);

    [LibraryImport(NativeLibraries.PangoCairo, EntryPoint = "pango_cairo_show_layout_line")]
    internal static partial void ShowLine(CairoContext context, nint line);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_font_description_new")]
    internal static partial PangoFont FontDescriptionNew();

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_font_description_free")]
    internal static partial void FontDescriptionFree(nint font);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_font_description_set_family", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial void FontSetFamily(PangoFont font, string family);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_font_description_set_absolute_size")]
    internal static partial void FontSetAbsoluteSize(PangoFont font, double size);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_font_description_set_weight")]
    internal static partial void FontSetWeight(PangoFont font, int weight);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_attr_list_new")]
    internal static partial PangoAttributes AttrListNew();

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_attr_list_unref")]
    internal static partial void AttrListUnref(nint list);

    /// <summary>The list takes the attribute over.</summary>
    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_attr_list_insert")]
    internal static partial void AttrListInsert(PangoAttributes list, nint attribute);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_attr_family_new", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint AttrFamilyNew(string family);

    [LibraryImport(NativeLibraries.Pango, EntryPoint = "pango_attr_fallback_new")]
    internal static partial nint AttrFallbackNew(int enable);

    [LibraryImport(NativeLibraries.GObject, EntryPoint = "g_object_unref")]
    internal static partial void ObjectUnref(nint instance);
}
