using System.Runtime.InteropServices;

namespace VotingHall.Server.Lines;

/// <summary>
/// 串行口: a bridge on a serial port or USB CDC device, by its stable path. Raw 8N1 at any rate, held exclusively; a device that goes is
/// noticed at once, not at the next write. Source: stack.md 11.
/// </summary>
public sealed class TtyPort : ReopenedByteLine
{
    private readonly LineAddress.Tty address;

    public TtyPort(LineAddress.Tty address, LineTimes? times = null, TimeProvider? time = null)
        : base("tty:" + address.Path, times ?? LineTimes.Default, time ?? TimeProvider.System) =>
        this.address = address;

    private protected override ValueTask<Opening> OpenAsync(CancellationToken stop)
    {
        // Not blocking in open either: without carrier detect a serial port would wait for ever.
        int fd = Libc.Open(address.Path, Libc.O_RDWR | Libc.O_NOCTTY | Libc.O_CLOEXEC | Libc.O_NONBLOCK);
        if (fd < 0)
            return new(new Opening.Failed(OpenFault(Marshal.GetLastPInvokeError())));
        if (Configure(fd) is { } fault)
        {
            _ = Libc.Close(fd);
            return new(new Opening.Failed(fault));
        }
        int wake = Libc.EventFd(0, Libc.EFD_CLOEXEC | Libc.O_NONBLOCK);
        if (wake < 0)
        {
            LineFault lack = LineFaults.System(address.Path, Marshal.GetLastPInvokeErrorMessage());
            _ = Libc.Close(fd);
            return new(new Opening.Failed(lack));
        }
        return new(new Opening.Opened(new OpenedTty(fd, wake, address.Path)));
    }

    private LineFault OpenFault(int error) => error switch
    {
        Libc.ENOENT or Libc.ENXIO or Libc.ENODEV => LineFaults.NoSuchPath(address.Path),
        Libc.EBUSY => LineFaults.InUse(address.Path),
        Libc.EIO => LineFaults.HungUp(address.Path),
        _ => LineFaults.System(address.Path, Marshal.GetPInvokeErrorMessage(error)),
    };

    private unsafe LineFault? Configure(int fd)
    {
        Libc.Termios2 settings;
        if (Libc.Ioctl(fd, Libc.TCGETS2, &settings) != 0)
            return Marshal.GetLastPInvokeError() == Libc.ENOTTY ? LineFaults.NotATty(address.Path) : LineFaults.HungUp(address.Path);
        // TIOCEXCL does not stop root; the lock stops a second server whoever runs it.
        if (Libc.Flock(fd, Libc.LOCK_EX_NB) != 0 || Libc.Ioctl(fd, Libc.TIOCEXCL, 0) != 0)
            return LineFaults.InUse(address.Path);
        settings.Iflag = 0;
        settings.Oflag = 0;
        settings.Lflag = 0;
        settings.Cflag = Libc.Termios2.BOTHER | Libc.Termios2.CS8 | Libc.Termios2.CREAD | Libc.Termios2.CLOCAL;
        settings.Cc[Libc.Termios2.VMIN] = 1;
        settings.Cc[Libc.Termios2.VTIME] = 0;
        settings.Ispeed = (uint)address.Baud;
        settings.Ospeed = (uint)address.Baud;
        if (Libc.Ioctl(fd, Libc.TCSETS2, &settings) != 0)
            return LineFaults.RateRefused(address.Path, address.Baud);
        // Bytes of an earlier owner are not ours.
        _ = Libc.Ioctl(fd, Libc.TCFLSH, Libc.TCIOFLUSH);
        return null;
    }
}
