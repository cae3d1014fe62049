using VotingHall.Core;

namespace VotingHall.Server.Plans;

/// <summary>规则集: the rule profile as read, with the digest of its file.</summary>
public sealed record ProfilePlan(string Name, ProfileRules Rules, Octets Digest);
