namespace VotingHall.Verify.Tests;

/// <summary>Every way to change a file a little; used to show that nothing changed is ever accepted.</summary>
internal static class Tampering
{
    /// <summary>True when the long run is asked for.</summary>
    public static bool IsNightly => Environment.GetEnvironmentVariable("VOTINGHALL_NIGHTLY") == "1";

    /// <summary>Each byte replaced by each other value; with a step, every n-th replacement.</summary>
    public static int CountAcceptedSubstitutions(byte[] file, Func<byte[], bool> accepts, int step = 1)
    {
        int accepted = 0;
        Parallel.For(0, file.Length, at =>
        {
            byte[] changed = (byte[])file.Clone();
            for (int delta = 1 + (at % step); delta < 256; delta += step)
            {
                changed[at] = (byte)(file[at] ^ delta);
                if (accepts(changed))
                    Interlocked.Increment(ref accepted);
            }
        });
        return accepted;
    }

    public static int CountAcceptedTruncations(byte[] file, Func<byte[], bool> accepts) =>
        Enumerable.Range(0, file.Length).Count(length => accepts(file[..length]));

    /// <summary>One byte more at every place, of the values that parsers tend to forgive, and a doubled neighbour.</summary>
    public static int CountAcceptedInsertions(byte[] file, Func<byte[], bool> accepts)
    {
        int accepted = 0;
        for (int at = 0; at <= file.Length; at++)
            foreach (byte value in new byte[] { 0, 9, 10, 13, 32, 44, 48, 61, 65, 0xEF, at < file.Length ? file[at] : (byte)125 })
                if (accepts([.. file.AsSpan(0, at), value, .. file.AsSpan(at)]))
                    accepted++;
        return accepted;
    }
}
