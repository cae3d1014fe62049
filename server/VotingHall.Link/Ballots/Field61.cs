namespace VotingHall.Link;

/// <summary>素域: integers modulo p = 2^61-1, in which masks and sums live. Arguments and results are canonical (below p). Source: protocol 8.1.</summary>
public static class Field61
{
    public const ulong P = (1UL << 61) - 1;

    public static bool IsCanonical(ulong value) => value < P;

    public static ulong Add(ulong left, ulong right)
    {
        ulong sum = left + right;
        return sum >= P ? sum - P : sum;
    }

    public static ulong Subtract(ulong left, ulong right) => left >= right ? left - right : left + (P - right);

    public static ulong Multiply(ulong left, ulong right)
    {
        UInt128 product = (UInt128)left * right;
        ulong folded = (ulong)(product & P) + (ulong)(product >> 61);
        return folded >= P ? folded - P : folded;
    }
}
