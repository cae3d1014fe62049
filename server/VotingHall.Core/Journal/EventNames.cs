namespace VotingHall.Core;

/// <summary>事实名称表: stable names and types of everything that becomes a leaf. Source: record.md 5.</summary>
public static class EventNames
{
    /// <summary>Sorted by name.</summary>
    public static IReadOnlyList<EventCodec> All { get; } =
        [.. HallEventCodecs.All.Concat(RoundEventCodecs.All).Concat(HandEventCodecs.All).OrderBy(codec => codec.Name, StringComparer.Ordinal)];

    private static readonly Dictionary<string, EventCodec> ByName = All.ToDictionary(codec => codec.Name, StringComparer.Ordinal);
    private static readonly Dictionary<Type, EventCodec> ByType = All.ToDictionary(codec => codec.Type);

    /// <summary>Stored name of a leaf event.</summary>
    public static string NameOf(HallEvent e) => CodecOf(e).Name;

    internal static EventCodec CodecOf(HallEvent e) =>
        ByType.TryGetValue(e.GetType(), out EventCodec? codec) ? codec : throw new InvalidOperationException("an event that is never a leaf");

    internal static EventCodec? Find(string name) => ByName.GetValueOrDefault(name);
}
