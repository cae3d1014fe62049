namespace VotingHall.Core;

/// <summary>
/// 基数核对: the outcome under every imaginable base. A difference is told to chair and scrutineer before anything is announced; it changes nothing by
/// itself. Source: rules 2.2; cases C09 to C11.
/// </summary>
/// <param name="Outcomes">The confirmed base first.</param>
public sealed record BaseFinding(IReadOnlyList<BaseOutcome> Outcomes)
{
    /// <summary>Whether another base would have led to another outcome.</summary>
    public bool Differs => Outcomes.Any(other => !Same(Outcomes[0].Outcome, other.Outcome));

    public static BaseFinding Of(Question question, Tally tally, CountContext context) => new([.. context.Figures.Around(context.Base)
        .Select(one => new BaseOutcome(one, question.Count(tally, context with { Base = context.Base with { Count = one.Count } })))]);

    /// <summary>One sentence on each base.</summary>
    public string Chinese => string.Join("；", Outcomes.Select(one => $"{one.Base.Chinese}{Votes(one.Outcome, "（须{0}票）")}：{ChineseOf(one.Outcome)}"));

    public string English => string.Join("; ", Outcomes.Select(one => $"{one.Base.English}{Votes(one.Outcome, " ({0} votes needed)")}: {EnglishOf(one.Outcome)}"));

    private static string Votes(Outcome outcome, string form) =>
        outcome.Reason.Required is int required ? form.Replace("{0}", Arithmetic.Text(required), StringComparison.Ordinal) : "";

    /// <summary>The same state of the whole and of everybody; the arithmetic may differ.</summary>
    private static bool Same(Outcome one, Outcome other) =>
        OutcomeJson.StateOf(one) == OutcomeJson.StateOf(other)
        && (one as Outcome.NotCarried)?.VoteEffective == (other as Outcome.NotCarried)?.VoteEffective
        && States(one).SequenceEqual(States(other))
        && Grades(one).SequenceEqual(Grades(other));

    private static IEnumerable<(string Name, PersonState State)> States(Outcome outcome) =>
        OutcomeJson.PersonsOf(outcome).Select(person => (person.Name, person.State)).Order();

    private static IEnumerable<(string Name, int? Grade)> Grades(Outcome outcome) =>
        outcome is Outcome.Evaluated evaluated ? evaluated.Items.Select(item => (item.Name, item.Grade)) : [];

    private static string ChineseOf(Outcome outcome) => outcome switch
    {
        Outcome.Carried => "通过",
        Outcome.NotCarried { VoteEffective: false } => "表决无效",
        Outcome.NotCarried => "未获通过",
        Outcome.RollCalled { Quorate: true } => "符合法定人数",
        Outcome.RollCalled => "不足法定人数",
        Outcome.Invalid => "不得宣布",
        Outcome.RunoffRequired tie => Persons(outcome, "当选", "、", "无人当选") + $"，{Arithmetic.Text(tie.Tied.Count)}人票数相等",
        Outcome.PersonByPerson => Persons(outcome, "通过", "、", "均未获通过"),
        Outcome.Evaluated evaluated => string.Join("，", evaluated.Items.Select(item => item.Name + item.GradeName)),
        Outcome.Preselected or Outcome.CutTied => Persons(outcome, "正式候选人", "、", "没有正式候选人"),
        _ => Persons(outcome, "当选", "、", "无人当选"),
    };

    private static string EnglishOf(Outcome outcome) => outcome switch
    {
        Outcome.Carried => "carried",
        Outcome.NotCarried { VoteEffective: false } => "the vote has no effect",
        Outcome.NotCarried => "not carried",
        Outcome.RollCalled { Quorate: true } => "the quorum is met",
        Outcome.RollCalled => "no quorum",
        Outcome.Invalid => "not to be announced",
        Outcome.RunoffRequired tie => Persons(outcome, "elected ", ", ", "nobody elected") + $", {Arithmetic.Text(tie.Tied.Count)} tied",
        Outcome.PersonByPerson => Persons(outcome, "carried: ", ", ", "none carried"),
        Outcome.Evaluated evaluated => string.Join(", ", evaluated.Items.Select(item => item.GradeName.Length == 0 ? item.Name : $"{item.Name} {item.GradeName}")),
        Outcome.Preselected or Outcome.CutTied => Persons(outcome, "formal candidates ", ", ", "no formal candidate"),
        _ => Persons(outcome, "elected ", ", ", "nobody elected"),
    };

    private static string Persons(Outcome outcome, string verb, string separator, string nobody)
    {
        string[] names = [.. OutcomeJson.PersonsOf(outcome)
            .Where(person => person.State is PersonState.Elected or PersonState.ElectedPendingUpperApproval or PersonState.Passed
                or PersonState.PassedPendingUpperApproval or PersonState.Formal)
            .Select(person => person.Name)];
        return names.Length == 0 ? nobody : verb + string.Join(separator, names);
    }
}

/// <summary>某一基数下的结论.</summary>
public sealed record BaseOutcome(ImaginableBase Base, Outcome Outcome);
