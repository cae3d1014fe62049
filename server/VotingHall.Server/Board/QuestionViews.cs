using VotingHall.Core;
using VotingHall.Screens;
using PaperRow = VotingHall.Screens.PaperRow;

namespace VotingHall.Server.Board;

/// <summary>事项的画面: from a round to what screens show of its question.</summary>
internal static class QuestionViews
{
    public static QuestionView Of(Round round) => new(
        round.No.Value, round.Item.No, KindOf(round.Question), round.Question.Title, round.Question.Verb, OfficeOf(round.Question),
        RowsOf(round.Question), SeatsOf(round.Question), round.Mode == RoundMode.Secret,
        round.Opening?.Context.Rules.Keypad.PressRule == PressRule.First, round.RepeatOf?.Value ?? 0, round.FollowUpOf?.Value ?? 0)
    {
        OneByOne = IsOneByOne(round.Question),
        Labels = round.Paper.Groups.FirstOrDefault(group => group.Labels.Count > 0)?.Labels ?? [],
        Method = VotingMethods.Name(round.Method),
    };

    private static bool IsOneByOne(Question question) => question switch
    {
        PersonsQuestion persons => !persons.IsSingleRow,
        ListVote list => list.OneByOne,
        _ => RowsOf(question).Count > 0,
    };

    public static string KindOf(Question question) => question is RunoffElection ? "runoff" : question.Kind;

    public static string OfficeOf(Question question) => question.OfficeName ?? "";

    public static int SeatsOf(Question question) => question.Places ?? 0;

    public static IReadOnlyList<PaperRow> RowsOf(Question question) => question switch
    {
        Election election => [.. election.Candidates.Select(name => new PaperRow(name, ""))],
        RunoffElection runoff => [.. runoff.Candidates.Select(name => new PaperRow(name, ""))],
        ProjectVote projects => [.. projects.Projects.Select(name => new PaperRow(name, ""))],
        ListVote list => [.. list.Names.Select(name => new PaperRow(name, ""))],
        PersonsQuestion persons => [.. persons.Persons.Select(person => new PaperRow(person.Name, person.Post ?? ""))],
        PreSelection vote => [.. vote.Nominees.Select(name => new PaperRow(name, ""))],
        Evaluation evaluation => [.. evaluation.Items.Select(item => new PaperRow(item.Name, item.Post ?? ""))],
        _ => [],
    };
}
