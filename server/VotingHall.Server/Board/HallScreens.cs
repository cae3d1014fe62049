using VotingHall.Core;
using VotingHall.Screens;

namespace VotingHall.Server.Board;

/// <summary>
/// 会场画面: the present pictures of all audiences, made from the hall as last made durable. Pictures are whole and immutable; asking for one is
/// free. <see cref="Renew"/> is called by one thread (<see cref="BoardFeed"/>).
/// </summary>
public sealed class HallScreens(BoardSources sources) : IHallScreens
{
    private readonly Dictionary<Audience, byte[]> shown = [];
    private Pictures pictures = Pictures.Empty;
    private (Meeting? Meeting, SeatPlans Plan, long Version) plan = (null, SeatPlans.Of(null), 0);
    private long seq;

    public BoardView Board => pictures.Board with { Head = Fresh(pictures.Board.Head) };

    public ChairView Chair => pictures.Chair with { Head = Fresh(pictures.Chair.Head) };

    public ScrutineerView Scrutineer => pictures.Scrutineer with { Head = Fresh(pictures.Scrutineer.Head) };

    public SecretariatView Secretariat => pictures.Secretariat with { Head = Fresh(pictures.Secretariat.Head) };

    public TechnicianView Technician => pictures.Technician with { Head = Fresh(pictures.Technician.Head) };

    public SeatPlanView Plan { get; private set; } = new(0, []);

    /// <summary>Makes the pictures anew; returns whose has changed.</summary>
    public IReadOnlyList<Audience> Renew(BoardDirection direction)
    {
        HallState state = sources.State();
        if (!ReferenceEquals(plan.Meeting?.Members, state.Meeting?.Members))
        {
            plan = (state.Meeting, SeatPlans.Of(state.Meeting), plan.Version + 1);
            Plan = plan.Plan.View(plan.Version);
        }
        Pictures next = Pictures.Make(HeadOf(state), state, direction, plan.Plan, sources);
        List<Audience> changed = [];
        foreach ((Audience audience, object picture) in next.WithoutHeads())
        {
            // What a screen would get, compared as it would get it: lists inside records do not compare by content.
            byte[] json = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(picture, ScreenJson.Options);
            if (shown.TryGetValue(audience, out byte[]? before) && before.AsSpan().SequenceEqual(json))
                continue;
            shown[audience] = json;
            changed.Add(audience);
        }
        if (changed.Count > 0)
            pictures = next.With(HeadOf(state) with { Seq = ++seq });
        return changed;
    }

    /// <summary>A screen that comes later must not take an old moment for the present one.</summary>
    private ViewHead Fresh(ViewHead head) => head with { ServerTimeMs = sources.Clock().UnixMs };

    private ViewHead HeadOf(HallState state) => new(
        seq, state.Epoch, state.Version, sources.Rehearsal, state.Meeting?.Session.Name ?? "",
        state.Meeting?.Sittings.FirstOrDefault(sitting => sitting.No == state.SittingNo)?.Name ?? "", sources.Clock().UnixMs,
        state.CurrentRound?.Opening?.Resumed ?? 0);
}
