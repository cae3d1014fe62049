using Microsoft.Win32.SafeHandles;

namespace VotingHall.Papers;

/// <summary>本机句柄: the owned objects of the native libraries; each is released exactly once.</summary>
internal abstract class NativeHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true);

internal sealed class CairoSurface : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        Cairo.SurfaceDestroy(handle);
        return true;
    }
}

internal sealed class CairoContext : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        Cairo.Destroy(handle);
        return true;
    }
}

internal sealed class CairoFontOptions : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        Cairo.FontOptionsDestroy(handle);
        return true;
    }
}

/// <summary>A font map, a Pango context or a layout: all three are reference-counted GObjects.</summary>
internal sealed class PangoObject : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        Pango.ObjectUnref(handle);
        return true;
    }
}

internal sealed class PangoFont : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        Pango.FontDescriptionFree(handle);
        return true;
    }
}

internal sealed class PangoAttributes : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        Pango.AttrListUnref(handle);
        return true;
    }
}

internal sealed class FontconfigHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        Fontconfig.ConfigDestroy(handle);
        return true;
    }
}
