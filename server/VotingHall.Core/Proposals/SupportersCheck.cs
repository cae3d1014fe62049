namespace VotingHall.Core;

/// <summary>联名人数: enough names under the proposal. Source: rules 3.2.</summary>
internal static class SupportersCheck
{
    public static void Add(List<ProposalProblem> problems, AgendaItem item, Meeting meeting)
    {
        if (item.Before.Proposal is not ProposalNames proposal || ProposalCheck.LevelOf(meeting) is not CongressLevel level)
            return;
        if (SupportersNeeded.For(proposal.Kind, level, meeting.Base.Count) is not (int names, Law law))
            problems.Add(new("before.proposal.kind", "本级没有这种提案", "there is no such proposal at this level", Broken: true));
        else if (proposal.Names < names)
            problems.Add(new(
                "before.proposal.names", $"联名须有 {Arithmetic.Text(names)} 人以上（{law.Chinese}），现有 {Arithmetic.Text(proposal.Names)} 人",
                $"{Arithmetic.Text(names)} names are needed ({law.English}), there are {Arithmetic.Text(proposal.Names)}", Broken: true));
    }
}
