namespace VotingHall.Core;

/// <summary>手续的问题: what stands against putting an item to the vote as it was prepared, or what is still missing.</summary>
/// <param name="Field">Field of the agenda item, e.g. "before.period".</param>
/// <param name="Broken">Law or profile is broken by what was written down; false = something is not written down yet.</param>
public sealed record ProposalProblem(string Field, string Chinese, string English, bool Broken);
