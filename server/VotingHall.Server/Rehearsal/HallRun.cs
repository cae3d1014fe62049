using VotingHall.Core;
using VotingHall.Server.Plans;
using VotingHall.Server.Startup;

namespace VotingHall.Server.Rehearsal;

/// <summary>会议的进行: runs the script if there is one, tells what happens, and waits until everything is signed and printed.</summary>
public static class HallRun
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan SettleLimit = TimeSpan.FromMinutes(2);

    /// <summary>A hall counts as ready when every keypad is admitted, or none has come for so long (one may be dead).</summary>
    private static readonly TimeSpan NoMoreKeypads = TimeSpan.FromSeconds(6);

    /// <summary>Exit code: 0 the sitting ended as ordered, 1 it did not.</summary>
    public static async Task<int> Until(HallHost hall, ScriptPlan? script, bool exit, Action<string> said)
    {
        using CancellationTokenSource ended = new();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            ended.Cancel();
        };
        KeypadGathering gathering = new(() => hall.Lines.AdmittedCount, hall.ExpectedKeypads, NoMoreKeypads, said);
        Task telling = Tell(hall, gathering, said, ended.Token);
        bool good = true;
        try
        {
            if (script is not null)
                good = await new ScriptRunner(script, hall.Conduct, () => gathering.IsReady, HallHost.Now, said).Run(ended.Token).ConfigureAwait(false);
            good &= !exit || await Settled(hall, ended.Token).ConfigureAwait(false);
            if (!exit)
                await telling.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            good &= hall.Failure is null;
        }
        await ended.CancelAsync().ConfigureAwait(false);
        if (hall.Failure is { } failure)
        {
            said($"服务器停止：{failure.Message} / server stopped: {failure}");
            return 1;
        }
        return good ? 0 : 1;
    }

    private static async Task<bool> Settled(HallHost hall, CancellationToken stop)
    {
        DateTimeOffset limit = DateTimeOffset.UtcNow + SettleLimit;
        while (!hall.IsSettled)
        {
            if (DateTimeOffset.UtcNow > limit || hall.Failure is not null)
                return false;
            await Task.Delay(LookAgain, stop).ConfigureAwait(false);
        }
        return true;
    }

    /// <summary>Tells phases and totals as they come; ends when the hall fails.</summary>
    private static async Task Tell(HallHost hall, KeypadGathering gathering, Action<string> said, CancellationToken stop)
    {
        (RoundNo, RoundPhase) last = default;
        while (hall.Failure is null)
        {
            gathering.Look();
            HallState now = hall.Loop.Published;
            if (now.Rounds.Count > 0 && now.Rounds[new RoundNo(now.Rounds.Count)] is { } round && (round.No, round.Phase) != last)
            {
                last = (round.No, round.Phase);
                said(RoundText.Of(round));
            }
            await Task.Delay(LookAgain, stop).ConfigureAwait(false);
        }
    }
}
