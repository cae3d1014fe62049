using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Screens;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Board;

/// <summary>画面的来源: where the pictures come from; every part is asked on the feed's thread and answers at once.</summary>
public sealed class BoardSources
{
    /// <summary>The hall as last made durable.</summary>
    public required Func<HallState> State { get; init; }

    public required Func<Instant> Clock { get; init; }

    public required Func<LinesPicture> Lines { get; init; }

    /// <summary>Row sums of a secret round as the station itself gave them.</summary>
    public required Func<RoundNo, IReadOnlyList<StationRow>?> StationSums { get; init; }

    /// <summary>Why the station gives no sums of a round, null while it has not refused.</summary>
    public Func<RoundNo, StationRefusal?> StationRefusal { get; init; } = _ => null;

    /// <summary>演练.</summary>
    public required bool Rehearsal { get; init; }

    /// <summary>Newest first.</summary>
    public Func<IReadOnlyList<NoteLine>> Notes { get; init; } = () => [];

    public Func<IReadOnlyList<PrintLine>> Prints { get; init; } = () => [];

    public IReadOnlyList<string> Printers { get; init; } = [];
}
