using System.Diagnostics.CodeAnalysis;
using VotingHall.Core;

namespace VotingHall.Signing;

/// <summary>
/// 日志证明文件: one entry of the log, its audit paths and the checkpoint they lead to; canonical JSON beside a record, named
/// <see cref="FileNameOf"/>. The entry holds the record's digest, so the record is in the log. Source: record.md 1, 5.
/// </summary>
/// <param name="Index">Of the entry, from 0.</param>
/// <param name="Leaf">The entry's public part.</param>
/// <param name="Paths">One for each hash of the suite.</param>
public sealed record LogProof(long Index, Json.Object Leaf, IReadOnlyList<IReadOnlyList<byte[]>> Paths, CheckpointNote Checkpoint)
{
    private const string Kind = "votinghall.logproof";
    private const string RecordEnd = ".record.json";

    /// <summary>The proof of entry <paramref name="index"/> for a signed checkpoint of <paramref name="tree"/>.</summary>
    public static LogProof Of(JournalTree tree, long index, Json.Object leaf, CheckpointNote checkpoint) =>
        new(index, leaf, tree.Inclusion(index, checkpoint.Head.Size), checkpoint);

    /// <summary>"X.record.json" -> "X.proof.json".</summary>
    public static string FileNameOf(string recordFile) =>
        (recordFile.EndsWith(RecordEnd, StringComparison.Ordinal) ? recordFile[..^RecordEnd.Length] : recordFile) + ".proof.json";

    public byte[] Write() => CanonicalJson.Write(Json.Of(
        ("kind", Kind),
        ("v", 1),
        ("index", Index),
        ("leaf", Leaf),
        ("paths", Json.ListOf(Paths, path => Json.ListOf(path, hash => Digest.Text(hash)))),
        ("checkpoint", Checkpoint.Write())));

    /// <summary>Reads a proof file strictly; false for anything that is not byte for byte what <see cref="Write"/> makes.</summary>
    public static bool TryRead(ReadOnlySpan<byte> file, RecordSuite suite, [NotNullWhen(true)] out LogProof? proof)
    {
        proof = null;
        if (!CanonicalJson.TryRead(file, out Json json) || json is not Json.Object o || o.TextOf("kind") != Kind || o.NumberOf("v") != 1
            || o.NumberOf("index") is not long index || o.ObjectOf("leaf") is not Json.Object leaf
            || o.TextOf("checkpoint") is not string note || !CheckpointNote.TryRead(note, suite, out CheckpointNote? checkpoint)
            || o.ListOf("paths") is not IReadOnlyList<Json> pathItems || pathItems.Count != suite.Digests.Count)
            return false;
        List<IReadOnlyList<byte[]>> paths = [];
        foreach (Json item in pathItems)
        {
            if (item is not Json.List list || list.Items.Count > MerkleProof.LengthMax)
                return false;
            List<byte[]> path = [];
            foreach (Json hash in list.Items)
            {
                if (!StrictBase64.TryUrl((hash as Json.Text)?.Value, Digest.Size, out byte[]? bytes))
                    return false;
                path.Add(bytes);
            }
            paths.Add(path);
        }
        LogProof read = new(index, leaf, paths, checkpoint);
        proof = file.SequenceEqual(read.Write()) ? read : null;
        return proof is not null;
    }

    /// <summary>True when the entry is in the log under every hash of the suite. Signatures are checked by <see cref="CheckpointCheck"/>.</summary>
    public bool IsIncluded(RecordSuite suite)
    {
        byte[] leaf = CanonicalJson.Write(Leaf);
        LogHead head = Checkpoint.Head;
        for (int i = 0; i < suite.Digests.Count; i++)
            if (!MerkleProof.VerifyInclusion(suite.Digests[i], leaf, Index, head.Size, Paths[i], head.Roots[i]))
                return false;
        return true;
    }
}
