namespace VotingHall.Core;

/// <summary>流水条目: one leaf of the public log.</summary>
/// <param name="No">From 0, without gaps.</param>
/// <param name="Commitment">Salted digest of the private part (named ballots); null for all others. Made by the caller: Core knows no hash.</param>
public sealed record JournalEntry(long No, HallEvent Event, Octets? Commitment = null)
{
    /// <summary>Canonical bytes of the leaf.</summary>
    public byte[] ToBytes() => CanonicalJson.Write(ToJson());

    public Json.Object ToJson()
    {
        Stamp stamp = Event.Stamp;
        return Json.Of(
            ("at", stamp.At.UnixMs),
            ("by", Json.Of(("person", stamp.By.Person), ("role", EnumNames.Write(stamp.By.Role)))),
            ("commitment", Commitment is null ? null : (Json)Commitment.Hex),
            ("event", EventNames.NameOf(Event)),
            ("fields", EventNames.CodecOf(Event).Write(Event)),
            ("key", stamp.Key.Length == 0 ? null : (Json)stamp.Key),
            ("n", No));
    }

    /// <summary>Reads leaf bytes; false for anything that <see cref="ToBytes"/> would not have made.</summary>
    public static bool TryRead(ReadOnlySpan<byte> leaf, out JournalEntry entry)
    {
        entry = None;
        if (!CanonicalJson.TryRead(leaf, out Json json) || json is not Json.Object source)
            return false;
        Fields fields = new(source);
        long no = fields.Number("n", 0, (1L << 53) - 1);
        Stamp stamp = new(
            fields.Instant("at"),
            fields.Object("by", by => new Issuer(by.Name<Role>("role"), by.Text("person"))),
            fields.TextOrNone("key") ?? "");
        Octets? commitment = fields.OctetsOrNone("commitment");
        if (EventNames.Find(fields.Text("event")) is not EventCodec codec)
            return false;
        HallEvent e = fields.Object("fields", inner => codec.Read(inner, stamp));
        if (!fields.Good)
            return false;
        entry = new JournalEntry(no, e, commitment);
        return leaf.SequenceEqual(entry.ToBytes());
    }

    private static JournalEntry None { get; } = new(0, new HallEvent.SittingClosed(new Stamp(default, Issuer.System, ""), 0));
}
