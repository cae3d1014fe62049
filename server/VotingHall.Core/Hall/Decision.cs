namespace VotingHall.Core;

/// <summary>裁定: the hall's answer to a command.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>Accepted, and nothing changes.</summary>
    public static Accepted Nothing { get; } = new([]);

    public static implicit operator Decision(Refusal refusal) => new Refused(refusal);

    public static implicit operator Decision(HallEvent e) => new Accepted([new Fact(e, null)]);

    public static implicit operator Decision(Fact fact) => new Accepted([fact]);

    /// <summary>接受. No facts = already so (a repeated press, a repeated key). <paramref name="Notice"/>: the facts stand, but the person is told no.</summary>
    public sealed record Accepted(IReadOnlyList<Fact> Facts, Refusal? Notice = null) : Decision;

    /// <summary>拒绝. Nothing changed.</summary>
    public sealed record Refused(Refusal Refusal) : Decision;
}

/// <summary>事实及其不公开部分: the event, and what is stored apart from the log keyed by round and keypad.</summary>
public sealed record Fact(HallEvent Event, PrivatePart? Private);

/// <summary>不公开部分: what one keypad holds in one round. It replaces the earlier one of the same round and keypad, so no order of casting is kept.</summary>
public abstract record PrivatePart(RoundNo Round, KeypadUid Keypad)
{
    /// <summary>记名.</summary>
    public sealed record Named(RoundNo Round, KeypadUid Keypad, NamedHolding Holding) : PrivatePart(Round, Keypad);

    /// <summary>无记名.</summary>
    public sealed record Masked(RoundNo Round, KeypadUid Keypad, MaskedHolding Holding) : PrivatePart(Round, Keypad);
}
