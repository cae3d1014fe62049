using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Screens;
using VotingHall.Server.Accounts;
using VotingHall.Server.Api;
using VotingHall.Server.Conduct;
using VotingHall.Server.Loop;
using VotingHall.Server.Papers;
using VotingHall.Server.Plans;
using VotingHall.Server.Startup;
using VotingHall.Server.Stores;
using VotingHall.Server.Tests.Halls;
using VotingHall.Signing;

namespace VotingHall.Server.Tests.Api;

/// <summary>
/// A hall with its loop running, behind a real web host on a free port: keypads are commands, everything people do goes by HTTP.
/// </summary>
internal sealed class ApiTestHall : IAsyncDisposable
{
    public const int Members = 6;

    private readonly CancellationTokenSource stop = new();
    private readonly Dictionary<Audience, HttpClient> desks = [];
    private readonly bool ownsData;
    private Task running = Task.CompletedTask;

    private ApiTestHall(string? data)
    {
        ownsData = data is null;
        Data = data ?? Directory.CreateTempSubdirectory("votinghall-api-").FullName;
        Loop = new HallLoop(HallState.Empty, new JournalWriter(new MemoryJournalStore(), new JournalTree(RecordSuite.Intl), Bytes), HallHost.Now);
        RoundConduct conduct = new(Loop, new KeypadPaperPress(new BlankGlyphs()).Make, AsconSuite.Instance, HallHost.Now, Bytes);
        Board = new BoardOrders(HallHost.Now);
        RecordFiles files = new(no => File("record", no), no => File("proof", no), no => File("pdf", no));
        Func<string, IReadOnlyList<string>> missing = text => [.. text.EnumerateRunes().Where(rune => rune.ToString() == Unprintable).Select(rune => rune.ToString())];
        Access = new ApiHall(Loop, conduct, Board, files, new MeetingReader(MeetingReader.ProfilesBesideServer, missing), missing, Uids.ToHashSet(), Print);
    }

    /// <summary>A character no font of this hall has.</summary>
    public const string Unprintable = "𪚥";

    public static IReadOnlyList<KeypadUid> Uids { get; } = [.. Enumerable.Range(1, Members + 1).Select(i => new KeypadUid((ulong)i))];

    public string Data { get; }

    public HallLoop Loop { get; }

    public BoardOrders Board { get; }

    public ApiHall Access { get; }

    public WebHost Web { get; private set; } = null!;

    public HallState Now => Loop.Published;

    public long Version => Now.Version;

    public Uri Address => new(Web.Addresses[0]);

    /// <summary>Members 1 to 6 at keypads 1 to 6, keypad 7 a spare; agenda: 1 roll call, 2 a motion, 3 a secret motion.</summary>
    public static async Task<ApiTestHall> Start(string? data = null)
    {
        ApiTestHall hall = new(data);
        hall.running = Task.Run(() => hall.Loop.Run(hall.stop.Token));
        await hall.Give(new HallCommand.RaiseEpoch(1) { Issuer = Issuer.System, At = HallHost.Now() });
        await hall.Give(new HallCommand.LoadMeeting(Meeting) { Issuer = Issuer.System, At = HallHost.Now() });
        await hall.Give(new HallCommand.BeginMeetingKeys(new Octets(new byte[32]), [new Octets(new byte[16])]) { Issuer = Issuer.System, At = HallHost.Now() });
        for (int i = 0; i < Uids.Count; i++)
            await hall.Give(new HallCommand.RegisterKeypad(Uids[i], "L1", i + 1, 1) { Issuer = Issuer.Bridge, At = HallHost.Now() });
        await hall.StartWeb();
        return hall;
    }

    public static Meeting Meeting { get; } = Meetings.Of(
        [.. Uids.Take(Members)], [Meetings.RollCallItem, Meetings.MotionItem("2", RoundMode.Named), Meetings.MotionItem("3", RoundMode.Secret)]);

    /// <summary>The web host alone, over the same accounts.</summary>
    public async Task StartWeb()
    {
        Passwords passwords = new(iterations: 1000);
        AccountBook book = AccountBook.Open(Data, rehearsal: true, passwords, out _);
        Web = await WebHost.Start("http://127.0.0.1:0", Data, Access, new StillScreens(), book, Said.Add, passwords);
    }

    /// <summary>Faults the web host has told.</summary>
    public List<string> Said { get; } = [];

