namespace VotingHall.Core;

/// <summary>预选结果宣读词: by number of votes, equal ones in ballot order. Source: screens 6; rules 5.3.</summary>
internal static class PreSelectionSpeech
{
    public static Announcement Of(PreSelection vote, Tally tally, Outcome outcome)
    {
        PersonOutcome[] formal = [.. OutcomeJson.PersonsOf(outcome).Where(one => one.State == PersonState.Formal).OrderByDescending(one => one.For)];
        Speech speech = new Speech().Say($"参加投票{tally.Participants}人。", $"{tally.Participants} voted.");
        if (formal.Length > 0)
            speech.Say(
                $"预选结果，按得票多少为序，下列{formal.Length}人为{vote.Office}正式候选人：{string.Join("，", formal.Select(one => $"{one.Name}{one.For}票"))}。",
                $"By number of votes these {formal.Length} are the formal candidates: {string.Join(", ", formal.Select(one => $"{one.Name} {one.For}"))}.");
        if (outcome is Outcome.CutTied tie)
        {
            int equal = tie.Persons.First(one => one.State == PersonState.TiedRunoff).For;
            speech.Then(
                $"{string.Join("、", tie.Tied)}各得{equal}票，票数相等，尚余{tie.PlacesLeft}名，由主席团决定。",
                $"{string.Join(", ", tie.Tied)} have {equal} each for the {tie.PlacesLeft} left; the presidium decides.");
        }
        return speech.Text;
    }
}
