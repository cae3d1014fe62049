namespace VotingHall.Core;

/// <summary>事实的存储形式: stored name, meaning in both languages, and how the fields go out and come back.</summary>
public sealed class EventCodec
{
    private EventCodec(
        string name, Type type, string chinese, string english, Func<HallEvent, Json.Object> write, Func<Fields, Stamp, HallEvent> read)
    {
        Name = name;
        Type = type;
        Chinese = chinese;
        English = english;
        Write = write;
        Read = read;
    }

    /// <summary>Stable; never reused, never renamed.</summary>
    public string Name { get; }

    public Type Type { get; }

    public string Chinese { get; }

    public string English { get; }

    internal Func<HallEvent, Json.Object> Write { get; }

    internal Func<Fields, Stamp, HallEvent> Read { get; }

    internal static EventCodec Of<T>(
        string name, string chinese, string english, Func<T, Json.Object> write, Func<Fields, Stamp, T> read)
        where T : HallEvent =>
        new(name, typeof(T), chinese, english, e => write((T)e), read);
}
