using System.Runtime.InteropServices;

namespace VotingHall.Papers;

/// <summary>Fontconfig 绑定: a private configuration with exactly our font files; the system's own is never read.</summary>
internal static partial class Fontconfig
{
    internal const int SetApplication = 1;

    [StructLayout(LayoutKind.Sequential)]
    internal struct FontSet
    {
        internal int Count, Capacity;
        internal nint Fonts;
    }

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcGetVersion")]
    internal static partial int Version();

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcConfigCreate")]
    internal static partial FontconfigHandle ConfigCreate();

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcConfigDestroy")]
    internal static partial void ConfigDestroy(nint config);

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcConfigParseAndLoadFromMemory", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ParseAndLoadFromMemory(FontconfigHandle config, string xml, int complain);

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcConfigAppFontAddFile", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int AppFontAddFile(FontconfigHandle config, string path);

    /// <summary>Owned by the configuration: not released.</summary>
    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcConfigGetFonts")]
    internal static partial nint GetFonts(FontconfigHandle config, int set);

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcPatternGetString", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int PatternGetString(nint pattern, string key, int index, out nint value);

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcPatternGetCharSet", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int PatternGetCharSet(nint pattern, string key, int index, out nint charSet);

    [LibraryImport(NativeLibraries.Fontconfig, EntryPoint = "FcCharSetHasChar")]
    internal static partial int CharSetHasChar(nint charSet, uint codePoint);
}
