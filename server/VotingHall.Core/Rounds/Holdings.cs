using System.Collections.Immutable;

namespace VotingHall.Core;

/// <summary>记名选票: what one keypad holds in a named round.</summary>
/// <param name="Press">Its press identity.</param>
/// <param name="Sealed">Sent again after the keypad latched the close.</param>
/// <param name="Marks">One per row of the paper; null = row not chosen (pick lists).</param>
/// <param name="WriteIns">另选他人: by write-in place of the paper in group order, 0 = place empty; an empty list = none.</param>
public sealed record NamedHolding(PressId Press, bool Sealed, ImmutableArray<Choice?> Marks, ImmutableArray<MemberId> WriteIns)
{
    /// <summary>Same marks and names, whatever the seal.</summary>
    public bool SameContent(NamedHolding other) =>
        Marks.AsSpan().SequenceEqual(other.Marks.AsSpan()) && WriteIns.AsSpan().SequenceEqual(other.WriteIns.AsSpan());

    public bool Equals(NamedHolding? other) => other is not null && Press == other.Press && Sealed == other.Sealed && SameContent(other);

    public override int GetHashCode() => Press.GetHashCode();

    /// <summary>A personal vote is shown by the record, never by a log line.</summary>
    public override string ToString() => "named ballot";
}

/// <summary>
/// 无记名选票（已加锁）: masked words of one keypad. Neither this type nor anything it can reach knows a choice. Source: record.md 9, protocol 8.
/// </summary>
public sealed class MaskedHolding : IEquatable<MaskedHolding>
{
    public MaskedHolding(PressId press, bool isSealed, Octets words)
    {
        Press = press;
        Sealed = isSealed;
        Words = words;
    }

    public PressId Press { get; }

    public bool Sealed { get; }

    /// <summary>The masked ballot as it came; only the station's sum can be opened.</summary>
    public Octets Words { get; }

    public bool Equals(MaskedHolding? other) =>
        other is not null && Press == other.Press && Sealed == other.Sealed && Words.Equals(other.Words);

    public override bool Equals(object? obj) => Equals(obj as MaskedHolding);

    public override int GetHashCode() => Press.GetHashCode();

    public override string ToString() => "masked ballot";
}

/// <summary>票箱: what a round holds, one entry a keypad. The kind follows the mode, so a secret round has no place for a choice.</summary>
public abstract record BallotBox
{
    private BallotBox() { }

    /// <summary>Ballots held.</summary>
    public abstract int Count { get; }

    /// <summary>The press held of this keypad, or null: what ACKVEC acknowledges.</summary>
    public abstract PressId? PressOf(KeypadUid keypad);

    /// <summary>记名.</summary>
    public sealed record Named(ImmutableSortedDictionary<KeypadUid, NamedHolding> Ballots) : BallotBox
    {
        public override int Count => Ballots.Count;

        public override PressId? PressOf(KeypadUid keypad) => Ballots.GetValueOrDefault(keypad)?.Press;
    }

    /// <summary>无记名 (双锁票箱, our half).</summary>
    public sealed record Masked(ImmutableSortedDictionary<KeypadUid, MaskedHolding> Ballots) : BallotBox
    {
        public override int Count => Ballots.Count;

        public override PressId? PressOf(KeypadUid keypad) => Ballots.GetValueOrDefault(keypad)?.Press;
    }

    /// <summary>签到.</summary>
    public sealed record SignIns(ImmutableSortedDictionary<KeypadUid, PressId> Presses) : BallotBox
    {
        public override int Count => Presses.Count;

        public override PressId? PressOf(KeypadUid keypad) => Presses.TryGetValue(keypad, out PressId press) ? press : null;
    }

    /// <summary>手工: papers and hands are held by people, not by the hall.</summary>
    public sealed record ByHand : BallotBox
    {
        public override int Count => 0;

        public override PressId? PressOf(KeypadUid keypad) => null;
    }

    /// <summary>By the method first: only keypads cast into the hall.</summary>
    public static BallotBox EmptyFor(RoundMode mode, VotingMethod method) => method == VotingMethod.Keypad ? EmptyFor(mode) : new ByHand();

    public static BallotBox EmptyFor(RoundMode mode) => mode switch
    {
        RoundMode.Named => new Named(ImmutableSortedDictionary<KeypadUid, NamedHolding>.Empty),
        RoundMode.Secret => new Masked(ImmutableSortedDictionary<KeypadUid, MaskedHolding>.Empty),
        RoundMode.SignIn => new SignIns(ImmutableSortedDictionary<KeypadUid, PressId>.Empty),
        _ => throw new InvalidOperationException("unknown round mode"),
    };
}
