using System.Runtime.InteropServices;

namespace VotingHall.Papers;

/// <summary>系统库: the six shared libraries of the typesetter, by full soname, each with the Debian package that brings it.</summary>
internal static class NativeLibraries
{
    internal const string Cairo = "libcairo.so.2";
    internal const string Pango = "libpango-1.0.so.0";
    internal const string PangoCairo = "libpangocairo-1.0.so.0";
    internal const string PangoFt2 = "libpangoft2-1.0.so.0";
    internal const string GObject = "libgobject-2.0.so.0";
    internal const string Fontconfig = "libfontconfig.so.1";

    internal static IReadOnlyList<NativeLibraryFile> Needed { get; } =
    [
        new(Cairo, "libcairo2"),
        new(Pango, "libpango-1.0-0"),
        new(PangoCairo, "libpangocairo-1.0-0"),
        new(PangoFt2, "libpangoft2-1.0-0"),
        new(GObject, "libglib2.0-0"),
        new(Fontconfig, "libfontconfig1"),
    ];

    /// <summary>
    /// Null when every library loads, else the refusal with the apt line. Probed before the first call, because a missing library
    /// would otherwise surface as an exception in the middle of a page.
    /// </summary>
    internal static Refusal? Missing(IReadOnlyList<NativeLibraryFile> needed)
    {
        List<NativeLibraryFile> missing = [];
        foreach (NativeLibraryFile library in needed)
            if (!NativeLibrary.TryLoad(library.Soname, out _))
                missing.Add(library);
        if (missing.Count == 0)
            return null;
        string sonames = string.Join("、", missing.Select(library => library.Soname));
        string apt = "apt-get install -y --no-install-recommends " + string.Join(' ', missing.Select(library => library.Package));
        return new Refusal("libraryMissing", $"缺少系统库 {sonames}。请执行：{apt}", $"missing libraries {sonames.Replace("、", ", ", StringComparison.Ordinal)}; run: {apt}");
    }
}

/// <summary>系统库与软件包: one soname and the package that installs it.</summary>
internal sealed record NativeLibraryFile(string Soname, string Package);
