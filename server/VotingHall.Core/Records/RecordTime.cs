using System.Globalization;

namespace VotingHall.Core;

/// <summary>记录中的时间: RFC 3339, UTC, milliseconds; integers only. Source: record.md 1.</summary>
public static class RecordTime
{
    private const long MsPerDay = 86_400_000;

    /// <summary>Last instant of the year 9999.</summary>
    private const long UnixMsMax = 253_402_300_799_999;

    /// <summary>"2027-01-15T01:41:50.000Z". Years 1970 to 9999.</summary>
    public static string Write(Instant instant)
    {
        if (instant.UnixMs is < 0 or > UnixMsMax)
            throw new ArgumentOutOfRangeException(nameof(instant), "outside 1970 to 9999");
        (int year, int month, int day) = Date(instant.UnixMs / MsPerDay);
        long ms = instant.UnixMs % MsPerDay;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{year:D4}-{month:D2}-{day:D2}T{ms / 3_600_000:D2}:{ms / 60_000 % 60:D2}:{ms / 1000 % 60:D2}.{ms % 1000:D3}Z");
    }

    /// <summary>Gregorian date of a day since 1970-01-01: counted in eras of 400 years that begin on 1 March, so the leap day comes last.</summary>
    private static (int Year, int Month, int Day) Date(long unixDay)
    {
        const int daysPerEra = 146_097;
        const int daysFromEraStartTo1970 = 719_468;
        long shifted = unixDay + daysFromEraStartTo1970;
        long era = shifted / daysPerEra;
        int dayOfEra = (int)(shifted % daysPerEra);
        int yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        int dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        int marchMonth = ((5 * dayOfYear) + 2) / 153;
        int day = dayOfYear - (((153 * marchMonth) + 2) / 5) + 1;
        int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
        long year = yearOfEra + (era * 400) + (month <= 2 ? 1 : 0);
        return ((int)year, month, day);
    }
}
