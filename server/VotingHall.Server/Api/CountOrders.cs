using VotingHall.Core;

namespace VotingHall.Server.Api;

/// <summary>登记出席 of members without a keypad.</summary>
/// <param name="Members">代表号.</param>
public sealed record AttendanceOrder(long VersionSeen, IReadOnlyList<int> Members, bool Present) : OrderBody(VersionSeen);

/// <summary>发出选票.</summary>
/// <param name="Note">Why more are issued than members are present, else empty.</param>
public sealed record IssuedOrder(long VersionSeen, int Papers, string Note = "") : OrderBody(VersionSeen);

/// <summary>收回选票.</summary>
public sealed record PapersOrder(long VersionSeen, int Papers) : OrderBody(VersionSeen);

/// <summary>宣布投票有效（无效）.</summary>
public sealed record ValidityOrder(long VersionSeen, bool Valid) : OrderBody(VersionSeen);

/// <summary>计票.</summary>
/// <param name="Valid">有效票; 0 for a show of hands.</param>
/// <param name="Invalid">无效票 by reason; null = none.</param>
/// <param name="Rows">In ballot order.</param>
public sealed record CountOrder(
    long VersionSeen, int Valid, InvalidCount? Invalid, IReadOnlyList<RowFigures> Rows, IReadOnlyList<WrittenName> WriteIns) : OrderBody(VersionSeen)
{
    internal HandCount ToCount() => new(
        Valid, Invalid is { } by ? new InvalidPapers(by.OverVote, by.Illegible, by.NotOfficial, by.Torn, by.Other) : default,
        [.. Rows.Select(row => row.ToTally())], [.. WriteIns.Select(name => name.ToTally())]);
}

/// <summary>无效票的原因.</summary>
public sealed record InvalidCount(int OverVote, int Illegible, int NotOfficial, int Torn, int Other);

/// <summary>一行的票数.</summary>
/// <param name="Void">行无效.</param>
public sealed record RowFigures(int For, int Against, int Abstain, int Void = 0, int WriteIn = 0)
{
    internal RowTally ToTally() => new("", For, Against, Abstain, WriteIn) { Void = Void };
}

/// <summary>另选他人: a name as it is written, and its votes.</summary>
public sealed record WrittenName(string Name, int Votes)
{
    internal WriteInTally ToTally() => new(Name, Votes);
}

/// <summary>计票表格 (CSV) as one of the two entries.</summary>
public sealed record CountTableOrder(long VersionSeen, string Csv) : OrderBody(VersionSeen);

/// <summary>一个人写下的决定.</summary>
public sealed record NoteOrder(long VersionSeen, string Note) : OrderBody(VersionSeen);

/// <summary>合并另选他人.</summary>
public sealed record MergeOrder(long VersionSeen, string From, string Into) : OrderBody(VersionSeen);

/// <summary>另选票; an empty list says that no slip counts.</summary>
public sealed record SlipsOrder(long VersionSeen, IReadOnlyList<WrittenName> Names) : OrderBody(VersionSeen);

/// <summary>不用表决器的代表的合计.</summary>
public sealed record ManualVotesOrder(long VersionSeen, int Participants, IReadOnlyList<RowFigures> Rows) : OrderBody(VersionSeen);

/// <summary>不用表决器的代表的记名表决.</summary>
/// <param name="Marks">One for each row; null = not chosen (lists to pick from).</param>
/// <param name="WriteIns">代表号 of other persons; empty = none.</param>
public sealed record ManualBallotOrder(long VersionSeen, int Member, IReadOnlyList<Choice?> Marks, IReadOnlyList<int> WriteIns) : OrderBody(VersionSeen);
