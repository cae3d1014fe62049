using System.Diagnostics;
using System.Reflection;
using System.Threading.Channels;
using VotingHall.Core;
using VotingHall.Server.Loop;
using VotingHall.Server.Stores;
using VotingHall.Signing;

namespace VotingHall.Server.Signing;

/// <summary>
/// 记录签名: makes and signs the record of every finished round on a thread of its own; the signature comes back to the loop as a command.
/// A crash in between only means signing again. Source: style.md 4.5 step 7, record.md.
/// </summary>
public sealed class RecordSigner : IDurableWatcher
{
    private readonly HallLoop loop;
    private readonly JournalTree tree;
    private readonly RehearsalKeys keys;
    private readonly Func<Instant> clock;
    private readonly Func<int, byte[]> randomBytes;
    private readonly Action<SignedRecord> signed;
    private readonly Action<RecordProof> proved;
    private readonly Channel<Action> work = Channel.CreateUnbounded<Action>(new UnboundedChannelOptions { SingleReader = true });

    /// <param name="tree">The loop's tree; touched only on the loop's thread.</param>
    /// <param name="signed">Called on this signer's thread when the signature is on disk.</param>
    public RecordSigner(HallLoop loop, JournalTree tree, RehearsalKeys keys, Func<Instant> clock, Func<int, byte[]> randomBytes,
        Action<SignedRecord> signed, Action<RecordProof> proved)
    {
        this.loop = loop;
        this.tree = tree;
        this.keys = keys;
        this.clock = clock;
        this.randomBytes = randomBytes;
        this.signed = signed;
        this.proved = proved;
    }

    public void Durable(DurableTurn turn)
    {
        long next = tree.Size - turn.Events.Count(happened => happened.IsLeaf);
        foreach (HallEvent happened in turn.Events)
        {
            switch (happened)
            {
                case HallEvent.RoundDeclared or HallEvent.RoundVoided:
                    Sign(turn.State, FinishedBy(happened));
                    break;
                case HallEvent.RoundRecordSigned recorded:
                    Prove(recorded, next);
                    break;
            }
            next += happened.IsLeaf ? 1 : 0;
        }
    }

    /// <summary>
    /// After a restart, before the loop runs: rounds that ended and have no signature are signed; records signed already are handed on again from
    /// the store, for the run before may have ended between signing and filing.
    /// </summary>
    public void Resume(HallState state, IJournalStore store)
    {
        foreach (StoredEntry entry in store.ReadEntries())
            if (JournalEntry.TryRead(entry.Leaf.Span, out JournalEntry read) && read.Event is HallEvent.RoundRecordSigned recorded)
                Prove(recorded, entry.Number);
        foreach (Round round in state.Rounds.Values.Where(round => round.IsFinished))
        {
            if (round.Signature is null)
                Sign(state, round.No);
            else if (store.ReadBlob(round.Signature.RecordDigest.Span) is { } kept)
                HandOn(round.No, kept, round.Signature.RecordDigest.Span.ToArray());
        }
    }

    /// <summary>Signs until cancelled.</summary>
    public async Task Run(CancellationToken stop)
    {
        await foreach (Action next in work.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            next();
    }

    private static RoundNo FinishedBy(HallEvent happened) => happened switch
    {
        HallEvent.RoundDeclared e => e.Round,
        HallEvent.RoundVoided e => e.Round,
        _ => throw new InvalidOperationException("not the end of a round"),
    };

    private void Sign(HallState state, RoundNo no)
    {
        VotingHall.Signing.LogHead head = tree.Head(keys.Policy.Origin);
        work.Writer.TryWrite(() =>
        {
            Round round = state.Rounds[no];
            Json.Object payload = ResultRecord.Payload(state, no, Circumstances(round, head));
            IEnumerable<ISigningKey> signers = round.IsMasked ? [.. keys.System, .. keys.Station] : keys.System;
            SignedEnvelope envelope = SignedEnvelope.Sign(PayloadTypes.Record, CanonicalJson.Write(payload), signers);
            byte[] identity = envelope.Identity(keys.Policy.Suite);
            byte[] file = envelope.Write();
            SignedRecord record = new(no, file, identity, CodeOf(payload, identity));
            loop.TrySubmit(
                new HallCommand.RecordSigned(no, new Octets(identity), [.. envelope.Signatures.Select(signature => signature.KeyId)])
                {
                    Issuer = Issuer.System,
                    At = clock(),
                },
                reply =>
                {
                    if (reply is LoopReply.Accepted)
                        work.Writer.TryWrite(() => signed(record));
                },
                new StoredBlob(identity, file));
        });
    }

    private void HandOn(RoundNo no, byte[] file, byte[] identity)
    {
        if (!SignedEnvelope.TryRead(file, out SignedEnvelope? envelope)
            || !CanonicalJson.TryRead(envelope.Payload.Span, out Json payload) || payload is not Json.Object fields)
            throw new InvalidOperationException($"the signed record of round {no} in the store is no record");
        work.Writer.TryWrite(() => signed(new SignedRecord(no, file, identity, CodeOf(fields, identity))));
    }

    /// <summary>Characters of the certificate's code, or none when a figure does not fit one.</summary>
    private string CodeOf(Json.Object payload, byte[] identity) =>
        CertQrContent.TryOf(payload, identity, out CertQrContent? content) ? CertQr.Sign(content, keys.System[0]).Text : "";

    /// <summary>The entry that holds the record's digest, its path to the head of this moment, and the head signed.</summary>
    private void Prove(HallEvent.RoundRecordSigned recorded, long index)
    {
        VotingHall.Signing.LogHead head = tree.Head(keys.Policy.Origin);
        Json.Object leaf = new JournalEntry(index, recorded).ToJson();
        IReadOnlyList<IReadOnlyList<byte[]>> paths = tree.Inclusion(index, head.Size);
        work.Writer.TryWrite(() =>
            proved(new RecordProof(recorded.Round, new LogProof(index, leaf, paths, CheckpointNote.Sign(head, keys.System)).Write())));
    }

    private RecordCircumstances Circumstances(Round round, VotingHall.Signing.LogHead head)
    {
        RecordSuite suite = keys.Policy.Suite;
        byte[] roll = ResultRecord.RollBytes(round);
        byte[] rollDigest = round.Mode == RoundMode.Secret
            ? BatchRoot.OfPart(suite.Digest, randomBytes(BatchRoot.SaltSize), roll)
            : Digest.Compute(suite, roll);
        string version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "";
        return new RecordCircumstances(
            "S1", keys.Policy.IsRehearsal,
            head.ForRecord(),
            new SoftwareVersions(version, version, [], Octets.Empty, Octets.Empty),
            new Octets(keys.Policy.Digest),
            // Nobody has set this clock against anything: a minute is what the wall clock of an office may be off.
            new TimeQuality("operator", null, 60_000, File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim(), MonotonicNs()),
            new Octets(rollDigest), new Dictionary<KeypadUid, string>(), [.. keys.Station.Select(key => key.KeyId)]);
    }

    private static long MonotonicNs() => (long)((Int128)Stopwatch.GetTimestamp() * 1_000_000_000 / Stopwatch.Frequency);
}
