using VotingHall.Server.Lines;

namespace VotingHall.Server.Plans;

/// <summary>线路计划: the bridges of the hall and their lines, from lines.json.</summary>
public sealed record LinesPlan(IReadOnlyList<BridgePlan> Bridges);

/// <summary>集线桥: entries of lines.json with one address, in file order; the first is line 1 of the bridge link.</summary>
public sealed record BridgePlan(LineAddress Address, IReadOnlyList<LinePlan> Lines);

/// <summary>线路: one RS-485 line.</summary>
/// <param name="Id">Printed on the cable, e.g. "L1".</param>
/// <param name="Baud">Rate of the line itself (LINE_CFG).</param>
/// <param name="Keypads">Keypads wired to it, 1 to 250.</param>
public sealed record LinePlan(string Id, int Baud, int Keypads);
