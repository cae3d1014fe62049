namespace VotingHall.Core;

/// <summary>预选之后: the election with the formal candidates, or what equal votes across the cut lead to. Source: OL27, EL32; rules 5.3.</summary>
internal static class PreSelectionFollowUps
{
    public static IReadOnlyList<FollowUp> OfSelected(Round round, PreSelection vote, Outcome.Preselected selected, Func<RoundNo, Round?> earlier)
    {
        HashSet<string> formal = [.. Those(selected.Persons)];
        // Voted again among the equal: the first vote's sure candidates stand too, in the order of its paper.
        IReadOnlyList<string> order = vote.Nominees;
        for (Round? before = round; before is { Question: PreSelection { Runoff: true }, FollowUpOf: RoundNo no }; before = earlier(no))
        {
            if (earlier(no) is not { Question: PreSelection first, Counted.Outcome: Outcome.CutTied tie })
                return [];
            formal.UnionWith(Those(tie.Persons));
            order = first.Nominees;
        }
        string[] candidates = [.. order.Where(formal.Contains)];
        return
        [
            new(
                FollowUpKind.FormalElection, $"以{candidates.Length}名正式候选人选举，应选{vote.Seats}名", $"the election with the {candidates.Length} formal candidates for {vote.Seats}",
                [vote.OfficeKind == OfficeKind.UpperDeputy ? Law.EL32 : Law.OL27])
            {
                Question = new Election
                {
                    Title = vote.Title.Replace("（再次投票）", "", StringComparison.Ordinal).Replace("预选", "选举", StringComparison.Ordinal),
                    Verb = ActVerb.Elections[0],
                    Office = vote.Office,
                    OfficeKind = vote.OfficeKind,
                    Candidates = candidates,
                    Seats = vote.Seats,
                },
            },
        ];
    }

    /// <summary>The law is silent: by default the equal are voted again, the presidium may decide otherwise.</summary>
    public static IReadOnlyList<FollowUp> OfTie(PreSelection vote, Outcome.CutTied tie) =>
    [
        new(
            FollowUpKind.Runoff, $"就票数相等的{tie.Tied.Count}人再次预选，确定{tie.PlacesLeft}名正式候选人",
            $"those {tie.Tied.Count} with equal votes are voted again for {tie.PlacesLeft} places", [])
        {
            Question = vote.RunoffOf(tie),
        },
        Ties.Presidium("由主席团决定"),
    ];

    private static IEnumerable<string> Those(IReadOnlyList<PersonOutcome> persons) =>
        persons.Where(person => person.State == PersonState.Formal).Select(person => person.Name);
}
