using System.Collections.Concurrent;
using VotingHall.Core;
using VotingHall.Link;
using VotingHall.Server.Loop;
using VotingHall.Server.Stores;

namespace VotingHall.Server.Stations;

/// <summary>
/// 同机监票程序（S1）: hosts the station's logic inside the server and carries lists and sums between it and the hall. The request is on disk
/// before it is made, the answer is a sum over the whole round; nothing here, nor in the station, opens one ballot. Source: design.md 12,
/// record.md 9.1, protocol 8.3, 8.4.
/// </summary>
public sealed class LocalStation(Station station, HallLoop loop, IJournalStore store, Func<Instant> clock, Action<LineOrder> order)
{
    /// <summary>Lists refused in this run for want of final tags; the same list is not asked about twice.</summary>
    private readonly HashSet<Octets> refusedLists = [];

    /// <summary>What the station itself answered in this run, for the scrutineer to compare with the hall's figures.</summary>
    private readonly ConcurrentDictionary<RoundNo, IReadOnlyList<StationRow>> answered = [];

    private readonly ConcurrentDictionary<RoundNo, StationRefusal> refused = [];

    /// <summary>拒绝的原因: why the station last gave no sums of this round in this run, for the desks; null where it never refused.</summary>
    public StationRefusal? RefusalOf(RoundNo round) => refused.TryGetValue(round, out StationRefusal why) ? why : null;

    /// <summary>监票程序所报: row sums of a round as the station gave them, or null where it gave none in this run.</summary>
    public IReadOnlyList<StationRow>? SumsOf(RoundNo round) => answered.GetValueOrDefault(round);

    /// <summary>Final tags are in: composes the list, makes it durable, asks for the sums. The work is done on the loop's thread.</summary>
    public void FinalsIn(RoundNo no, IReadOnlyDictionary<KeypadUid, AttestedPress> finals) => loop.TryMark(() => Start(no, finals));

    /// <summary>
    /// After a restart: a list already on disk is sent again, the same bytes; for a round already counted it only gives the codes to show once more.
    /// Source: protocol 7.6.
    /// </summary>
    public void Resume() => loop.TryMark(() =>
    {
        if (loop.Published.CurrentRound is { IsMasked: true } round && Logged(round) is { } sent)
            Ask(round, sent);
    });

    private void Start(RoundNo no, IReadOnlyDictionary<KeypadUid, AttestedPress> finals)
    {
        if (loop.Published.Rounds.GetValueOrDefault(no) is not { Phase: RoundPhase.Closed, IsMasked: true } round)
            return;
        if (Logged(round) is { } sent && !refusedLists.Contains(round.TallyRequest!))
        {
            // After a restart the same bytes are sent again, whatever came in since. Source: protocol 7.6.
            Ask(round, sent);
            return;
        }
        TallyRequest request = Compose(round, finals);
        byte[] bytes = request.Write();
        Octets digest = new(AsconSuite.Instance.Hash(bytes));
        if (refusedLists.Contains(digest))
        {
            order(new LineOrder.CollectFinals(no));
            return;
        }
        HallCommand.RecordTallyRequest record = new(no, digest) { Issuer = Issuer.System, At = clock() };
        loop.TrySubmit(record, reply =>
        {
            if (reply is LoopReply.Accepted)
                Ask(round, request);
        }, new StoredBlob(digest.Span.ToArray(), bytes));
    }

    /// <summary>The list on disk, or null.</summary>
    private TallyRequest? Logged(Round round) =>
        round.TallyRequest is { } logged && store.ReadBlob(logged.Span) is { } bytes && TallyRequest.TryParse(bytes, out TallyRequest? sent) ? sent : null;

    private TallyRequest Compose(Round round, IReadOnlyDictionary<KeypadUid, AttestedPress> finals)
    {
        BallotShape shape = ShapeOf(round);
        List<UrnBallot> urn = [];
        foreach ((KeypadUid uid, MaskedHolding holding) in ((BallotBox.Masked)round.Box).Ballots)
        {
            if (!MaskedBallot.TryParse(new PressStamp(holding.Press.Boot, holding.Press.Rev), holding.Words.Span, shape.Words, out MaskedBallot? ballot))
                throw new InvalidOperationException("a masked ballot in the urn does not fit its paper");
            // F counts only for the very press that is listed.
            byte[]? final = finals.TryGetValue(uid, out AttestedPress? attested) && attested.Press == holding.Press ? attested.Proof.Span.ToArray() : null;
            urn.Add(new UrnBallot(new WireUid(uid.Value), ballot, final));
        }
        return TallyRequest.Compose(
            Digest32.Read(round.Opening!.Ctx.Span), CloseNonce.Read(round.Closing!.CloseNonce.Span), shape.Words, urn);
    }

