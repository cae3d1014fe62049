namespace VotingHall.Core;

/// <summary>记录的表决手段部分: how the figures came about, whether other means took over from keypads, and who keyed figures in. Source: rules 17.4.</summary>
internal static class RecordMethod
{
    public static Json.Object Of(Round round)
    {
        string[] persons = [.. Entered(round.ByHand).Select(step => EnumNames.Write(step.By.Role) + ":" + step.By.Person).Distinct()];
        return Json.Of(
            ("enteredBy", persons.Length > 0 ? Json.ListOf(persons, person => person) : null),
            ("fallback", round.FallbackOf is not null),
            ("fallbackOf", round.FallbackOf is RoundNo failed ? failed.Value : null),
            ("how", VotingMethods.Name(round.Method)),
            ("manual", round.Counted is { Tally.Manual: > 0 } counted ? counted.Tally.Manual : null));
    }

    private static IEnumerable<Step> Entered(HandCourse course) =>
    [
        .. course.Issued is EnteredFigure issued ? [issued.Entered] : Array.Empty<Step>(),
        .. course.Collected is EnteredFigure collected ? [collected.Entered] : Array.Empty<Step>(),
        .. course.Entries.Select(entry => entry.Entered),
        .. course.Slips.Select(slips => slips.Entered),
        .. course.BallotsBy,
        .. course.Manual is EnteredManual manual ? [manual.Entered] : Array.Empty<Step>(),
    ];
}
