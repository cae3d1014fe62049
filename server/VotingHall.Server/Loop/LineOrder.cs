using VotingHall.Core;

namespace VotingHall.Server.Loop;

/// <summary>
/// 线路指令: what the hall wants of the lines, given only after the reason for it is on disk. Closed list. Source: protocol 7.6.
/// </summary>
public abstract record LineOrder
{
    private LineOrder() { }

    /// <summary>下发票样: broadcast the paper as an object and report which keypads hold it.</summary>
    public sealed record DeliverPaper(RoundOnLines Round) : LineOrder;

    /// <summary>开启 (also after a restart inside the round): OPEN and sweeps; presses are reported, durable ones acknowledged.</summary>
    public sealed record Open(RoundOnLines Round) : LineOrder;

    /// <summary>关闭: CLOSE and sweeps until every seat sealed or the limits are reached. Source: protocol 7.1 rule 5.</summary>
    public sealed record Close(RoundNo Round, Octets CloseNonce) : LineOrder;

    /// <summary>已落盘的按键: from now on acknowledged by lamp.</summary>
    public sealed record Hold(IReadOnlyList<HeldPress> Presses) : LineOrder;

    /// <summary>已关闭: last acknowledgements; a secret round goes on to collect the final tags.</summary>
    public sealed record Closed(RoundNo Round) : LineOrder;

    /// <summary>补收最终认证: too many final tags are missing; ask again until more are there. Source: protocol 7.6 (TALLY).</summary>
    public sealed record CollectFinals(RoundNo Round) : LineOrder;

    /// <summary>已计入: one code a keypad (COUNTED), made by the station.</summary>
    public sealed record ShowCounted(RoundNo Round, IReadOnlyDictionary<KeypadUid, Octets> Codes) : LineOrder;

    /// <summary>结束: result kept (declared) or void. Source: protocol 4.1 COMMIT.</summary>
    public sealed record End(RoundNo Round, bool Kept) : LineOrder;
}

/// <summary>最终认证: which press of a keypad its final tag belongs to, and the tag. Source: protocol 8.3.</summary>
public sealed record AttestedPress(PressId Press, Octets Proof);