    private void Ask(Round round, TallyRequest request)
    {
        StationRound asked = new(
            (uint)round.No.Value, (byte)round.Mode, round.Opening!.Context.Rules.Keypad.PressRule == PressRule.First ? (byte)1 : (byte)0, PaperOf(round),
            round.Opening.Electors.Where(elector => !elector.Keypad.IsHandPlace).Select(elector => new WireUid(elector.Keypad.Value)).ToHashSet());
        // In S1 the scrutineer's number is compared when the count is confirmed (decision 3), so the station takes the list's own.
        HashSet<WireUid> withoutFinal = [.. request.Entries.Where(entry => entry.Final is null).Select(entry => entry.Uid)];
        switch (station.Tally(asked, request, withoutFinal, request.Entries.Count))
        {
            case StationAnswer.Tallied tallied:
                IReadOnlyList<StationRow> rows = RowsOf(round, tallied.Tally);
                answered[round.No] = rows;
                if (round.Phase == RoundPhase.Closed)
                    Enter(round, rows, tallied.Tally);
                else
                    ShowCounted(round, tallied.Tally);
                break;
            case StationAnswer.Refused no:
                refused[round.No] = no.Reason;
                if (no.Reason == StationRefusal.TooManyWithoutFinal)
                    CollectAgain(round, request);
                break;
        }
    }

    private List<StationRow> RowsOf(Round round, TallyAnswer tally)
    {
        BallotShape shape = ShapeOf(round);
        List<StationRow> rows = [];
        foreach (PaperGroup group in round.Paper.Groups)
            for (int i = 0; i < group.Rows.Count; i++)
                rows.Add(CountsOf(group, rows.Count, shape, tally.Counts));
        return rows;
    }

    private void Enter(Round round, IReadOnlyList<StationRow> rows, TallyAnswer tally) =>
        loop.TrySubmit(new HallCommand.EnterStationCount(round.No, [.. rows], tally.Participants, tally.Unattested)
        {
            Issuer = Issuer.System,
            At = clock(),
        }, reply =>
        {
            if (reply is LoopReply.Accepted)
                ShowCounted(round, tally);
        });

    private void ShowCounted(Round round, TallyAnswer tally) => order(new LineOrder.ShowCounted(round.No, tally.Counted.ToDictionary(
        counted => new KeypadUid(counted.Uid.Value), counted => new Octets(counted.Code))));

    /// <summary>
    /// Keypads slow to come back after a restart must not lose a secret round: while too many tags are missing the lines go on asking, and a fuller
    /// list is made. Source: protocol 7.6 (TALLY, corrected list).
    /// </summary>
    private void CollectAgain(Round round, TallyRequest request)
    {
        refusedLists.Add(new Octets(AsconSuite.Instance.Hash(request.Write())));
        order(new LineOrder.CollectFinals(round.No));
    }

    private static StationRow CountsOf(PaperGroup group, int row, BallotShape shape, IReadOnlyList<int> counts)
    {
        int Of(Choice choice)
        {
            for (int option = 0; option < group.Options.Count; option++)
                if (group.Options[option] == choice)
                    return counts[shape.Counter(row, option + 1)];
            return 0;
        }

        return StationRow.From(Of);
    }

    private ReadOnlyMemory<byte> PaperOf(Round round) =>
        store.ReadBlob(round.PaperDigest.Span) ?? throw new InvalidOperationException($"the paper of round {round.No} is not in the store");

    private BallotShape ShapeOf(Round round) => PaperParse.TryParse(PaperOf(round).Span, out PaperForm? form, out _)
        ? BallotShape.Of(form)
        : throw new InvalidOperationException($"the paper of round {round.No} in the store is no paper");
}