    /// <summary>A browser nobody is signed in at. It follows no redirect.</summary>
    public HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };

    public static Task<HttpResponseMessage> SignIn(HttpClient browser, string name, string password, string back = "") => browser.PostAsync(
        "/sign-in", new FormUrlEncodedContent(new Dictionary<string, string> { ["name"] = name, ["password"] = password, ["back"] = back }));

    /// <summary>The desk of a role, signed in.</summary>
    public async Task<HttpClient> Desk(Audience role)
    {
        if (desks.TryGetValue(role, out HttpClient? desk))
            return desk;
        desk = Browser();
        using HttpResponseMessage signedIn = await SignIn(desk, Audiences.Name(role), "rehearsal-" + Audiences.Name(role));
        if (signedIn.StatusCode != HttpStatusCode.Found)
            throw new InvalidOperationException($"{role}: {signedIn.StatusCode}");
        return desks[role] = desk;
    }

    /// <summary>An order by a role, on the present version unless another was seen.</summary>
    public async Task<ApiReply> Order(Audience role, string path, object? fields = null, long? seen = null, string? key = null)
    {
        Dictionary<string, object?> body = new() { ["versionSeen"] = seen ?? Version };
        foreach (System.Reflection.PropertyInfo field in fields?.GetType().GetProperties() ?? [])
            body[field.Name] = field.GetValue(fields);
        return await Send(await Desk(role), path, JsonSerializer.Serialize(body), key ?? Guid.NewGuid().ToString());
    }

    /// <summary>An order that must be taken.</summary>
    public async Task<long> Must(Audience role, string path, object? fields = null)
    {
        ApiReply reply = await Order(role, path, fields);
        return reply.Status == HttpStatusCode.OK ? reply.Json.GetProperty("version").GetInt64() : throw new InvalidOperationException($"{path}: {reply}");
    }

    public static async Task<ApiReply> Send(HttpClient desk, string path, string body, string? key, string type = "application/json")
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api" + path) { Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type)) };
        // A body that is too large is refused before it was sent whole.
        request.Headers.ExpectContinue = body.Length > 1_000_000;
        if (key is not null)
            request.Headers.Add(OrderDesk.KeyHeader, key);
        using HttpResponseMessage reply = await desk.SendAsync(request);
        return new ApiReply(reply.StatusCode, await reply.Content.ReadAsStringAsync());
    }

    public async Task<ApiReply> Get(Audience role, string path)
    {
        using HttpResponseMessage reply = await (await Desk(role)).GetAsync("/api" + path);
        return new ApiReply(reply.StatusCode, await reply.Content.ReadAsStringAsync());
    }

    public async Task Give(HallCommand command)
    {
        if (await Loop.Ask(command) is LoopReply.Refused refused)
            throw new InvalidOperationException(refused.Reason.English);
    }

    /// <summary>Base confirmed, sitting open, everybody signed in: ready for the first item.</summary>
    public async Task SignEverybodyIn()
    {
        await Must(Audience.Chair, "/base/confirm");
        await Must(Audience.Secretariat, "/sittings/1/open");
        await Must(Audience.Secretariat, "/rounds", new { item = "1" });
        await OpenRound();
        foreach (KeypadUid uid in Uids.Take(Members))
            await Give(new HallCommand.PressSignIn(Last, uid, Press) { Issuer = Issuer.Bridge, At = HallHost.Now() });
        await CloseRound();
        await Must(Audience.Scrutineer, $"/rounds/{Last}/confirm");
        await Must(Audience.Chair, $"/rounds/{Last}/declare");
    }

    public RoundNo Last => new(Now.Rounds.Count);

    public static PressId Press { get; } = new((1UL << 32) | 1);

    public async Task OpenRound()
    {
        await Give(new HallCommand.ReportPaper(Last, Members, []) { Issuer = Issuer.System, At = HallHost.Now() });
        await Must(Audience.Chair, $"/rounds/{Last}/open");
    }

    public async Task CloseRound()
    {
        await Must(Audience.Chair, $"/rounds/{Last}/close");
        await Give(new HallCommand.FinishClose(Last, []) { Issuer = Issuer.System, At = HallHost.Now() });
    }

    public string File(string kind, RoundNo round) => Path.Combine(Data, $"round-{round}.{kind}");

    /// <summary>The loop ends, the web host goes on.</summary>
    public async Task StopLoop()
    {
        await stop.CancelAsync();
        await running.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (HttpClient desk in desks.Values)
            desk.Dispose();
        await Web.DisposeAsync();
        await StopLoop();
        stop.Dispose();
        if (ownsData)
            Directory.Delete(Data, recursive: true);
    }

    private Task<LoopReply> Print(Issuer by, RoundNo round, int copy, string printer, int copies, string key) =>
        Loop.Ask(new HallCommand.OrderPrint(round, copy, printer, copies) { Issuer = by, At = HallHost.Now(), IdempotencyKey = key });

    private static byte[] Bytes(int count) => System.Security.Cryptography.RandomNumberGenerator.GetBytes(count);

    private sealed class BlankGlyphs : IGlyphSource
    {
        public IReadOnlyDictionary<Rune, byte[]> Glyphs(IReadOnlyCollection<Rune> characters) => characters.ToDictionary(rune => rune, _ => new byte[32]);
    }
}

/// <summary>What the API answered.</summary>
internal sealed record ApiReply(HttpStatusCode Status, string Body)
{
    public override string ToString() => $"{Status} {Body}";

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Code => Json.GetProperty("code").GetString()!;

    public IEnumerable<string> Fields => Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()!);
}
