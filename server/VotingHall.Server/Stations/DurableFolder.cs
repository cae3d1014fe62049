using System.ComponentModel;
using System.Runtime.InteropServices;
using VotingHall.Server.Lines;

namespace VotingHall.Server.Stations;

/// <summary>目录落盘: a new or renamed file survives a power cut only once its folder is on disk too.</summary>
internal static class DurableFolder
{
    /// <summary>Returns when the names in the folder are on disk.</summary>
    /// <exception cref="IOException">The folder is not there, or the disk refused.</exception>
    public static void Flush(string folder)
    {
        int fd = Libc.Open(folder, Libc.O_RDONLY | Libc.O_CLOEXEC);
        if (fd < 0)
            throw Fault(folder);
        try
        {
            int result;
            do
                result = Libc.FSync(fd);
            while (result < 0 && Marshal.GetLastPInvokeError() == Libc.EINTR);
            if (result < 0)
                throw Fault(folder);
        }
        finally
        {
            Libc.Close(fd);
        }
    }

    private static IOException Fault(string folder)
    {
        int error = Marshal.GetLastPInvokeError();
        return new IOException($"目录不能落盘 / folder cannot be brought to disk: {folder}: {new Win32Exception(error).Message}");
    }
}
