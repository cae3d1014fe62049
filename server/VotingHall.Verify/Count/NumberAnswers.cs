using System.Text.Json.Nodes;
using VotingHall.Core;

namespace VotingHall.Verify;

/// <summary>人数: quorum, candidates, supporters, pre-selection. Source: rules 2.1, 3.2, 5.2, 5.3, 6.</summary>
internal static class NumberAnswers
{
    public static CaseAnswer Quorum(CountCase one)
    {
        if (one.TotalMembers is not int countBase || one.Present is not int present)
            return CaseAnswer.Undecided("totalMembers and present are needed");
        Core.Quorum quorum = one.Rule == RuleId.QuorumTwoThirds ? Core.Quorum.TwoThirds : Core.Quorum.Majority;
        return new CaseAnswer
        {
            Fields =
            [
                ("required", quorum.Needed(countBase)),
                ("outcome", new JsonObject { ["quorumMet"] = quorum.Call(present, countBase).Quorate }),
            ],
        };
    }

    public static CaseAnswer Candidates(CountCase one)
    {
        if (one.Seats is not int seats)
            return CaseAnswer.Undecided("seats: missing");
        if (one.Rule == RuleId.Chief && seats != 1)
            return CaseAnswer.Undecided("seats: a chief post is one seat");
        CandidateNumbers numbers = CandidateNumbers.For(
            one.Rule switch
            {
                RuleId.Chief => CandidateRule.Chief,
                RuleId.DeputyHeads => CandidateRule.DeputyHeads,
                RuleId.CommitteeMembers => CandidateRule.CommitteeMembers,
                RuleId.ByElection => CandidateRule.ByElection,
                RuleId.UpperDeputies => CandidateRule.UpperDeputies,
                _ => throw new InvalidOperationException("not a rule of candidates"),
            },
            seats);
        JsonObject outcome = new() { ["minCandidates"] = numbers.Min, ["maxCandidates"] = numbers.Max };
        if (numbers.IsEmpty)
            outcome["intervalEmpty"] = true;
        return new CaseAnswer { Fields = [("outcome", outcome)] };
    }

    public static CaseAnswer Supporters(CountCase one)
    {
        if (one.Fraction is Fraction share)
            return one.TotalMembers is int all ? Required(SupportersNeeded.Share(share, all)) : CaseAnswer.Undecided("totalMembers: missing");
        if (ProposalOf(one) is not Proposal proposal || one.Level is not CongressLevel level)
            return CaseAnswer.Undecided("fraction, or proposal and level, are needed");
        if (SupportersNeeded.For(proposal, level, one.TotalMembers ?? 1) is not (int names, _))
            return CaseAnswer.Undecided("no such proposal at this level");
        // Fixed numbers stand whatever the base is; a share needs it.
        bool isShare = SupportersNeeded.For(proposal, level, LargeBase) is (int ofMany, _) && ofMany != names;
        return one.TotalMembers is null && isShare ? CaseAnswer.Undecided("totalMembers: missing") : Required(names);
    }

    public static CaseAnswer PreSelected(CountCase one)
    {
        if (one.Items.Count == 0 || one.Items.Any(item => item.IsWriteIn))
            return CaseAnswer.Undecided("items: the listed nominees are needed");
        SumFinding sums = CaseSums.Of(one);
        if (VoteAnswers.Barred(one, sums) is CaseAnswer barred)
            return barred;
        if (CaseSums.Refusal(sums) is JsonObject refusal)
            return new CaseAnswer { Fields = [.. CaseSums.Fields(one, sums), ("outcome", refusal)] };
        if (one.Seats is not int places || one.Items.Any(item => item.For is null))
            return CaseAnswer.Undecided("seats, and for of each item, are needed");
        CutLine selected = CutLine.Of(
            [.. one.Items.Select(item => new RowTally(item.Name, item.For!.Value, item.Against ?? 0, item.Abstain ?? 0))], places);
        JsonObject outcome = new() { ["formalCandidates"] = Names(selected.Formal) };
        if (selected.TieAtCut.Count > 0)
            outcome["tieAtCut"] = Names(selected.TieAtCut);
        if (selected.Dropped.Count > 0)
            outcome["dropped"] = Names(selected.Dropped);
        return new CaseAnswer { Fields = [.. CaseSums.Fields(one, sums), ("outcome", outcome)] };
    }

    public static JsonArray Names(IEnumerable<string> names) => [.. names.Select(name => (JsonNode)name)];

    private static CaseAnswer Required(int names) => new() { Fields = [("outcome", new JsonObject { ["required"] = names })] };

    /// <summary>No share of it is one of the fixed numbers.</summary>
    private const int LargeBase = 1_000_000;

    /// <summary>The field <c>proposal</c>, or the words of the title: cases are written for readers and name the act there.</summary>
    private static Proposal? ProposalOf(CountCase one)
    {
        string text = one.Proposal.Length > 0 ? one.Proposal : one.Title;
        foreach ((string word, Proposal proposal) in Words)
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
                return proposal;
        return null;
    }

    /// <summary>Narrow words before wide ones.</summary>
    private static readonly (string Word, Proposal Proposal)[] Words =
    [
        ("recommendation", Proposal.DeputyRecommendation), ("推荐", Proposal.DeputyRecommendation),
        ("nomination", Proposal.JointNomination), ("提名", Proposal.JointNomination),
        ("deputyRecall", Proposal.DeputyRecall), ("recall of higher deputies", Proposal.DeputyRecall), ("罢免代表", Proposal.DeputyRecall),
        ("recall", Proposal.Recall), ("罢免", Proposal.Recall),
        ("dismissal", Proposal.Dismissal), ("撤职", Proposal.Dismissal),
        ("commission", Proposal.InquiryCommission), ("调查委员会", Proposal.InquiryCommission),
        ("extraordinary", Proposal.ExtraordinarySession), ("临时", Proposal.ExtraordinarySession),
        ("committeeInquiry", Proposal.CommitteeInquiry), ("committee inquiry", Proposal.CommitteeInquiry), ("常委会质询", Proposal.CommitteeInquiry),
        ("inquiry", Proposal.Inquiry), ("质询", Proposal.Inquiry),
        ("committeeMotion", Proposal.CommitteeMotion), ("committee motion", Proposal.CommitteeMotion), ("常委会议案", Proposal.CommitteeMotion),
        ("motion", Proposal.Motion), ("议案", Proposal.Motion),
    ];
}
