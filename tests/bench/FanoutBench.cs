using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using VotingHall.Screens;
using VotingHall.Screens.Tests;

namespace VotingHall.Bench;

/// <summary>分发: the picture of 3,000 seats to 1, 10 and 100 screens through the real hub, 20 times a second, from send to callback.</summary>
internal static class FanoutBench
{
    private const int Runs = 3;
    private const int Seconds = 5;

    public static void Run(TextWriter to) => RunAsync(to).GetAwaiter().GetResult();

    private static async Task RunAsync(TextWriter to)
    {
        Table table = new("Pictures of 3,000 seats over SignalR, 20 a second, screens in the same process (ms from send to callback, median of 3 runs)",
            "screens", "p50", "p99", "max", "pictures", "lost", "out of order");
        foreach (int screens in (int[])[1, 10, 100])
        {
            List<FanoutRun> runs = [];
            for (int run = 0; run < Runs; run++)
                runs.Add(await Measure(screens));
            table.Row(screens,
                Figures.Median(runs.Select(run => Figures.Percentile(run.Ms, 50))), Figures.Median(runs.Select(run => Figures.Percentile(run.Ms, 99))),
                Figures.Median(runs.Select(run => run.Ms.Max())), runs.Sum(run => run.Ms.Count), runs.Sum(run => run.Lost), runs.Sum(run => run.OutOfOrder));
        }
        table.Note("Server and screens share the cores: reading the JSON of every screen counts too.");
        table.Print(to);
    }

    private static async Task<FanoutRun> Measure(int screens)
    {
        await using SampleHall hall = await SampleHall.Start(CancellationToken.None);
        SeatPictures pictures = new(150);
        hall.Screens.Board = pictures.Next();
        long[] sentAt = new long[Seconds * Pace.PerSecond + 2];
        ConcurrentQueue<double> took = new();
        int outOfOrder = 0;
        List<HubConnection> open = [];
        for (int i = 0; i < screens; i++)
        {
            HubConnection screen = Screen(hall);
            long last = 0;
            screen.On<Arrived>(LiveHub.Message, picture =>
            {
                if (picture.Head.Seq < last)
                    Interlocked.Increment(ref outOfOrder);
                last = picture.Head.Seq;
                if (Volatile.Read(ref sentAt[last]) is > 0 and long sent)
                    took.Enqueue(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            });
            await screen.StartAsync();
            open.Add(screen);
        }
        await Pace.Run(TimeSpan.FromSeconds(Seconds), async () =>
        {
            hall.Screens.Board = pictures.Next();
            Volatile.Write(ref sentAt[hall.Screens.Board.Head.Seq], Stopwatch.GetTimestamp());
            await hall.Push(Audience.Screen, CancellationToken.None);
        });
        int wanted = screens * Seconds * Pace.PerSecond;
        using (PeriodicTimer look = new(TimeSpan.FromMilliseconds(20)))
            for (int looks = 0; took.Count < wanted && looks < 250; looks++)
                await look.WaitForNextTickAsync();
        foreach (HubConnection screen in open)
            await screen.DisposeAsync();
        return new FanoutRun([.. took], wanted - took.Count, outOfOrder);
    }

    private static HubConnection Screen(SampleHall hall)
    {
        HubConnectionBuilder builder = new();
        Uri address = new UriBuilder(new Uri(hall.Address, LiveHub.Path + "?for=screen")) { Scheme = "ws" }.Uri;
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(address));
        builder.Services.AddSingleton<IConnectionFactory>(new WebSocketLines($"{SampleSignIn.Cookie}=screen"));
        return builder.Build();
    }

    private sealed record Arrived(ArrivedHead Head);

    private sealed record ArrivedHead(long Seq);

    private sealed record FanoutRun(IReadOnlyList<double> Ms, int Lost, int OutOfOrder);
}
