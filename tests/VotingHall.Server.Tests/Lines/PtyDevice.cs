using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace VotingHall.Server.Tests.Lines;

/// <summary>A device on a real pseudo-terminal: the test holds its far side, the line opens <see cref="Path"/> as a serial port.</summary>
internal sealed class PtyDevice : IDisposable
{
    private const int O_RDWR = 0x2;
    private const int O_NOCTTY = 0x100;
    private readonly FileStream master;

    public PtyDevice()
    {
        SafeFileHandle handle = new(posix_openpt(O_RDWR | O_NOCTTY), ownsHandle: true);
        if (handle.IsInvalid || grantpt(handle) != 0 || unlockpt(handle) != 0)
            throw new IOException("no pseudo-terminal");
        byte[] name = new byte[64];
        if (ptsname_r(handle, name, (nuint)name.Length) != 0)
            throw new IOException("no name of the pseudo-terminal");
        Path = Encoding.ASCII.GetString(name, 0, Array.IndexOf(name, (byte)0));
        master = new FileStream(handle, FileAccess.ReadWrite, bufferSize: 0);
    }

    public string Path { get; }

    public byte[] Read(int count)
    {
        byte[] bytes = new byte[count];
        master.ReadExactly(bytes);
        return bytes;
    }

    public void Write(byte[] bytes) => master.Write(bytes);

    /// <summary>The link under which the device is known, as udev would make it.</summary>
    public void LinkAs(string link)
    {
        if (File.Exists(link) || new FileInfo(link).LinkTarget is not null)
            File.Delete(link);
        File.CreateSymbolicLink(link, Path);
    }

    /// <summary>Pulls the device out.</summary>
    public void Dispose() => master.Dispose();

    [DllImport("libc", SetLastError = true)]
    private static extern nint posix_openpt(int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int grantpt(SafeFileHandle fd);

    [DllImport("libc", SetLastError = true)]
    private static extern int unlockpt(SafeFileHandle fd);

    [DllImport("libc", SetLastError = true)]
    private static extern int ptsname_r(SafeFileHandle fd, byte[] name, nuint length);
}
