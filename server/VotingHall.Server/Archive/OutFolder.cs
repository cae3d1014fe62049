using VotingHall.Core;
using VotingHall.Server.Loop;
using VotingHall.Server.Stores;
using VotingHall.Signing;

namespace VotingHall.Server.Archive;

/// <summary>
/// 归档目录: what leaves the hall: records with their proofs, the policy, the public log, the papers. Files are written beside their name and moved
/// into place, so a half file is never seen. Source: design.md, --out folder.
/// </summary>
public sealed class OutFolder
{
    private readonly string root;

    public OutFolder(string root)
    {
        this.root = root;
        foreach (string part in new[] { "records", "policy", "journal", "papers" })
            Directory.CreateDirectory(Path.Combine(root, part));
    }

    public static string NameOf(RoundNo round) => $"round-{round.Value:D3}";

    public string RecordPath(RoundNo round) => Path.Combine(root, "records", NameOf(round) + ".record.json");

    public string PaperPath(RoundNo round) => Path.Combine(root, "papers", NameOf(round) + ".pdf");

    public string ProofPath(RoundNo round) => Path.Combine(root, "records", LogProof.FileNameOf(Path.GetFileName(RecordPath(round))));

    public string ReportPath => Path.Combine(root, "report.html");

    public void WriteRecord(SignedRecord record) => Write(RecordPath(record.Round), record.Envelope);

    public void WriteProof(RecordProof proof) => Write(ProofPath(proof.Round), proof.Bytes);

    public void WritePolicy(TrustPolicy policy) => Write(Path.Combine(root, "policy", RehearsalKeys.PolicyFileName), policy.Write());

    /// <summary>The public log with its signed head; private parts and salts are not in it.</summary>
    public void WriteJournal(IJournalStore store, JournalTree tree, RehearsalKeys keys)
    {
        using MemoryStream lines = new();
        foreach (StoredEntry entry in store.ReadEntries())
            if (CanonicalJson.TryRead(entry.Leaf.Span, out Json leaf) && leaf is Json.Object fields)
                lines.Write(PublicLog.EntryLine(entry.Number, fields));
        lines.Write(PublicLog.CheckpointLine(CheckpointNote.Sign(tree.Head(keys.Policy.Origin), keys.System)));
        Write(Path.Combine(root, "journal", "public.jsonl"), lines.ToArray());
    }

    public void WriteReport(string html) => Write(ReportPath, System.Text.Encoding.UTF8.GetBytes(html));

    private static void Write(string path, byte[] bytes)
    {
        string next = path + ".next";
        File.WriteAllBytes(next, bytes);
        File.Move(next, path, overwrite: true);
    }
}
