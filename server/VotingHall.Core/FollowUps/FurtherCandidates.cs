using System.Collections.Immutable;

namespace VotingHall.Core;

/// <summary>
/// 另行选举的候选人: taken from the first ballot in the order of votes, or nominated anew. Deputies to the higher congress: by order only. The difference
/// is compulsory again, except for a chief post. An empty interval gives no number; the adopted measure must. Source: OL29, EL45; rules 5.2, 5.6, 6.
/// </summary>
/// <param name="ByVotes">Those not elected, most votes first; equal ones in ballot order.</param>
/// <param name="Numbers">Legal interval of the number of candidates.</param>
/// <param name="MayNominate">另行提名 is possible.</param>
/// <param name="MayTakeOrder">The order of the first ballot is possible.</param>
/// <param name="Wanted">Number the profile fixed, or null.</param>
public sealed record FurtherCandidates(
    IReadOnlyList<PersonOutcome> ByVotes, CandidateNumbers Numbers, bool MayNominate, bool MayTakeOrder, int? Wanted)
{
    public FollowUpQuestion Choose(Election offered, ImmutableArray<string> names)
    {
        IReadOnlyList<string> chosen = names.IsDefaultOrEmpty ? Default(offered.Seats) : names;
        if (chosen.Count == 0)
            return new FollowUpQuestion.Refused("须先确定候选人", "the candidates must be settled first");
        if (chosen.Any(name => name.Length == 0 || name.Trim().Length != name.Length || name.Length > NomineeFields.NameMax)
            || chosen.Distinct(StringComparer.Ordinal).Count() != chosen.Count)
            return new FollowUpQuestion.Refused("姓名不能为空或重复", "a name is empty or stands twice");
        if (NumberProblem(offered.Seats, chosen.Count) is FollowUpQuestion.Refused number)
            return number;
        if (!KeepsOrder(chosen) && !MayNominate)
            return new FollowUpQuestion.Refused(
                "候选人须按第一次投票得票多少的顺序确定", "the candidates are taken in the order of votes of the first ballot");
        if (KeepsOrder(chosen) && !MayTakeOrder)
            return new FollowUpQuestion.Refused("候选人须另行提名", "the candidates must be nominated anew");
        // As offered they stand in the order of the first paper; a list people made has the order they gave it.
        string[] ballot = names.IsDefaultOrEmpty ? [.. offered.Candidates.Where(chosen.Contains), .. chosen.Where(name => !offered.Candidates.Contains(name))] : [.. chosen];
        return new FollowUpQuestion.Ready(offered with { Candidates = ballot });
    }

    /// <summary>The first by votes, as many as the profile wants or the law allows, never cut inside a tie; empty where people must decide.</summary>
    private string[] Default(int seats)
    {
        if (!MayTakeOrder || Numbers.IsEmpty)
            return [];
        int most = Math.Min(Wanted ?? Numbers.Max ?? ByVotes.Count, ByVotes.Count);
        while (most > 0 && most < ByVotes.Count && ByVotes[most - 1].For == ByVotes[most].For)
            most--;
        return Numbers.Allows(most) && most >= seats ? [.. ByVotes.Take(most).Select(person => person.Name)] : [];
    }

    /// <summary>Nobody left out has more votes than somebody taken, and nobody is new.</summary>
    private bool KeepsOrder(IReadOnlyList<string> chosen)
    {
        PersonOutcome[] taken = [.. ByVotes.Where(person => chosen.Contains(person.Name))];
        if (taken.Length != chosen.Count)
            return false;
        int least = taken.Min(person => person.For);
        return ByVotes.All(person => person.For <= least || chosen.Contains(person.Name));
    }

    private FollowUpQuestion.Refused? NumberProblem(int seats, int count)
    {
        if (Numbers.IsEmpty)
            return count > seats ? null : new FollowUpQuestion.Refused(
                $"应选 {seats} 名仍须差额，候选人须多于 {seats} 人，人数以选举办法为准",
                $"more than {seats} candidates are needed for {seats} places; the adopted measure gives the number");
        if (Numbers.Allows(count))
            return null;
        return Numbers.Max is int max && max != Numbers.Min
            ? new FollowUpQuestion.Refused($"应选 {seats} 名，候选人须为 {Numbers.Min} 至 {max} 人，现为 {count} 人", $"{seats} places: {Numbers.Min} to {max} candidates, not {count}")
            : new FollowUpQuestion.Refused(
                $"应选 {seats} 名，候选人须为 {Numbers.Min} 人{(Numbers.Max is null ? "以上" : "")}，现为 {count} 人",
                $"{seats} places: {Numbers.Min}{(Numbers.Max is null ? " or more" : "")} candidates, not {count}");
    }
}
