using VotingHall.Core;
using VotingHall.Signing;
using LogHead = VotingHall.Signing.LogHead;

namespace VotingHall.Verify.Tests;

/// <summary>
/// A small record of three members that is right in every respect, with the log, proof and code that belong to it. Tests change one thing
/// and sign again, or change bytes without signing.
/// </summary>
internal sealed class RecordSample
{
    private const string Hall = "county-hall";
    private const int Round = 4;

    public RecordSample(RecordSuite suite, string mode = "recorded", Func<Json.Object, Json.Object>? change = null)
    {
        Suite = suite;
        Keys = Signers.Of(suite);
        Json.Object payload = Payload(suite, mode);
        Content = change is null ? payload : change(payload);
        Envelope = SignedEnvelope.Sign(PayloadTypes.Record, CanonicalJson.Write(Content), SignersOf(Keys, mode));
        Identity = Envelope.Identity(suite);

        Tree = Signers.TreeOf(suite, 3);
        Leaves = [.. Enumerable.Range(0, 3).Select(Signers.LeafOf)];
        Append(SignedLeaf(Identity));
        CertQr = CertQrContent.TryOf(Content, Identity, out CertQrContent? content) ? Signing.CertQr.Sign(content, Keys.System[0]) : null;
    }

    public RecordSuite Suite { get; }

    public RehearsalKeys Keys { get; }

    public Json.Object Content { get; }

    public SignedEnvelope Envelope { get; }

    public byte[] Identity { get; }

    public JournalTree Tree { get; }

    public List<Json.Object> Leaves { get; }

    public CertQr? CertQr { get; }

    public CheckpointNote Checkpoint => CheckpointNote.Sign(Tree.Head(Keys.Policy.Origin), Keys.System);

    public LogProof Proof => LogProof.Of(Tree, 3, Leaves[3], Checkpoint);

    public byte[] Journal =>
        [.. Leaves.SelectMany((leaf, n) => PublicLog.EntryLine(n, leaf)), .. PublicLog.CheckpointLine(Checkpoint)];

    public RecordInputs Inputs => new(Envelope.Write(), Keys.Policy.Write(), true, Proof.Write(), Journal, CertQr?.Text);

    public static IReadOnlyList<ISigningKey> SignersOf(RehearsalKeys keys, string mode) =>
        mode == "secret" ? [.. keys.System, .. keys.Station] : keys.System;

    public void Append(Json.Object leaf)
    {
        Tree.Append(leaf);
        Leaves.Add(leaf);
    }

    public Json.Object SignedLeaf(byte[] identity) => Json.Of(
        ("event", "vote.signed"),
        ("n", Tree.Size),
        ("fields", Json.Of(("digest", Convert.ToHexStringLower(identity)), ("round", Round))));

    /// <summary>The object with one field replaced (null removes it); the path goes through objects and list positions.</summary>
    public static Json.Object With(Json.Object target, string path, Json? value) => (Json.Object)Replace(target, path.Split('.'), 0, value);

    private static Json Replace(Json target, string[] path, int at, Json? value)
    {
        if (target is Json.List list)
        {
            Json[] items = [.. list.Items];
            int index = int.Parse(path[at], System.Globalization.CultureInfo.InvariantCulture);
            items[index] = at == path.Length - 1 ? value! : Replace(items[index], path, at + 1, value);
            return new Json.List(items);
        }
        Json.Object o = (Json.Object)target;
        Json? changed = at == path.Length - 1 ? value : Replace(o[path[at]]!, path, at + 1, value);
        return Json.Of([.. o.Fields.Where(f => f.Key != path[at]).Select(f => (f.Key, (Json?)f.Value)), (path[at], changed)]);
    }

    private static Json.Object Payload(RecordSuite suite, string mode)
    {
        Motion motion = new() { Title = "关于工作报告的决议草案", Verb = "通过" };
        ProfileRules rules = ProfileRules.Default;
        Tally tally = new(3, 2, [new RowTally("", 2, 0, 0)], []);
        Outcome outcome = motion.Count(tally, new CountContext(new CountBase(3, CountBasis.InOffice), Body.Congress, rules));
        LogHead head = Signers.TreeOf(suite, 2).Head(Signers.Of(suite).Policy.Origin);
        return Json.Of(
            ("kind", "votinghall.result"), ("v", 1), ("suite", suite.Name), ("mode", mode),
            ("hall", Json.Of(("id", Hall), ("name", "会堂"))),
            ("meeting", Json.Of(("id", "m1"), ("name", "第三次会议"), ("body", "congress"))),
            ("item", Json.Of(("agendaNo", "1"), ("kind", motion.Kind), ("title", motion.Title), ("verb", motion.Verb))),
            ("round", Json.Of(("no", Round))),
            ("rule", Json.Of(
                ("id", outcome.Reason.RuleId), ("required", outcome.Reason.Required),
                ("base", Json.Of(("basis", "inOffice"), ("count", 3))),
                ("question", QuestionJson.Write(motion)), ("profile", ProfileJson.Write(rules)))),
            ("roll", Json.Of(("due", 3), ("present", 3))),
            ("times", Json.Of(("announced", UtcTime.Write(Signers.Within)))),
            ("exceptions", new Json.List([Json.Of(("code", "rehearsalKeys"))])),
            ("method", Json.Of(("how", "keypad"))),
            ("tally", Json.Of(
                ("notPressed", 1), ("participants", 2), ("sumCheck", "ok"), ("total", 3),
                ("items", new Json.List([Json.Of(("no", 1), ("name", motion.Title), ("counts", Json.Of(("abstain", 0), ("against", 0), ("for", 2))))])))),
            ("outcome", Json.Of(("state", OutcomeJson.StateOf(outcome)), ("arithmetic", outcome.Reason.Arithmetic), ("reason", ReasonJson.Write(outcome.Reason)))),
            ("recordedList", mode == "secret" ? null : new Json.List([Named("1-1", "0001", "for"), Named("1-2", "0002", "for"), Named("1-3", "0003", "notPressed")])),
            ("log", Json.Of(
                ("origin", head.Origin), ("size", head.Size), ("root", Digest.Text(head.Roots[0])),
                ("rootSm3", head.Roots.Count == 2 ? (Json)Digest.Text(head.Roots[1]) : null))),
            ("policy", Signers.Of(suite).Policy.DigestText));
    }

    private static Json.Object Named(string seat, string id, string choice) =>
        Json.Of(("seat", seat), ("nameId", id), ("choice", new Json.List([choice])));
}
