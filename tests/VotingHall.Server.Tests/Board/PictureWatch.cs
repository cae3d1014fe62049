using System.Text.Json;
using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Board;
using VotingHall.Server.Loop;
using VotingHall.Server.Startup;
using VotingHall.Server.Tests.Halls;

namespace VotingHall.Server.Tests.Board;

/// <summary>画面的看守: after every durable turn of a virtual hall, all five pictures as screens would get them.</summary>
internal sealed class PictureWatch : IDurableWatcher
{
    private readonly VirtualHall hall;
    private readonly HallScreens screens;

    public PictureWatch(VirtualHall hall)
    {
        this.hall = hall;
        screens = new HallScreens(new BoardSources
        {
            State = () => hall.Loop.Published,
            Clock = () => hall.Wall,
            Lines = () => Quiet(hall.Lines.Picture()),
            StationSums = hall.Station.SumsOf,
            Rehearsal = false,
            Notes = () => [.. hall.Notes.Select(note => NoteText.Line(note, 0))],
        });
        hall.Loop.Watch(this);
    }

    /// <summary>Told of the round that is last, and of the pictures.</summary>
    public Action<Round, IReadOnlyDictionary<Audience, JsonElement>>? Seen { get; set; }

    public void Durable(DurableTurn turn)
    {
        if (turn.State.Rounds.Count > 0)
            Seen?.Invoke(hall.Current, Now());
    }

    public IReadOnlyDictionary<Audience, JsonElement> Now()
    {
        screens.Renew(BoardDirection.Start);
        return new Dictionary<Audience, JsonElement>
        {
            [Audience.Screen] = Written(screens.Board),
            [Audience.Chair] = Written(screens.Chair),
            [Audience.Scrutineer] = Written(screens.Scrutineer),
            [Audience.Secretariat] = Written(screens.Secretariat),
            [Audience.Technician] = Written(screens.Technician with
            {
                // What every picture bears on its head is not what it shows.
                Head = screens.Technician.Head with { Seq = 0, Version = 0, ServerTimeMs = 0 },
            }),
        };
    }

    private static JsonElement Written(object picture) => JsonSerializer.SerializeToElement(picture, picture.GetType(), ScreenJson.Options);

    /// <summary>Counters of the bus run with time, whatever is pressed.</summary>
    private static LinesPicture Quiet(LinesPicture lines) => new([.. lines.Bridges.Select(bridge => bridge with
    {
        Lines = [.. bridge.Lines.Select(line => line with { SweepMs = 0, Swept = 0, Repeated = 0, BadFrames = 0 })],
    })]);
}
