namespace VotingHall.Screens.Tests.Samples;

/// <summary>监票端样本: every state of the scrutineer station in the county plenary.</summary>
public static class ScrutineerSamples
{
    public const string Digest = "3f9a71c208de5b46";

    public static ScrutineerView Waiting { get; } = View(1, new ScrutineerStage.Waiting(null));

    public static ScrutineerView Watching { get; } = View(
        1, new ScrutineerStage.Watching(SampleMeeting.Nominee, new Turnout(251, 286), new Window(SampleMeeting.NowMs - 22_000, SampleMeeting.NowMs + 37_999), WatchState.Open));

    public static ScrutineerView Counting { get; } = View(2, new ScrutineerStage.Watching(SampleMeeting.Nominee, new Turnout(283, 286), null, WatchState.Counting));

    public static ScrutineerView TypeNumber { get; } = View(3, new ScrutineerStage.TypeNumber(SampleMeeting.Nominee, 3, 2));

    public static ScrutineerView Stopped { get; } = View(3, new ScrutineerStage.TypeNumber(SampleMeeting.Nominee, 3, 0));

    public static ScrutineerView Compare { get; } = View(4, CompareOf(SampleMeeting.Election, ResultSamples.Tie));

    public static ScrutineerView CompareNamed { get; } = View(4, CompareOf(SampleMeeting.Report, ResultSamples.Report));

    public static ScrutineerView CompareRollCall { get; } = View(
        4, new ScrutineerStage.Compare(SampleMeeting.RollCall, ResultSamples.RollCall, [], true, Digest, 0, []));

    /// <summary>The station counted one vote less for the second name.</summary>
    public static ScrutineerView Mismatch { get; } = View(4, CompareOf(SampleMeeting.Election, ResultSamples.Tie) with
    {
        Agree = false,
        StationRows =
        [
            .. ResultSamples.Tie.Rows.Select((row, i) => i == 1 ? new StationSum(267, 10, 7, 0) : new StationSum(row.For, row.Against, row.Abstain, row.WriteIn)),
        ],
    });

    public static ScrutineerView Projects { get; } = View(4, CompareOf(SampleMeeting.Projects, ResultSamples.Projects));

    public static ScrutineerView Confirmed { get; } = View(
        5, new ScrutineerStage.Confirmed(SampleMeeting.Election, ResultSamples.Tie, Digest, "总监票人", false));

    public static ScrutineerView Voided { get; } = View(4, new ScrutineerStage.Voided(SampleMeeting.Budget, new Words("票样有误", "the paper is wrong")));

    public static IReadOnlyList<(string Name, ScrutineerView View)> All { get; } =
    [
        ("waiting", Waiting), ("watching", Watching), ("counting", Counting), ("number", TypeNumber), ("stopped", Stopped), ("compare", Compare),
        ("compare-named", CompareNamed), ("compare-roll-call", CompareRollCall), ("mismatch", Mismatch), ("projects", Projects), ("confirmed", Confirmed),
        ("voided", Voided),
    ];

    private static ScrutineerStage.Compare CompareOf(QuestionView question, ResultView figures) => new(
        question, figures, [.. figures.Rows.Select(row => new StationSum(row.For, row.Against, row.Abstain, row.WriteIn))], true, Digest, 0, ["7排12座"]);

    private static ScrutineerView View(int step, ScrutineerStage stage) => new(SampleMeeting.Head, step, stage);
}
