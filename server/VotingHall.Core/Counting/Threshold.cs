namespace VotingHall.Core;

/// <summary>
/// 通过线: a share of a base, with or without the share itself. 过半数 excludes it, 三分之二以上 includes it.
/// Compared by cross-multiplication in 64 bits; a percentage never decides. Source: rules 1. <c>default</c> has no share and throws when used.
/// </summary>
public readonly record struct Threshold(Fraction Share, bool Inclusive)
{
    /// <summary>过半数: strictly more than half. 300 → 151, 301 → 151.</summary>
    public static Threshold MoreThanHalf { get; } = new(new Fraction(1, 2), Inclusive: false);

    /// <summary>三分之二以上: the number itself included. 300 → 200, 301 → 201.</summary>
    public static Threshold AtLeastTwoThirds { get; } = AtLeast(new Fraction(2, 3));

    /// <summary>…以上: at least this share.</summary>
    public static Threshold AtLeast(Fraction share) => new(share, Inclusive: true);

    /// <summary>Whether <paramref name="votes"/> of <paramref name="countBase"/> suffice. A base below 1 is a bug of the caller.</summary>
    public bool IsMetBy(int votes, int countBase)
    {
        Check(countBase);
        long left = (long)votes * Share.Denominator, right = (long)countBase * Share.Numerator;
        return Inclusive ? left >= right : left > right;
    }

    /// <summary>Least number of votes that suffices.</summary>
    public int VotesNeeded(int countBase)
    {
        Check(countBase);
        long share = (long)countBase * Share.Numerator;
        return checked((int)(Inclusive ? (share + Share.Denominator - 1) / Share.Denominator : share / Share.Denominator + 1));
    }

    private void Check(int countBase)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countBase, 1);
        if (Share.Denominator < 1 || Share.Numerator < 0)
            throw new InvalidOperationException("threshold without a share");
    }
}
