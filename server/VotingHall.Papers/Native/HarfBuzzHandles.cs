namespace VotingHall.Papers;

/// <summary>HarfBuzz 句柄: counted references, each given back once.</summary>
internal sealed class HarfBuzzBlob : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        HarfBuzz.BlobDestroy(handle);
        return true;
    }
}

internal sealed class HarfBuzzFace : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        HarfBuzz.FaceDestroy(handle);
        return true;
    }
}

internal sealed class HarfBuzzSet : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        HarfBuzz.SetDestroy(handle);
        return true;
    }
}

internal sealed class HarfBuzzSubsetInput : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        HarfBuzz.InputDestroy(handle);
        return true;
    }
}
