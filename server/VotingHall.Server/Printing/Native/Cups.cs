using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace VotingHall.Server.Printing;

/// <summary>libcups 绑定: the encoder of IPP and its transport; no CUPS server is needed. Source: pdf.md 6.</summary>
internal static unsafe partial class Cups
{
    internal const string Library = "libcups.so.2";
    internal const string Package = "libcups2";

    internal const int AnyAddressFamily = 0;
    internal const int EncryptionIfRequested = 0;

    [LibraryImport(Library, EntryPoint = "httpConnect2", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial CupsConnection Connect(string host, int port, nint addresses, int family, int encryption, int blocking, int timeoutMs, nint cancel);

    [LibraryImport(Library, EntryPoint = "httpClose")]
    internal static partial void Close(nint connection);

    /// <summary>Without a callback the wait ends with the first time-out.</summary>
    [LibraryImport(Library, EntryPoint = "httpSetTimeout")]
    internal static partial void SetTimeout(CupsConnection connection, double seconds, nint callback, nint data);

    /// <summary>Of this thread: libcups keeps it per thread.</summary>
    [LibraryImport(Library, EntryPoint = "cupsSetPasswordCB2")]
    private static partial void SetPasswordCallback(delegate* unmanaged[Cdecl]<nint, nint, nint, nint, nint, nint> callback, nint data);

    [LibraryImport(Library, EntryPoint = "cupsLastErrorString")]
    private static partial nint LastErrorString();

    [LibraryImport(Library, EntryPoint = "cupsLastError")]
    internal static partial int LastStatus();

    [LibraryImport(Library, EntryPoint = "ippNewRequest")]
    internal static partial IppMessage NewRequest(int operation);

    [LibraryImport(Library, EntryPoint = "ippDelete")]
    internal static partial void Delete(nint message);

    [LibraryImport(Library, EntryPoint = "ippAddString", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint AddString(IppMessage message, int group, int tag, string name, string? language, string value);

    [LibraryImport(Library, EntryPoint = "ippAddInteger", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint AddInteger(IppMessage message, int group, int tag, string name, int value);

    [LibraryImport(Library, EntryPoint = "ippAddBoolean", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint AddBoolean(IppMessage message, int group, string name, sbyte value);

    /// <summary>Frees the request, answered or not.</summary>
    [LibraryImport(Library, EntryPoint = "cupsDoRequest", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial IppMessage DoRequest(CupsConnection connection, nint request, string resource);

    /// <summary>Frees the request, answered or not.</summary>
    [LibraryImport(Library, EntryPoint = "cupsDoFileRequest", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial IppMessage DoFileRequest(CupsConnection connection, nint request, string resource, string file);

    [LibraryImport(Library, EntryPoint = "ippGetStatusCode")]
    internal static partial int StatusCode(IppMessage message);

    [LibraryImport(Library, EntryPoint = "ippFindAttribute", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint FindAttribute(IppMessage message, string name, int tag);

    [LibraryImport(Library, EntryPoint = "ippFirstAttribute")]
    internal static partial nint FirstAttribute(IppMessage message);

    [LibraryImport(Library, EntryPoint = "ippNextAttribute")]
    internal static partial nint NextAttribute(IppMessage message);

    [LibraryImport(Library, EntryPoint = "ippGetName")]
    private static partial nint NameOf(nint attribute);

    [LibraryImport(Library, EntryPoint = "ippGetCount")]
    internal static partial int Count(nint attribute);

    [LibraryImport(Library, EntryPoint = "ippGetInteger")]
    internal static partial int Integer(nint attribute, int index);

    [LibraryImport(Library, EntryPoint = "ippGetBoolean")]
    internal static partial int Boolean(nint attribute, int index);

    [LibraryImport(Library, EntryPoint = "ippGetString")]
    private static partial nint StringOf(nint attribute, int index, nint language);

    internal static string LastError() => Marshal.PtrToStringUTF8(LastErrorString()) ?? "";

    internal static string Name(nint attribute) => Marshal.PtrToStringUTF8(NameOf(attribute)) ?? "";

    internal static string Text(nint attribute, int index) => Marshal.PtrToStringUTF8(StringOf(attribute, index, 0)) ?? "";

    /// <summary>A printer that asks for a password is refused; libcups would ask on the terminal.</summary>
    internal static void NeverAskForPassword() => SetPasswordCallback(&NoPassword, 0);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint NoPassword(nint prompt, nint connection, nint method, nint resource, nint data) => 0;
}
