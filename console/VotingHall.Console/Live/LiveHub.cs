using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace VotingHall.Screens;

/// <summary>
/// 实时推送: pushes the whole present picture to a screen when it connects and whenever it changed. Screens cannot call anything here: orders are
/// HTTP POSTs. Source: design.md, decision 11.
/// </summary>
[Authorize]
public sealed class LiveHub(LivePush push) : Hub
{
    /// <summary>Name of the one message, its argument is the view.</summary>
    public const string Message = "picture";

    public const string Path = "/live";

    /// <summary>The screen says by <c>?for=</c> what it is; it gets the pictures of its own role, and the big screen's, which is for everybody.</summary>
    public override async Task OnConnectedAsync()
    {
        string wanted = Context.GetHttpContext()!.Request.Query["for"].ToString();
        if (Audiences.TryParse(wanted, out Audience audience) && Audiences.MaySee(Context.User!, audience))
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, wanted, Context.ConnectionAborted).ConfigureAwait(false);
            await Clients.Caller.SendAsync(Message, push.Picture(audience), Context.ConnectionAborted).ConfigureAwait(false);
        }
        else
        {
            Context.Abort();
        }
        await base.OnConnectedAsync().ConfigureAwait(false);
    }
}
