using System.Net;
using System.Text;
using System.Text.Json;
using VotingHall.Screens;
using Xunit;

namespace VotingHall.Server.Tests.Api;

/// <summary>Good orders, damaged in many ways from a fixed seed: nothing that can be sent is a fault of the server. In a hall of its own: it comes near the number of orders one account may give.</summary>
public sealed class DamagedOrdersTests(RouteRolesTests.Running running) : IClassFixture<RouteRolesTests.Running>
{
    /// <summary>Seven paths of one desk stay below the 200 orders that an account may give at once.</summary>
    private const int DamagesOfEach = 25;

    private static readonly (Audience Role, string Path, string Body)[] Good =
    [
        (Audience.Chair, "/base/confirm", """{"versionSeen":1}"""),
        (Audience.Secretariat, "/sittings/1/open", """{"versionSeen":1}"""),
        (Audience.Chair, "/sittings/close", """{"versionSeen":1}"""),
        (Audience.Secretariat, "/rounds", """{"versionSeen":1,"item":"2","mode":"named"}"""),
        (Audience.Chair, "/rounds/1/open", """{"versionSeen":1,"releaseMissing":true}"""),
        (Audience.Chair, "/rounds/1/extend", """{"versionSeen":1,"seconds":30}"""),
        (Audience.Scrutineer, "/rounds/1/participants", """{"versionSeen":1,"typed":6}"""),
        (Audience.Scrutineer, "/rounds/1/confirm", """{"versionSeen":1}"""),
        (Audience.Chair, "/rounds/1/void", """{"versionSeen":1,"reason":"quorumLost","note":"人数不足"}"""),
        (Audience.Secretariat, "/rounds/1/print", """{"versionSeen":1,"copy":1,"printer":"秘书处","copies":3}"""),
        (Audience.Secretariat, "/agenda/4", """{"versionSeen":1,"place":1,"item":{"no":"4","kind":"motion","title":"关于报告的决议","verb":"通过","mode":"named"}}"""),
        (Audience.Secretariat, "/agenda/4/remove", """{"versionSeen":1}"""),
        (Audience.Secretariat, "/meeting/check", """{"text":"{\"hall\":{\"id\":\"x\"},\"members\":[{\"id\":1,\"name\":\"甲\"}]}"}"""),
        (Audience.Secretariat, "/roster/check", """{"csv":"代表号,姓名,席位,表决器\n1,甲,1-1,0000000000000001\n"}"""),
        (Audience.Technician, "/keypads/0000000000000007/bind", """{"versionSeen":1,"member":2}"""),
        (Audience.Chair, "/board/picture", """{"versionSeen":1,"picture":"break","resumesAt":"10:30"}"""),
    ];

    [Fact]
    public async Task Nothing_that_can_be_sent_is_a_fault_of_the_server()
    {
        Random random = new(20_260_115);
        foreach ((Audience role, string path, string body) in Good)
        {
            HttpClient desk = await running.Hall.Desk(role);
            for (int i = 0; i < DamagesOfEach; i++)
            {
                string damaged = Damage(body, random);
                ApiReply reply = await ApiTestHall.Send(desk, path, damaged, $"fuzz-{random.Next():D10}");
                Assert.NotEqual(HttpStatusCode.TooManyRequests, reply.Status);
                Assert.True((int)reply.Status is >= 200 and < 500, $"{path} {damaged}: {reply}");
                Assert.NotEqual(JsonValueKind.Undefined, reply.Json.ValueKind);
            }
        }
        Assert.Empty(running.Hall.Said);
    }

    private const string Signs = "{}[],:\"\\0-9eE.\u0000\uE000𪚥null";

    private static string Damage(string body, Random random)
    {
        StringBuilder text = new(body);
        for (int hits = random.Next(1, 5); hits > 0 && text.Length > 0; hits--)
        {
            int at = random.Next(text.Length);
            switch (random.Next(6))
            {
                case 0: text.Remove(at, Math.Min(random.Next(1, 8), text.Length - at)); break;
                case 1: text.Insert(at, Signs[random.Next(Signs.Length)]); break;
                case 2: text[at] = (char)random.Next(1, 0xD7FF); break;
                case 3: text.Insert(at, text.ToString(0, random.Next(text.Length))); break;
                case 4: text.Insert(at, random.Next(2) == 0 ? "-99999999999999999999" : "\\u0000"); break;
                default: text.Length = at; break;
            }
        }
        return text.ToString();
    }
}
