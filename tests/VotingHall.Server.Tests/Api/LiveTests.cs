using System.Net.WebSockets;
using System.Text;
using VotingHall.Screens;
using Xunit;

namespace VotingHall.Server.Tests.Api;

/// <summary>The live pictures go to whom they are for, over the connection a browser makes.</summary>
public sealed class LiveTests(RouteRolesTests.Running running) : IClassFixture<RouteRolesTests.Running>
{
    /// <summary>Ends each message of SignalR's JSON protocol.</summary>
    private const char End = '\u001e';

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Audience.Chair, Audience.Chair, true)]
    [InlineData(Audience.Chair, Audience.Screen, true)]
    [InlineData(Audience.Chair, Audience.Scrutineer, false)]
    [InlineData(Audience.Screen, Audience.Chair, false)]
    [InlineData(Audience.Screen, Audience.Screen, true)]
    [InlineData(Audience.Technician, Audience.Secretariat, false)]
    public async Task A_screen_gets_the_pictures_of_its_role(Audience role, Audience wanted, bool gets)
    {
        using ClientWebSocket socket = new();
        socket.Options.SetRequestHeader("Cookie", await Cookie(role));
        await socket.ConnectAsync(Address("/live?for=" + Audiences.Name(wanted)), Stop);
        await socket.SendAsync(Encoding.UTF8.GetBytes("""{"protocol":"json","version":1}""" + End), WebSocketMessageType.Text, true, Stop);
        Assert.Equal(gets, (await Heard(socket)).Contains("\"target\":\"picture\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_listens_without_signing_in()
    {
        using ClientWebSocket socket = new();
        WebSocketException refused = await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(Address("/live?for=screen"), Stop));
        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_other_sites_cannot_listen()
    {
        using ClientWebSocket socket = new();
        socket.Options.SetRequestHeader("Cookie", await Cookie(Audience.Chair));
        socket.Options.SetRequestHeader("Origin", "http://evil.example");
        WebSocketException refused = await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(Address("/live?for=chair"), Stop));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>What comes until the first picture, or until the server hangs up.</summary>
    private static async Task<string> Heard(ClientWebSocket socket)
    {
        StringBuilder heard = new();
        byte[] buffer = new byte[16_384];
        while (socket.State == WebSocketState.Open && !heard.ToString().Contains("\"target\":\"picture\"", StringComparison.Ordinal))
        {
            try
            {
                WebSocketReceiveResult part = await socket.ReceiveAsync(buffer, Stop);
                heard.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
            }
            catch (WebSocketException)
            {
                // Hung up without a farewell.
                break;
            }
        }
        return heard.ToString();
    }

    private Uri Address(string path) => new($"ws://{running.Hall.Address.Authority}{path}");

    private async Task<string> Cookie(Audience role)
    {
        using HttpClient browser = running.Hall.Browser();
        using HttpResponseMessage signedIn = await ApiTestHall.SignIn(browser, Audiences.Name(role), "rehearsal-" + Audiences.Name(role));
        return signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }
}
