using Microsoft.AspNetCore.SignalR;

namespace VotingHall.Screens;

/// <summary>推送: sends the present picture to every screen of an audience. Who calls it decides how often (the server: at most 20 times a second).</summary>
public sealed class LivePush(IHallScreens screens, IHubContext<LiveHub> hub)
{
    public object Picture(Audience audience) => audience switch
    {
        Audience.Chair => screens.Chair,
        Audience.Secretariat => screens.Secretariat,
        Audience.Scrutineer => screens.Scrutineer,
        Audience.Technician => screens.Technician,
        Audience.Screen => screens.Board,
        _ => throw new InvalidOperationException("unknown audience"),
    };

    public Task Send(Audience audience, CancellationToken stop) =>
        hub.Clients.Group(Audiences.Name(audience)).SendAsync(LiveHub.Message, Picture(audience), stop);
}
