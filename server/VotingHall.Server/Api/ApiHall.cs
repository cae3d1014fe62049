using VotingHall.Core;
using VotingHall.Server.Conduct;
using VotingHall.Server.Loop;
using VotingHall.Server.Plans;

namespace VotingHall.Server.Api;

/// <summary>接口所需: what the API needs of the hall.</summary>
/// <param name="Records">Where records and papers lie.</param>
/// <param name="Missing">Characters of a text that no font of the house can print; safe from any thread.</param>
/// <param name="Commissioned">Keypads that keys were made for.</param>
/// <param name="Print">To the printers of this hall.</param>
public sealed record ApiHall(
    HallLoop Loop, RoundConduct Conduct, BoardOrders Board, RecordFiles Records, MeetingReader Meetings,
    Func<string, IReadOnlyList<string>> Missing, IReadOnlySet<KeypadUid> Commissioned, OrderPrinting Print)
{
    public HallState Now => Loop.Published;
}

/// <summary>交打印: orders printing number <paramref name="copy"/> of a round's certificate.</summary>
public delegate Task<LoopReply> OrderPrinting(Issuer by, RoundNo round, int copy, string printer, int copies, string key);

/// <summary>归档的文件 of a round; a file that is not there yet does not exist.</summary>
public sealed record RecordFiles(Func<RoundNo, string> Record, Func<RoundNo, string> Proof, Func<RoundNo, string> Certificate);
