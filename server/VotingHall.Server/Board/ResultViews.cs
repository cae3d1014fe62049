using VotingHall.Core;
using VotingHall.Screens;

namespace VotingHall.Server.Board;

/// <summary>结果的画面: from a counted round to the figures every screen shows alike.</summary>
internal static class ResultViews
{
    public static ResultView Of(Round round)
    {
        Counted counted = round.Counted!;
        Tally tally = counted.Tally;
        Opening opening = round.Opening!;
        Verdict verdict = VerdictOf(counted.Outcome);
        bool rollCall = round.Question is RollCall;
        IReadOnlyList<ResultRow> rows = rollCall ? [] : RowsOf(round, tally, counted.Outcome);
        // Of a roll call 应到 stands where 实到 does: those absent make up the difference.
        int signedIn = rollCall ? Math.Max(opening.Context.Base.Count, tally.Participants) : tally.SignedIn;
        return new ResultView(
            QuestionViews.KindOf(round.Question), opening.Context.Base.Count, BaseWords(opening.Context.Body), counted.Outcome.Reason.Required,
            QuestionViews.SeatsOf(round.Question), signedIn, tally.Participants, signedIn - tally.Participants, FailedSeats(round),
            tally.WriteIns.Sum(person => person.For) + tally.Rows.Sum(row => row.WriteIn), rows, verdict,
            VerdictTexts.Of(round.Question, counted.Outcome, verdict), Explanation.Of(round).MayChangeResult)
        {
            Papers = tally.Papers is { } papers ? new PaperFigures(papers.Issued, papers.Collected, papers.Valid, papers.Invalid) : null,
            Labels = OptionMarks.LabelsOf(round),
            ThresholdWords = counted.Outcome.Reason.RuleId == RuleId.TwoThirdsOfAll ? new Words("三分之二以上", "two thirds") : new Words("过半数", "majority"),
        };
    }

    public static Words BaseWords(Body body) => body switch
    {
        Body.Congress => new Words("全体代表", "all deputies"),
        Body.StandingCommittee => new Words("全体组成人员", "all members"),
        Body.Presidium => new Words("主席团全体成员", "all members of the presidium"),
        _ => throw new InvalidOperationException("unknown body"),
    };

    /// <summary>Seats counted in 未按 whose keypad was out of order.</summary>
    private static int FailedSeats(Round round) => round.Closed!.Faulty.Count(uid => round.Box.PressOf(uid) is null);

    private static Verdict VerdictOf(Outcome outcome) => outcome switch
    {
        Outcome.Carried => Verdict.Carried,
        Outcome.NotCarried { VoteEffective: false } => Verdict.NoEffect,
        Outcome.NotCarried => Verdict.NotCarried,
        Outcome.PersonByPerson => Verdict.PersonByPerson,
        Outcome.Filled or Outcome.Preselected => Verdict.Filled,
        Outcome.CutTied => Verdict.Tie,
        Outcome.Evaluated => Verdict.PersonByPerson,
        Outcome.RunoffRequired => Verdict.Tie,
        Outcome.Shortfall => Verdict.Shortfall,
        Outcome.RollCalled { Quorate: true } => Verdict.QuorumMet,
        Outcome.RollCalled => Verdict.QuorumShort,
        Outcome.Invalid => Verdict.Invalid,
        _ => throw new InvalidOperationException("unknown outcome"),
    };

    private static IReadOnlyList<ResultRow> RowsOf(Round round, Tally tally, Outcome outcome)
    {
        IReadOnlyList<PersonOutcome> persons = OutcomeJson.PersonsOf(outcome);
        bool ranked = outcome is not Outcome.PersonByPerson && persons.Count > 0;
        IReadOnlyList<VotingHall.Screens.PaperRow> paper = QuestionViews.RowsOf(round.Question);
        // One row for a whole list has the title for a name.
        bool byName = paper.Count == tally.Rows.Count;
        return [.. tally.Rows.Select((row, i) => new ResultRow(
            row.Name, byName ? paper[i].Post : "",
            ranked ? 1 + tally.Rows.Count(other => other.For > row.For) : null, row.For, row.Against, row.Abstain, row.WriteIn,
            i < persons.Count ? RowVerdictOf(round.Question, persons[i].State) : RowVerdict.None)
        {
            Marks = OptionMarks.Of(round, row),
            Grade = outcome is Outcome.Evaluated graded ? OptionMarks.ResultOf(graded.Items[i]) : "",
            Rates = outcome is Outcome.Evaluated rated && round.Question is Evaluation evaluation ? OptionMarks.RatesOf(evaluation, row, rated.Items[i]) : [],
        })];
    }

    private static RowVerdict RowVerdictOf(Question question, PersonState state) => state switch
    {
        PersonState.Formal => RowVerdict.Chosen,
        PersonState.NotFormal => RowVerdict.NotChosen,
        PersonState.PassedPendingUpperApproval => RowVerdict.Carried,
        PersonState.Elected => question is ProjectVote ? RowVerdict.Chosen : RowVerdict.Elected,
        PersonState.NotElected => question is ProjectVote ? RowVerdict.NotChosen : RowVerdict.NotElected,
        PersonState.TiedRunoff => RowVerdict.Tied,
        PersonState.Passed => question is ProjectVote ? RowVerdict.Chosen : RowVerdict.Carried,
        PersonState.NotPassed => question is ProjectVote ? RowVerdict.NotChosen : RowVerdict.NotCarried,
        PersonState.ElectedPendingUpperApproval => RowVerdict.ElectedPendingApproval,
        _ => throw new InvalidOperationException("unknown state of a person"),
    };
}
