using System.Net;
using VotingHall.Screens;
using VotingHall.Server.Tests.Plans;
using Xunit;

namespace VotingHall.Server.Tests.Api;

/// <summary>server/openapi.json is what the server says of its API. VOTINGHALL_REWRITE=1 writes it anew.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task The_committed_description_is_the_present_one()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        ApiReply reply = await hall.Get(Audience.Technician, "/openapi.json");
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        string now = reply.Body.ReplaceLineEndings("\n").TrimEnd() + "\n";
        string file = Path.Combine(Samples.Schemas, "..", "openapi.json");
        if (Environment.GetEnvironmentVariable("VOTINGHALL_REWRITE") == "1")
            await File.WriteAllTextAsync(file, now, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), now);
    }
}
