using System.Net;
using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Startup;
using Xunit;

namespace VotingHall.Server.Tests.Api;

/// <summary>Records and papers are sent as they lie in the archive.</summary>
public sealed class RecordsApiTests
{
    [Fact]
    public async Task Files_of_a_signed_round_are_sent_byte_for_byte_and_printed_once()
    {
        await using ApiTestHall hall = await ApiTestHall.Start();
        await hall.SignEverybodyIn();
        byte[] bytes = [0x7B, 0x7D, 0x0A, 0xFF];
        foreach (string kind in new[] { "record", "proof", "pdf" })
            await File.WriteAllBytesAsync(hall.File(kind, hall.Last), bytes, TestContext.Current.CancellationToken);
        ApiReply unsigned = await hall.Get(Audience.Chair, "/rounds/1/record");
        Assert.Equal((HttpStatusCode.NotFound, "notFiled"), (unsigned.Status, unsigned.Code));
        await hall.Give(new HallCommand.RecordSigned(hall.Last, new Octets(new byte[32]), ["k"]) { Issuer = Issuer.System, At = HallHost.Now() });
        foreach ((string file, string type) in new[] { ("record", "application/json"), ("proof", "application/json"), ("certificate", "application/pdf") })
        {
            HttpClient desk = await hall.Desk(Audience.Scrutineer);
            using HttpResponseMessage shown = await desk.GetAsync($"/api/rounds/1/{file}", TestContext.Current.CancellationToken);
            Assert.Equal(bytes, await shown.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal(type, shown.Content.Headers.ContentType!.MediaType);
            Assert.Null(shown.Content.Headers.ContentDisposition);
            using HttpResponseMessage saved = await desk.GetAsync($"/api/rounds/1/{file}?download=true", TestContext.Current.CancellationToken);
            Assert.Equal("attachment", saved.Content.Headers.ContentDisposition!.DispositionType);
        }
        ApiReply early = await hall.Order(Audience.Secretariat, "/rounds/1/print", new { copy = 1, printer = "秘书处", copies = 3 });
        Assert.Equal("certificateNotMade", early.Code);
        await hall.Give(new HallCommand.CertificateMade(hall.Last, new Octets(new byte[32])) { Issuer = Issuer.System, At = HallHost.Now() });
        await hall.Must(Audience.Secretariat, "/rounds/1/print", new { copy = 1, printer = "秘书处", copies = 3 });
        ApiReply twice = await hall.Order(Audience.Secretariat, "/rounds/1/print", new { copy = 1, printer = "秘书处", copies = 3 });
        Assert.Equal((HttpStatusCode.Conflict, "printCopyWrong"), (twice.Status, twice.Code));
        Assert.Single(hall.Now.Rounds[hall.Last].Prints);
        Assert.Equal(HttpStatusCode.NotFound, (await hall.Get(Audience.Chair, "/rounds/2/record")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await hall.Get(Audience.Chair, "/rounds/-1/record")).Status);
    }
}
