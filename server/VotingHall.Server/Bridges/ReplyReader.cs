using System.Collections.Immutable;
using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Loop;

namespace VotingHall.Server.Bridges;

/// <summary>应答读数: what one reply of a keypad says. Closed list.</summary>
internal abstract record ReplyReading
{
    private ReplyReading() { }

    /// <summary>No key pressed (or that press is spoiled).</summary>
    public sealed record Nothing : ReplyReading;

    /// <summary>A piece of a longer ballot, the rest is still to come.</summary>
    public sealed record Partial : ReplyReading;

    /// <summary>The tag was good and the content is impossible: firmware fault. Source: protocol 12.</summary>
    public sealed record Invalid : ReplyReading;

    /// <summary>A press. Its content is readable in named rounds only; in secret rounds it is masked words.</summary>
    public abstract record Press(PressId Id) : ReplyReading
    {
        public abstract HallCommand ToCommand(RoundNo round, KeypadUid uid, bool isSealed, Issuer by, Instant at);

        public sealed override string ToString() => "press";
    }

    public sealed record SignInPress(PressId Id) : Press(Id)
    {
        public override HallCommand ToCommand(RoundNo round, KeypadUid uid, bool isSealed, Issuer by, Instant at) =>
            new HallCommand.PressSignIn(round, uid, Id) { Issuer = by, At = at };
    }

    public sealed record NamedPress(PressId Id, ImmutableArray<Choice?> Marks, ImmutableArray<MemberId> WriteIns) : Press(Id)
    {
        public override HallCommand ToCommand(RoundNo round, KeypadUid uid, bool isSealed, Issuer by, Instant at) =>
            new HallCommand.CastNamed(round, uid, Id, Marks, WriteIns, isSealed) { Issuer = by, At = at };
    }

    public sealed record MaskedPress(PressId Id, Octets Words) : Press(Id)
    {
        public override HallCommand ToCommand(RoundNo round, KeypadUid uid, bool isSealed, Issuer by, Instant at) =>
            new HallCommand.CastMasked(round, uid, Id, Words, isSealed) { Issuer = by, At = at };
    }
}

/// <summary>
/// 应答解读: turns the plaintext of a reply into a reading. Its memory is only for joining the pieces of long ballots.
/// Source: protocol 4.3, 7.1 rule 2, 8.2.
/// </summary>
internal sealed class ReplyReader(RoundOnLines round)
{
    private readonly Dictionary<KeypadUid, BallotPieces> pieces = [];

    /// <summary>S of a reply: its boot is that of the session, or of the record restored over a restart.</summary>
    public static PressId? PressOf(KeypadSession keypad, ReplyState state, ushort rev)
    {
        uint boot = state.Restarted ? keypad.RecordBoot : keypad.Boot;
        return boot == 0 || rev == 0 ? null : new PressId(((ulong)boot << 32) | rev);
    }

    public ReplyReading Read(KeypadSession keypad, UpKind kind, byte[] plaintext) =>
        (kind, round.Mode) switch
        {
            (UpKind.Vote or UpKind.SealedVote, RoundMode.Named or RoundMode.SignIn) => ReadVote(keypad, plaintext),
            (UpKind.Ballot or UpKind.SealedBallot, RoundMode.Secret) => ReadPiece(keypad, plaintext),
            _ => new ReplyReading.Invalid(),
        };

    private ReplyReading ReadVote(KeypadSession keypad, byte[] plaintext)
    {
        if (!VotePayload.TryParse(plaintext, round.Form.VectorBytes, out VotePayload? vote))
            return new ReplyReading.Invalid();
        if (!vote.State.Pressed)
            return new ReplyReading.Nothing();
        if (PressOf(keypad, vote.State, vote.Rev) is not { } press)
            return new ReplyReading.Invalid();
        if (round.Mode == RoundMode.SignIn)
            return new ReplyReading.SignInPress(press);
        if (!ChoiceVector.TryParse(vote.Vector, round.Form, out ChoiceVector? vector, out _))
            return new ReplyReading.Invalid();
        return new ReplyReading.NamedPress(
            press,
            [.. vector.Options.Select((option, row) => option == 0 ? (Choice?)null : round.Options[row][option - 1])],
            [.. vector.WriteIns.Select(number => new MemberId(number))]);
    }

    private ReplyReading ReadPiece(KeypadSession keypad, byte[] plaintext)
    {
        if (!BallotPiecePayload.TryParse(plaintext, round.Shape.PieceBytes, out BallotPiecePayload? piece)
            || piece.State.Fragment >= round.Fragments)
            return new ReplyReading.Invalid();
        if (!piece.State.Pressed)
            return new ReplyReading.Nothing();
        if (PressOf(keypad, piece.State, piece.Rev) is not { } press)
            return new ReplyReading.Invalid();
        if (!pieces.TryGetValue(keypad.Uid, out BallotPieces? joined) || joined.Press != press)
            pieces[keypad.Uid] = joined = new BallotPieces(press, round.Fragments);
        joined.Take(piece.State.Fragment, piece.Piece);
        if (joined.All is not { } all)
            return new ReplyReading.Partial();
        return MaskedBallot.TryJoin(round.Shape, new PressStamp(press.Boot, press.Rev), all, out _)
            ? new ReplyReading.MaskedPress(press, new Octets(all.SelectMany(part => part).Take(round.Shape.PayloadBytes).ToArray()))
            : new ReplyReading.Invalid();
    }

    /// <summary>Pieces of one masked ballot; only pieces of the same press are joined.</summary>
    private sealed class BallotPieces(PressId press, int count)
    {
        private readonly byte[]?[] parts = new byte[]?[count];

        public PressId Press { get; } = press;

        public void Take(int index, byte[] piece) => parts[index] = piece;

        /// <summary>All pieces in order, or null while one is missing.</summary>
        public IReadOnlyList<byte[]>? All => parts.Any(part => part is null) ? null : [.. parts.Select(part => part!)];
    }
}
