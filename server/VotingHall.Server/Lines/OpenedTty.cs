using System.Diagnostics;
using System.Runtime.InteropServices;

namespace VotingHall.Server.Lines;

/// <summary>已打开的串行口: one reader thread that sleeps in poll on the port and on a wake-up; writes straight from the caller.</summary>
internal sealed unsafe class OpenedTty(int fd, int wake, string path) : OpenedLine
{
    private const int ChunkMax = 4096;
    private const int NoTimeout = -1;

    public override Task<LineFault> ReceiveAsync(Func<byte[], ValueTask> deliver, CancellationToken stop) =>
        Task.Factory.StartNew(() => Receive(deliver, stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    public override bool TryWrite(ReadOnlySpan<byte> bytes, TimeSpan timeout)
    {
        long start = Stopwatch.GetTimestamp();
        while (!bytes.IsEmpty)
        {
            nint count;
            fixed (byte* first = bytes)
                count = Libc.Write(fd, first, (nuint)bytes.Length);
            if (count > 0)
            {
                bytes = bytes[(int)count..];
                continue;
            }
            int error = Marshal.GetLastPInvokeError();
            if (error == Libc.EINTR)
                continue;
            TimeSpan left = timeout - Stopwatch.GetElapsedTime(start);
            if (error != Libc.EAGAIN || left <= TimeSpan.Zero)
                return false;
            Libc.PollFd room = new() { Fd = fd, Events = Libc.POLLOUT };
            _ = Libc.Poll(&room, 1, (int)left.TotalMilliseconds + 1);
        }
        return true;
    }

    public override void Abandon()
    {
        ulong one = 1;
        // Fails only when the counter is full, and then the reader is awake already.
        _ = Libc.Write(wake, (byte*)&one, sizeof(ulong));
    }

    public override void Dispose()
    {
        _ = Libc.Close(fd);
        _ = Libc.Close(wake);
    }

    private LineFault Receive(Func<byte[], ValueTask> deliver, CancellationToken stop)
    {
        byte[] buffer = new byte[ChunkMax];
        Libc.PollFd* waits = stackalloc Libc.PollFd[2];
        while (true)
        {
            waits[0] = new() { Fd = fd, Events = Libc.POLLIN };
            waits[1] = new() { Fd = wake, Events = Libc.POLLIN };
            if (Libc.Poll(waits, 2, NoTimeout) < 0 && Marshal.GetLastPInvokeError() != Libc.EINTR)
                return LineFaults.System(path, Marshal.GetLastPInvokeErrorMessage());
            if (waits[1].Revents != 0 || stop.IsCancellationRequested)
                return LineFaults.Stopped(path);
            if (waits[0].Revents == 0)
                continue;
            nint count;
            fixed (byte* first = buffer)
                count = Libc.Read(fd, first, ChunkMax);
            if (count > 0)
            {
                Deliver(deliver, buffer[..(int)count]);
                continue;
            }
            // Read first, then look at the hang-up: bytes sent before the device went are still delivered.
            bool mayContinue = count < 0 && Marshal.GetLastPInvokeError() is Libc.EAGAIN or Libc.EINTR;
            if (!mayContinue || (waits[0].Revents & (Libc.POLLHUP | Libc.POLLERR | Libc.POLLNVAL)) != 0)
                return LineFaults.HungUp(path);
        }
    }

    // The thread is this port's own: waiting for a slow reader here is the back-pressure that is wanted.
    private static void Deliver(Func<byte[], ValueTask> deliver, byte[] chunk)
    {
        ValueTask delivery = deliver(chunk);
        if (!delivery.IsCompletedSuccessfully)
            delivery.AsTask().GetAwaiter().GetResult();
    }
}
