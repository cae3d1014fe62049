using System.Diagnostics.CodeAnalysis;
using VotingHall.Core;

namespace VotingHall.Signing;

/// <summary>
/// 公开日志文件 <c>journal/public.jsonl</c>: one canonical <c>{"leaf":…,"n":…}</c> a line, n from 0, last line <c>{"checkpoint":…}</c>;
/// every line ends in LF. It holds public parts only. Source: design.md (--out folder).
/// </summary>
public sealed class PublicLog
{
    /// <summary>Largest file read, bytes.</summary>
    public const long SizeMax = 1L << 30;

    private PublicLog(JournalTree tree, IReadOnlyList<Json.Object> leaves, CheckpointNote checkpoint)
    {
        Tree = tree;
        Leaves = leaves;
        Checkpoint = checkpoint;
    }

    public JournalTree Tree { get; }

    public IReadOnlyList<Json.Object> Leaves { get; }

    public CheckpointNote Checkpoint { get; }

    /// <summary>The line of entry <paramref name="n"/>, with its LF.</summary>
    public static byte[] EntryLine(long n, Json.Object leaf) => [.. CanonicalJson.Write(Json.Of(("leaf", leaf), ("n", n))), (byte)'\n'];

    /// <summary>The last line, with its LF.</summary>
    public static byte[] CheckpointLine(CheckpointNote checkpoint) =>
        [.. CanonicalJson.Write(Json.Of(("checkpoint", checkpoint.Write()))), (byte)'\n'];

    /// <summary>
    /// Reads a file strictly and builds its tree; false with the line (from 1) that is wrong. The head of the checkpoint is compared with the
    /// tree; its signatures are checked by <see cref="CheckpointCheck"/>.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> file, RecordSuite suite, [NotNullWhen(true)] out PublicLog? log, out int wrongLine)
    {
        log = null;
        wrongLine = 0;
        JournalTree tree = new(suite);
        List<Json.Object> leaves = [];
        while (true)
        {
            wrongLine++;
            int end = file.IndexOf((byte)'\n');
            if (end < 0 || !CanonicalJson.TryRead(file[..end], out Json json) || json is not Json.Object line)
                return false;
            file = file[(end + 1)..];
            if (line is { Fields.Count: 2 } && line.NumberOf("n") == tree.Size && line.ObjectOf("leaf") is Json.Object leaf)
            {
                tree.Append(leaf);
                leaves.Add(leaf);
                continue;
            }
            if (line.Fields.Count != 1 || file.Length != 0 || line.TextOf("checkpoint") is not string note
                || !CheckpointNote.TryRead(note, suite, out CheckpointNote? checkpoint)
                || !checkpoint.Head.IsSame(tree.Head(checkpoint.Head.Origin)))
                return false;
            log = new PublicLog(tree, leaves, checkpoint);
            wrongLine = 0;
            return true;
        }
    }
}
