using System.Globalization;

namespace VotingHall.Core;

/// <summary>百分比: for eyes only, two decimals, half up; it never decides an outcome. Unit: hundredths of a percent. Source: rules 1.</summary>
public readonly record struct Percent(long Hundredths)
{
    /// <summary>A total below 1 is a bug of the caller.</summary>
    public static Percent Of(int part, int total)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, 1);
        return new Percent(((long)part * 20_000 / total + 1) / 2);
    }

    public override string ToString() =>
        (Hundredths / 100).ToString(CultureInfo.InvariantCulture) + "." + (Hundredths % 100).ToString("D2", CultureInfo.InvariantCulture) + "%";
}
