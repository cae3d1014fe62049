using System.Text.Json.Nodes;
using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>
/// 表决与选举: figures become a <see cref="Question"/> and a <see cref="Tally"/>, and Core counts them as it counts a round. Rule, items, seats
/// and marks decide; the kind only where the law ties a method to it. Source: rules 4.4, 5, 7, 9–11, 13.
/// </summary>
internal static class VoteAnswers
{
    public static CaseAnswer Answer(CountCase one)
    {
        if (one.MarksByOffice.Count > 0)
            return PaperAnswers.ByOffice(one, BallotRule.AtMostSeats);
        ActNature nature = NatureOf(one.Kind);
        if (one.Items.Count == 0)
            return BrokenOff(one, nature);
        if (one.Items.Any(item => item.IsWriteIn) && (one.Seats is null || one.Rule == RuleId.Plurality || one.Kind == "livelihood_projects"))
            return CaseAnswer.Undecided("items: another person can be named on an election ballot only");
        SumFinding sums = CaseSums.Of(one);
        if (Barred(one, sums) is CaseAnswer barred)
            return barred;
        if (CaseSums.Refusal(sums) is JsonObject refusal)
            return With(one, sums, refusal);
        if (one.Items.Any(item => item.For is null))
            return CaseAnswer.Undecided("items: for is missing");
        if (one.Rule == RuleId.Plurality)
            return one.Seats is null ? CaseAnswer.Undecided("seats: missing") : With(one, sums, CaseOutcome.Of(one, countBase: 1), required: null);
        return Decide(one, sums);
    }

    /// <summary>What stands before every figure: a method the law refuses, more papers than were given out.</summary>
    public static CaseAnswer? Barred(CountCase one, SumFinding sums)
    {
        if (one.Method is VotingMethod method && !MethodRule.IsAllowed(NatureOf(one.Kind), method, electronicElectionAdopted: true))
            return With(one, sums, new JsonObject { ["methodAllowed"] = false, ["requiredMethod"] = NameOf(VotingMethod.PaperBallot) });
        if (one.BallotsIssued is int issued && one.BallotsCollected is int collected && !PaperCount.CollectedAtMostIssued(issued, collected))
            return With(one, sums, new JsonObject { ["electionValid"] = false });
        return null;
    }

    private static CaseAnswer Decide(CountCase one, SumFinding sums)
    {
        Threshold threshold = one.Rule == RuleId.TwoThirdsOfAll ? Threshold.AtLeastTwoThirds : Threshold.MoreThanHalf;
        bool ofPresent = one.Rule == RuleId.MajorityOfPresent;
        if ((ofPresent ? one.Present : one.TotalMembers ?? one.TotalMembersMax) is int largest && ParticipationIsUnknown(one, largest))
            return CaseAnswer.Undecided("items: whether more than half took part depends on a figure that is missing");
        if ((ofPresent ? one.Present : one.TotalMembers) is int known)
            return known < 1
                ? CaseAnswer.Undecided("present: at least 1 is needed")
                : With(one, sums, CaseOutcome.Of(one, known), threshold.VotesNeeded(known));
        if (ofPresent || one.Present is not int least || one.TotalMembersMax is not int most || least < 1 || most < least)
            return CaseAnswer.Undecided(ofPresent ? "present: missing" : "totalMembers: missing, or present and totalMembersMax");
        // The base is only known to lie between two figures: the outcome stands when both ends give the same.
        JsonNode atLeast = CaseOutcome.Of(one, least), atMost = CaseOutcome.Of(one, most);
        return JsonNode.DeepEquals(atLeast, atMost)
            ? With(one, sums, atMost, new JsonArray(threshold.VotesNeeded(least), threshold.VotesNeeded(most)))
            : CaseAnswer.Undecided("the outcome depends on the base, which lies between present and totalMembersMax");
    }

    /// <summary>GD-R60: without the majority, whether the vote has effect hangs on every key pressed.</summary>
    private static bool ParticipationIsUnknown(CountCase one, int countBase) =>
        one.Rule == RuleId.MajorityOfAllWithParticipation && countBase > 0
        && one.Items.Any(item => item.For < Threshold.MoreThanHalf.VotesNeeded(countBase) && (item.Against is null || item.Abstain is null));

    /// <summary>A keypad vote without figures was broken off: nothing partial counts, another method takes over (NPC-R60).</summary>
    private static CaseAnswer BrokenOff(CountCase one, ActNature nature)
    {
        if (one.Method != VotingMethod.Keypad)
            return CaseAnswer.Undecided("items: missing");
        JsonObject outcome = new()
        {
            ["partialResultDiscarded"] = true,
            ["fallback"] = NameOf(MethodRule.FallbackOf(nature)),
            ["fallbackEnteredManually"] = true,
        };
        return new CaseAnswer { Fields = [("outcome", outcome)] };
    }

    /// <summary>Kinds whose method the law fixes; every other name is an ordinary act.</summary>
    private static ActNature NatureOf(string kind) => kind switch
    {
        "removal_from_office" => ActNature.Dismissal,
        "recall" => ActNature.DeputyRecall,
        "election" or "election_runoff" or "by_election" or "further_election" or "pre_selection" => ActNature.Election,
        "deputy_election" => ActNature.DeputyElection,
        "constitutional_amendment" => ActNature.Constitutional,
        _ => ActNature.Ordinary,
    };

    private static string NameOf(VotingMethod method) => method switch
    {
        VotingMethod.Keypad => "keypad",
        VotingMethod.PaperBallot => "paper_ballot",
        VotingMethod.ShowOfHands => "show_of_hands",
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    private static CaseAnswer With(CountCase one, SumFinding sums, JsonNode outcome) =>
        new() { Fields = [.. CaseSums.Fields(one, sums), ("outcome", outcome)] };

    private static CaseAnswer With(CountCase one, SumFinding sums, JsonNode outcome, JsonNode? required) =>
        new() { Fields = [("required", required), .. CaseSums.Fields(one, sums), ("outcome", outcome)] };
}
