using System.Runtime.InteropServices;
using System.Text;

namespace VotingHall.Papers;

/// <summary>HarfBuzz 绑定: reading a font file and cutting a subset out of it.</summary>
internal static partial class HarfBuzz
{
    private const string Core = "libharfbuzz.so.0";
    private const string Subset = "libharfbuzz-subset.so.0";

    internal const int NoHinting = 1;
    internal const int DroppedTables = 3;
    internal const int LayoutFeatures = 6;
    internal const uint FamilyName = 1;

    internal static IReadOnlyList<NativeLibraryFile> Needed { get; } = [new(Core, "libharfbuzz0b"), new(Subset, "libharfbuzz-subset0")];

    [LibraryImport(Core, EntryPoint = "hb_blob_create_from_file_or_fail", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial HarfBuzzBlob BlobFromFile(string path);

    [LibraryImport(Core, EntryPoint = "hb_blob_destroy")]
    internal static partial void BlobDestroy(nint blob);

    [LibraryImport(Core, EntryPoint = "hb_blob_get_data")]
    private static partial nint BlobData(HarfBuzzBlob blob, out uint length);

    [LibraryImport(Core, EntryPoint = "hb_face_count")]
    internal static partial uint FaceCount(HarfBuzzBlob blob);

    [LibraryImport(Core, EntryPoint = "hb_face_create")]
    internal static partial HarfBuzzFace FaceCreate(HarfBuzzBlob blob, uint index);

    [LibraryImport(Core, EntryPoint = "hb_face_destroy")]
    internal static partial void FaceDestroy(nint face);

    [LibraryImport(Core, EntryPoint = "hb_face_reference_blob")]
    internal static partial HarfBuzzBlob FaceBlob(HarfBuzzFace face);

    [LibraryImport(Core, EntryPoint = "hb_face_collect_unicodes")]
    internal static partial void CollectUnicodes(HarfBuzzFace face, HarfBuzzSet set);

    [LibraryImport(Core, EntryPoint = "hb_language_from_string", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Language(string name, int length);

    [LibraryImport(Core, EntryPoint = "hb_ot_name_get_utf8")]
    private static unsafe partial uint NameUtf8(HarfBuzzFace face, uint nameId, nint language, ref uint size, byte* text);

    [LibraryImport(Core, EntryPoint = "hb_set_create")]
    internal static partial HarfBuzzSet SetCreate();

    [LibraryImport(Core, EntryPoint = "hb_set_destroy")]
    internal static partial void SetDestroy(nint set);

    [LibraryImport(Core, EntryPoint = "hb_set_has")]
    internal static partial int SetHas(HarfBuzzSet set, uint value);

    [LibraryImport(Core, EntryPoint = "hb_set_get_population")]
    internal static partial uint SetCount(HarfBuzzSet set);

    /// <summary>A set that belongs to a subset input.</summary>
    [LibraryImport(Core, EntryPoint = "hb_set_add")]
    internal static partial void SetAdd(nint set, uint value);

    [LibraryImport(Core, EntryPoint = "hb_set_clear")]
    internal static partial void SetClear(nint set);

    [LibraryImport(Subset, EntryPoint = "hb_subset_input_create_or_fail")]
    internal static partial HarfBuzzSubsetInput InputCreate();

    [LibraryImport(Subset, EntryPoint = "hb_subset_input_destroy")]
    internal static partial void InputDestroy(nint input);

    [LibraryImport(Subset, EntryPoint = "hb_subset_input_unicode_set")]
    internal static partial nint InputUnicodes(HarfBuzzSubsetInput input);

    [LibraryImport(Subset, EntryPoint = "hb_subset_input_set")]
    internal static partial nint InputSet(HarfBuzzSubsetInput input, int which);

    [LibraryImport(Subset, EntryPoint = "hb_subset_input_set_flags")]
    internal static partial void InputFlags(HarfBuzzSubsetInput input, uint flags);

    [LibraryImport(Subset, EntryPoint = "hb_subset_or_fail")]
    internal static partial HarfBuzzFace Cut(HarfBuzzFace face, HarfBuzzSubsetInput input);

    /// <summary>"tnum" as the number OpenType writes.</summary>
    internal static uint Tag(string four) => ((uint)four[0] << 24) | ((uint)four[1] << 16) | ((uint)four[2] << 8) | four[3];

    internal static byte[] Bytes(HarfBuzzBlob blob)
    {
        nint data = BlobData(blob, out uint length);
        byte[] bytes = new byte[length];
        if (length > 0)
            Marshal.Copy(data, bytes, 0, bytes.Length);
        return bytes;
    }

    internal static unsafe string Family(HarfBuzzFace face)
    {
        byte* text = stackalloc byte[256];
        uint size = 256;
        NameUtf8(face, FamilyName, Language("en", -1), ref size, text);
        return Encoding.UTF8.GetString(text, (int)size);
    }
}
