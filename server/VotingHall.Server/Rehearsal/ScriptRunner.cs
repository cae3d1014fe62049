using VotingHall.Core;
using VotingHall.Server.Conduct;
using VotingHall.Server.Loop;
using VotingHall.Server.Plans;

namespace VotingHall.Server.Rehearsal;

/// <summary>
/// 脚本执行: takes the parts of chair, secretariat and scrutineer in a scripted sitting. Every step carries its own idempotency key, so after a
/// restart in the middle the steps already on disk are passed over and the rest goes on.
/// </summary>
public sealed class ScriptRunner(ScriptPlan script, RoundConduct conduct, Func<bool> ready, Func<Instant> clock, Action<string> said)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(10);

    /// <summary>An occasion that does not come in this time ends the run.</summary>
    private static readonly TimeSpan OccasionLimit = TimeSpan.FromMinutes(5);

    /// <summary>Runs all steps; false when one was refused or its occasion never came.</summary>
    public async Task<bool> Run(CancellationToken stop)
    {
        Instant start = clock();
        foreach (ScriptStep step in script.Steps)
        {
            string key = $"script-{step.Line}";
            if (conduct.Now.Keys.Contains(key))
                continue;
            if (!await Await(step.At, start, stop).ConfigureAwait(false))
            {
                said($"脚本第 {step.Line} 行：等不到时点 {step.At.Occasion} / line {step.Line}: the occasion {step.At.Occasion} does not come");
                return false;
            }
            LoopReply reply = await Do(step, key).ConfigureAwait(false);
            if (reply is LoopReply.Accepted)
                continue;
            said(reply is LoopReply.Refused refused
                ? $"脚本第 {step.Line} 行被拒绝：{refused.Reason.Chinese} / line {step.Line} refused: {refused.Reason.English}"
                : $"脚本第 {step.Line} 行未办理，主机正在停止 / line {step.Line} not taken, the server is stopping");
            return false;
        }
        return true;
    }

    private async Task<bool> Await(ScriptAnchor at, Instant start, CancellationToken stop)
    {
        long givenUp = clock().UnixMs + (long)OccasionLimit.TotalMilliseconds;
        Instant? came = null;
        while (true)
        {
            Instant now = clock();
            came ??= Came(at, start);
            if (came is { } occasion && now.UnixMs >= occasion.UnixMs + at.DelayMs)
                return true;
            if (came is null && now.UnixMs > givenUp)
                return false;
            await Task.Delay(LookAgain, stop).ConfigureAwait(false);
        }
    }

    /// <summary>When the occasion came, or null while it has not.</summary>
    private Instant? Came(ScriptAnchor at, Instant start)
    {
        if (at.Occasion == ScriptOccasion.Start)
            return start;
        if (at.Occasion == ScriptOccasion.Ready)
            return ready() ? clock() : null;
        if (at.Round is not { } no || conduct.Now.Rounds.GetValueOrDefault(no) is not { } round)
            return null;
        return at.Occasion switch
        {
            // Prepared means that the keypads have answered whether they hold the paper.
            ScriptOccasion.Prepared => round.PaperReport is null ? null : clock(),
            ScriptOccasion.Open => round.Opening?.Step.At,
            ScriptOccasion.Close => round.Closing?.Step.At,
            ScriptOccasion.Closed => round.Closed?.Step.At,
            ScriptOccasion.Counted => round.Counted?.Step.At,
            ScriptOccasion.Confirmed => round.Confirmed?.At,
            ScriptOccasion.Declared => round.Declared?.At ?? round.Voided?.Step.At,
            ScriptOccasion.Signed => round.Signature?.At,
            _ => throw new InvalidOperationException("unknown occasion"),
        };
    }

    private Task<LoopReply> Do(ScriptStep step, string key)
    {
        RoundNo current = new(conduct.Now.Rounds.Count);
        Issuer by = Person(step.Who);
        return step.Do switch
        {
            ScriptAction.ConfirmBase => conduct.ConfirmBase(by, key),
            ScriptAction.OpenSitting sitting => conduct.OpenSitting(by, sitting.No, key),
            ScriptAction.CloseSitting => conduct.CloseSitting(by, key),
            ScriptAction.Prepare prepare => conduct.Prepare(by, prepare.Item, prepare.Mode, key),
            ScriptAction.PrepareRunoff => conduct.PrepareRunoff(by, current, key),
            ScriptAction.Open open => conduct.Open(by, current, open.ReleaseMissing, key),
            ScriptAction.Close => conduct.Close(by, current, key),
            ScriptAction.Confirm confirm => conduct.Confirm(
                by, current, confirm.Participants ?? conduct.Now.Rounds[current].Counted?.Tally.Participants, key),
            ScriptAction.Slips slips => EnterSlips(current, slips, key),
            ScriptAction.AllowRecheck => conduct.AllowRecheck(by, current, key),
            ScriptAction.Declare => conduct.Declare(by, current, key),
            ScriptAction.VoidRound voided => conduct.Void(by, current, voided.Reason, voided.Note, key),
            _ => throw new InvalidOperationException("unknown script action"),
        };
    }

    private async Task<LoopReply> EnterSlips(RoundNo round, ScriptAction.Slips slips, string key)
    {
        Issuer scrutineer = Person(ScriptActor.Scrutineer);
        LoopReply typed = await conduct.EnterParticipants(
            scrutineer, round, conduct.Now.Rounds[round].Counted?.Tally.Participants ?? 0, key + "-number").ConfigureAwait(false);
        if (typed is not LoopReply.Accepted)
            return typed;
        LoopReply first = await conduct.Give(at => Entry(Person(ScriptActor.Secretariat), at, key + "-first")).ConfigureAwait(false);
        return first is LoopReply.Accepted ? await conduct.Give(at => Entry(scrutineer, at, key)).ConfigureAwait(false) : first;

        HallCommand.EnterSlips Entry(Issuer by, Instant at, string stepKey) =>
            new(round, [.. slips.Names]) { Issuer = by, At = at, IdempotencyKey = stepKey };
    }

    private static Issuer Person(ScriptActor who) => who switch
    {
        ScriptActor.Chair => new Issuer(Role.Chair, "chair"),
        ScriptActor.Secretariat => new Issuer(Role.Secretariat, "secretariat"),
        ScriptActor.Scrutineer => new Issuer(Role.Scrutineer, "scrutineer"),
        _ => throw new InvalidOperationException("unknown actor"),
    };
}
