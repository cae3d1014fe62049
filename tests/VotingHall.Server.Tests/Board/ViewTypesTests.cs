using VotingHall.Screens;
using Xunit;

namespace VotingHall.Server.Tests.Board;

/// <summary>Secrecy by types: what screens show before figures may be seen has, however deep, no place to put one.</summary>
public sealed class ViewTypesTests
{
    private static readonly Type[] OfFigures = [typeof(ResultView), typeof(ResultRow), typeof(StationSum), typeof(Verdict), typeof(RowVerdict)];

    [Theory]
    [InlineData(typeof(BoardScene.Idle))]
    [InlineData(typeof(BoardScene.SignIn))]
    [InlineData(typeof(BoardScene.Prepared))]
    [InlineData(typeof(BoardScene.Voting))]
    [InlineData(typeof(BoardScene.Closing))]
    [InlineData(typeof(BoardScene.Closed))]
    [InlineData(typeof(BoardScene.Voided))]
    [InlineData(typeof(ChairStage.Ready))]
    [InlineData(typeof(ChairStage.Voting))]
    [InlineData(typeof(ChairStage.Closing))]
    [InlineData(typeof(ChairStage.AwaitingCount))]
    [InlineData(typeof(ChairStage.Voided))]
    [InlineData(typeof(AgendaLine))]
    [InlineData(typeof(ChairAct))]
    [InlineData(typeof(ScrutineerStage.Waiting))]
    [InlineData(typeof(ScrutineerStage.Watching))]
    [InlineData(typeof(ScrutineerStage.TypeNumber))]
    [InlineData(typeof(ScrutineerStage.Voided))]
    [InlineData(typeof(TechnicianView))]
    public void A_view_before_the_figures_has_no_place_for_them(Type view)
    {
        HashSet<Type> reached = Reached(view);
        Assert.Empty(reached.Intersect(OfFigures));
        // Neither as itself: no type of the hall's own, no object that could be anything.
        Assert.DoesNotContain(reached, type => type.Namespace == "VotingHall.Core" || type == typeof(object));
    }

    /// <summary>It can fail: figures are found behind lists and inside other views.</summary>
    [Theory]
    [InlineData(typeof(BoardView))]
    [InlineData(typeof(ChairView))]
    [InlineData(typeof(ScrutineerView))]
    [InlineData(typeof(SecretariatView))]
    [InlineData(typeof(BoardScene.Result))]
    [InlineData(typeof(ScrutineerStage.Compare))]
    public void Figures_are_found_where_they_are(Type view) => Assert.Contains(typeof(ResultRow), Reached(view));

    /// <summary>All types a view can hold: of its fields, of lists of them, and of every scene or stage a field may be.</summary>
    private static HashSet<Type> Reached(Type view)
    {
        HashSet<Type> reached = [];
        Queue<Type> open = new([view]);
        while (open.TryDequeue(out Type? type))
        {
            if (!reached.Add(type))
                continue;
            foreach (Type part in type.GetGenericArguments())
                open.Enqueue(part);
            if (type.Assembly != typeof(BoardView).Assembly)
                continue;
            foreach (Type field in type.GetProperties().Where(property => property.GetIndexParameters().Length == 0).Select(property => property.PropertyType))
                open.Enqueue(field);
            if (type.IsAbstract)
                foreach (Type kind in type.GetNestedTypes().Where(kind => kind.IsSubclassOf(type)))
                    open.Enqueue(kind);
        }
        return reached;
    }
}
