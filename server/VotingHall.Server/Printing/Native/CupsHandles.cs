using Microsoft.Win32.SafeHandles;

namespace VotingHall.Server.Printing;

/// <summary>连接: a connection to one printer.</summary>
internal sealed class CupsConnection() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Cups.Close(handle);
        return true;
    }
}

/// <summary>IPP 报文: a request being built, or an answer.</summary>
internal sealed class IppMessage() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <summary>The pointer for a call that frees it.</summary>
    public nint GiveAway()
    {
        nint given = handle;
        SetHandleAsInvalid();
        return given;
    }

    protected override bool ReleaseHandle()
    {
        Cups.Delete(handle);
        return true;
    }
}
