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
        ActNature nature = NatureOf(one);
        if (one.Items.Count == 0)
            return BrokenOff(one, nature);
        SumFinding sums = Sums(one);
        if (one.Method is VotingMethod method && !MethodRule.IsAllowed(nature, method, electronicElectionAdopted: true))
            return With(sums, new JsonObject { ["methodAllowed"] = false, ["requiredMethod"] = NameOf(VotingMethod.PaperBallot) });
        if (one.BallotsIssued is int issued && one.BallotsCollected is int collected && !PaperCount.CollectedAtMostIssued(issued, collected))
            return With(sums, new JsonObject { ["electionValid"] = false });
        if (sums.Check == SumCheck.Excess)
            return With(sums, new JsonObject { ["announceable"] = false, ["reason"] = "marks_exceed_present" });
        if (one.Items.Any(item => item.For is null))
            return CaseAnswer.Undecided("items: for is missing");
        if (one.Rule == RuleId.Plurality)
            return one.Seats is null ? CaseAnswer.Undecided("seats: missing") : With(sums, CaseOutcome.Of(one, countBase: 1), required: null);
        return Decide(one, sums);
    }

    public static IEnumerable<(string Key, JsonNode? Value)> SumFields(SumFinding sums) =>
    [
        ("sumCheck", sums.Check switch
        {
            SumCheck.Ok => "ok",
            SumCheck.Unaccounted => "unaccounted",
            SumCheck.Excess => "excess",
            SumCheck.Unknown => "unknown",
            _ => throw new InvalidOperationException("unknown sum check"),
        }),
        ("unaccounted", sums.Unaccounted),
    ];

    private static CaseAnswer Decide(CountCase one, SumFinding sums)
    {
        Threshold threshold = one.Rule == RuleId.TwoThirdsOfAll ? Threshold.AtLeastTwoThirds : Threshold.MoreThanHalf;
        bool ofPresent = one.Rule == RuleId.MajorityOfPresent;
        if ((ofPresent ? one.Present : one.TotalMembers) is int known)
            return known < 1
                ? CaseAnswer.Undecided("present: at least 1 is needed")
                : With(sums, CaseOutcome.Of(one, known), threshold.VotesNeeded(known));
        if (ofPresent || one.Present is not int least || one.TotalMembersMax is not int most || least < 1 || most < least)
            return CaseAnswer.Undecided(ofPresent ? "present: missing" : "totalMembers: missing, or present and totalMembersMax");
        // The base is only known to lie between two figures: the outcome stands when both ends give the same.
        JsonNode atLeast = CaseOutcome.Of(one, least), atMost = CaseOutcome.Of(one, most);
        return JsonNode.DeepEquals(atLeast, atMost)
            ? With(sums, atMost, new JsonArray(threshold.VotesNeeded(least), threshold.VotesNeeded(most)))
            : CaseAnswer.Undecided("the outcome depends on the base, which lies between present and totalMembersMax");
    }

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
    private static ActNature NatureOf(CountCase one) => one.Kind switch
    {
        "removal_from_office" => ActNature.Dismissal,
        "recall" => ActNature.DeputyRecall,
        "election" or "election_runoff" => ActNature.Election,
        "deputy_election" => ActNature.DeputyElection,
        "constitutional_amendment" => ActNature.Constitutional,
        _ => ActNature.Ordinary,
    };

    /// <summary>Invalid ballots are accounted for; a published figure without 未按 is taken as it stands.</summary>
    private static SumFinding Sums(CountCase one)
    {
        List<SumFinding> findings = [];
        foreach (CountItem item in one.Items)
        {
            SumFinding finding = SumFinding.Of(
                one.Present, item.For, item.Against, item.Abstain, item.NotVoted ?? 0, item.Invalid ?? one.BallotsInvalid ?? 0);
            // A written-in person has only 赞成: the row can exceed the attendance, it cannot add up to it.
            if (!item.IsWriteIn || finding.Check == SumCheck.Excess)
                findings.Add(finding);
        }
        return SumFinding.Worst(findings);
    }

    private static string NameOf(VotingMethod method) => method switch
    {
        VotingMethod.Keypad => "keypad",
        VotingMethod.PaperBallot => "paper_ballot",
        VotingMethod.ShowOfHands => "show_of_hands",
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    private static CaseAnswer With(SumFinding sums, JsonNode outcome) => new() { Fields = [.. SumFields(sums), ("outcome", outcome)] };

    private static CaseAnswer With(SumFinding sums, JsonNode outcome, JsonNode? required) =>
        new() { Fields = [("required", required), .. SumFields(sums), ("outcome", outcome)] };
}
