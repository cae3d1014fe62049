using System.ComponentModel;
using System.Runtime.InteropServices;

namespace VotingHall.Simulator;

/// <summary>
/// 伪终端链路: a pseudo terminal behind a stable symbolic link, so that the server opens it like a serial adapter. The other side stays open
/// here as well, hence no hang-up between two servers; half a frame of the former is the receiver's to drop.
/// </summary>
public sealed partial class PtyEndpoint : IBridgeEndpoint
{
    private const int OpenReadWrite = 2;
    private const int OpenNoControllingTerminal = 0x100;
    private const int OpenNonBlocking = 0x800;
    private const int OpenCloseOnExec = 0x80000;
    private const int TermiosBytes = 128;   // more than any struct termios of Linux
    private const int NameBytes = 128;

    private readonly string link;
    private readonly int master;
    private readonly int other;

    /// <param name="link">Path of the symbolic link; an old link is replaced, a plain file is not.</param>
    /// <exception cref="Win32Exception">No pseudo terminal to be had.</exception>
    /// <exception cref="IOException">The link cannot be made.</exception>
    public unsafe PtyEndpoint(string link)
    {
        this.link = link;
        master = Checked(OpenPty(OpenReadWrite | OpenNoControllingTerminal | OpenNonBlocking | OpenCloseOnExec));
        Checked(GrantPty(master));
        Checked(UnlockPty(master));
        byte* name = stackalloc byte[NameBytes];
        if (PtyName(master, name, NameBytes) != 0)
            throw new Win32Exception();
        string path = Marshal.PtrToStringUTF8((nint)name) ?? "";
        other = Checked(Open(path, OpenReadWrite | OpenNoControllingTerminal | OpenCloseOnExec));
        byte* termios = stackalloc byte[TermiosBytes];
        Checked(GetAttributes(other, termios));
        MakeRaw(termios);
        Checked(SetAttributes(other, 0, termios));
        if (new FileInfo(link).LinkTarget is not null)
            File.Delete(link);
        File.CreateSymbolicLink(link, path);
    }

    public string Name => "tty:" + link;

    public unsafe int Read(Span<byte> buffer)
    {
        fixed (byte* first = buffer)
            return Math.Max(0, (int)ReadBytes(master, first, (nuint)buffer.Length));
    }

    public unsafe void Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* first = bytes)
            WriteBytes(master, first, (nuint)bytes.Length);   // what the terminal does not take is lost, as on a full adapter
    }

    public bool TakePeerChange() => false;

    public void Dispose()
    {
        File.Delete(link);
        _ = Close(other);
        _ = Close(master);
    }

    private static int Checked(int result) => result >= 0 ? result : throw new Win32Exception();

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    private static partial int OpenPty(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    private static partial int GrantPty(int fd);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    private static partial int UnlockPty(int fd);

    [LibraryImport("libc", EntryPoint = "ptsname_r", SetLastError = true)]
    private static unsafe partial int PtyName(int fd, byte* name, nuint size);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    private static unsafe partial int GetAttributes(int fd, byte* termios);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    private static unsafe partial void MakeRaw(byte* termios);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    private static unsafe partial int SetAttributes(int fd, int when, byte* termios);

    [LibraryImport("libc", EntryPoint = "read")]
    private static unsafe partial nint ReadBytes(int fd, byte* buffer, nuint n);

    [LibraryImport("libc", EntryPoint = "write")]
    private static unsafe partial nint WriteBytes(int fd, byte* buffer, nuint n);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int fd);
}
