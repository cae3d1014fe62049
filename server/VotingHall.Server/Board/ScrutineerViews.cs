using System.Security.Cryptography;
using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Screens;

namespace VotingHall.Server.Board;

/// <summary>监票端的取法. No figure leaves here before <see cref="Round.FiguresMayBeSeen"/>. Source: screens 4.10.</summary>
internal static class ScrutineerViews
{
    /// <param name="stationSums">What the station gave for a secret round, null where it gave nothing in this run.</param>
    public static (int Step, ScrutineerStage Stage) Of(
        HallState state, Func<RoundNo, IReadOnlyList<StationRow>?> stationSums, Func<RoundNo, StationRefusal?> stationRefusal)
    {
        if (state.Rounds.Count == 0)
            return (1, new ScrutineerStage.Waiting(null));
        Round round = state.Rounds[new RoundNo(state.Rounds.Count)];
        QuestionView question = QuestionViews.Of(round);
        return round.Phase switch
        {
            RoundPhase.Prepared => (1, new ScrutineerStage.Waiting(question)),
            RoundPhase.Open when round.Method != VotingMethod.Keypad => (1, new ScrutineerStage.Watching(question, null, null, WatchState.Open)),
            RoundPhase.Open => (1, new ScrutineerStage.Watching(question, BoardViews.TurnoutOf(round), BoardViews.WindowOf(round), WatchState.Open)),
            RoundPhase.Closing => (2, new ScrutineerStage.Watching(question, AfterTheEnd(round), null, WatchState.Closing)),
            RoundPhase.Closed => (2, new ScrutineerStage.Watching(question, AfterTheEnd(round), null, WatchState.Counting)
            {
                Trouble = StationWords.Of(round, stationRefusal(round.No)),
            }),
            RoundPhase.Counted when !round.FiguresMayBeSeen || round.TriesLeft == 0 =>
                (3, new ScrutineerStage.TypeNumber(question, DigitsOf(round.Opening!.SignedIn), round.TriesLeft)),
            RoundPhase.Counted => (4, Compare(state, round, question, stationSums)),
            RoundPhase.Confirmed => (5, Confirmed(round, question, declared: false)),
            RoundPhase.Declared => (6, Confirmed(round, question, declared: true)),
            RoundPhase.Voided => (1, new ScrutineerStage.Voided(question, VoidWords.Of(round.Voided!.Reason))),
            _ => throw new InvalidOperationException("unknown phase"),
        };
    }

    /// <summary>Of a secret round nothing: the number is read from the big screen, never from the station. Source: screens 4.10.</summary>
    private static Turnout? AfterTheEnd(Round round) => round.Mode == RoundMode.Secret || round.Method != VotingMethod.Keypad ? null : BoardViews.TurnoutOf(round);

    /// <summary>Sixteen digits over question and figures: the same wherever the same result is shown.</summary>
    public static string TallyDigest(Round round) => Convert.ToHexString(SHA256.HashData(SecondCount.FiguresOf(round)).AsSpan(0, 8));

    private static ScrutineerStage.Compare Compare(
        HallState state, Round round, QuestionView question, Func<RoundNo, IReadOnlyList<StationRow>?> stationSums)
    {
        IReadOnlyList<RowTally> host = round.Counted!.Tally.Rows;
        // Of papers and hands the second person's own entry stands beside the host's figures.
        RowTally[] own = round.ByHand.Entries.Count > 0
            ? [.. round.ByHand.Entries[^1].Count.Rows]
            : round.IsMasked
            ? [.. WithManual(round, stationSums(round.No) ?? []).Select(row => row.ToTally(""))]
            : [.. SecondCount.Of(round, state.Meeting!).Rows];
        // Every option counts, the grades of an evaluation too; the names are the host's.
        bool agree = own.Length == host.Count
            && host.Select((row, i) => own[i] with { Name = row.Name, Void = row.Void } == row).All(equal => equal)
            && round.Counted.Outcome is not Outcome.Invalid;
        return new ScrutineerStage.Compare(
            // A roll call has no rows, only who is present.
            question, ResultViews.Of(round), round.Question is RollCall ? [] : [.. own.Select(row => SumOf(round, row))], agree, TallyDigest(round), round.Counted.Unattested,
            [.. round.Closed!.Faulty.Select(uid => round.ElectorAt(uid)!.Seat.Value)]);
    }

    /// <summary>The station knows nothing of members without a keypad: their sums stand beside its own.</summary>
    private static IEnumerable<StationRow> WithManual(Round round, IReadOnlyList<StationRow> station) => round.ByHand.Manual is not { Votes: { Participants: > 0 } manual }
        ? station
        : station.Select((row, i) => new StationRow(
            row.For + manual.Rows[i].For, row.Against + manual.Rows[i].Against, row.Abstain + manual.Rows[i].Abstain, row.WriteIn + manual.Rows[i].WriteIn,
            GradeMarks.From(choice => Choices.IsGrade(choice) ? checked(row.Of(choice) + manual.Rows[i].Of(choice)) : 0)));

    private static StationSum SumOf(Round round, RowTally row) => new(row.For, row.Against, row.Abstain, row.WriteIn) { Marks = OptionMarks.Of(round, row) };

    private static ScrutineerStage.Confirmed Confirmed(Round round, QuestionView question, bool declared) =>
        new(question, ResultViews.Of(round), TallyDigest(round), round.Confirmed!.By.Person, declared);

    private static int DigitsOf(int number) => number.ToString("D", null).Length;
}
