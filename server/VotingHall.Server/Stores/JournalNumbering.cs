using System.Globalization;

namespace VotingHall.Server.Stores;

/// <summary>编号检查 shared by the stores: a batch must continue the count without a gap, and its root must stand at its end.</summary>
internal static class JournalNumbering
{
    /// <summary>Largest single leaf, part or blob, bytes.</summary>
    public const int ItemSizeMax = 16 * 1024 * 1024;

    /// <summary>Throws when the batch is a bug of the caller; nothing has been staged then. Returns the count after the batch.</summary>
    public static long Check(JournalBatch batch, long entryCount)
    {
        long next = entryCount;
        foreach (StoredEntry entry in batch.Entries)
        {
            if (entry.Number != next)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"entry {entry.Number} offered where {next} is due"), nameof(batch));
            RequireSize(entry.Leaf.Length);
            next++;
        }
        if (batch.Root is { } root && (root.Size != next || batch.Entries.Count == 0))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"root of size {root.Size} after {next} entries"), nameof(batch));
        foreach (StoredPart part in batch.Parts)
        {
            if (part.Round.Value < 1 || part.Keypad.Value == 0)
                throw new ArgumentException("private part without round or keypad", nameof(batch));
            RequireSize(part.Bytes.Length);
        }
        foreach (StoredSalt salt in batch.Salts)
            if (salt.Entry < 0 || salt.Entry >= next || salt.Round.Value < 1)
                throw new ArgumentException("salt without its entry or round", nameof(batch));
        foreach (StoredBlob blob in batch.Blobs)
        {
            if (blob.Digest.Length == 0)
                throw new ArgumentException("blob without digest", nameof(batch));
            RequireSize(blob.Bytes.Length);
        }
        return next;
    }

    private static void RequireSize(int length)
    {
        if (length > ItemSizeMax)
            throw new ArgumentException("item larger than 16 MiB");
    }
}
