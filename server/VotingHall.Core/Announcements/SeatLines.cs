namespace VotingHall.Core;

/// <summary>名额的说明: who stands where across the last seat, and what follows a tie or open seats. Source: rules 5.4-5.7.</summary>
internal static class SeatLines
{
    public static void Add(List<ExplanationLine> lines, Question question, Counted counted)
    {
        if (question.Places is null)
            return;
        int seats = question.Places ?? 0;
        IReadOnlyList<PersonOutcome> persons = OutcomeJson.PersonsOf(counted.Outcome);
        if (counted.Outcome.Reason.Places is not PlacesFilled places)
            return;
        SeatWords words = SeatWords.Of(places.Of);
        int? needed = counted.Outcome.Reason.Required;
        int filled = persons.Count(person => ResultMargin.IsIn(person));
        if (needed is null)
            lines.Add(new(
                $"{(question is PreSelection ? "预选" : "再次投票")}以{words.MoreVotesChinese}，不要求过半数",
                $"{(question is PreSelection ? "in a pre-selection" : "in a run-off")} more votes wins, no majority is needed",
                string.Join("；", persons.Select(person => $"{person.Name} {person.For}")), string.Join("; ", persons.Select(person => $"{person.Name} {person.For}"))));
        if (counted.Outcome is Outcome.Filled or Outcome.Preselected && ResultMargin.LastIn(persons) is int last && ResultMargin.FirstOut(persons, needed) is int first)
            lines.Add(new(
                $"{words.TakenChinese}的最少 {last} > 未{words.TakenChinese}的最多 {first}", $"least of those {words.TakenEnglish} {last} > most of the others {first}",
                words.FilledChinese(seats, filled), words.FilledEnglish(seats, filled)));
        if (counted.Outcome is Outcome.RunoffRequired tie)
        {
            int equal = persons.First(person => person.State == PersonState.TiedRunoff).For;
            lines.Add(new(
                $"{string.Join("、", tie.Tied)}同为 {equal} 票，只余 {tie.SeatsLeft} {words.SeatChinese}",
                $"{string.Join(", ", tie.Tied)} have {equal} each, {tie.SeatsLeft} left",
                needed is null ? null : $"再次投票以{words.MoreVotesChinese}，不再要求过半数",
                needed is null ? null : "in the run-off more votes wins, a majority is no longer needed"));
        }
        if (counted.Outcome is Outcome.CutTied cut)
        {
            int equal = cut.Persons.First(person => person.State == PersonState.TiedRunoff).For;
            lines.Add(new(
                $"{string.Join("、", cut.Tied)}同为 {equal} 票，只余 {cut.PlacesLeft} 名，由主席团决定",
                $"{string.Join(", ", cut.Tied)} have {equal} each, {cut.PlacesLeft} left: the presidium decides"));
        }
        if (counted.Outcome is Outcome.Shortfall shortfall)
            lines.Add(new($"应选 {seats} − {words.TakenChinese} {filled} = 尚缺 {shortfall.Missing}", $"places {seats} − {words.TakenEnglish} {filled} = {shortfall.Missing} open"));
        if (persons.Any(person => person.State == PersonState.ElectedPendingUpperApproval))
            lines.Add(new("当选后依法报请批准，批准后生效", "elected, takes effect after approval from above"));
    }
}
