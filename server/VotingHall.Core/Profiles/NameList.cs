namespace VotingHall.Core;

/// <summary>名称列表: texts in order, equal by content.</summary>
public sealed class NameList : IEquatable<NameList>
{
    public NameList(IReadOnlyList<string> names) => Names = names;

    public static NameList Empty { get; } = new([]);

    public IReadOnlyList<string> Names { get; }

    /// <summary>Whether <paramref name="text"/> names one of the list: a post with its body before it is the same post.</summary>
    public bool Covers(string text) => Names.Any(name => text.EndsWith(name, StringComparison.Ordinal));

    public bool Equals(NameList? other) => other is not null && Names.SequenceEqual(other.Names, StringComparer.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as NameList);

    public override int GetHashCode() => Names.Aggregate(Names.Count, (hash, name) => HashCode.Combine(hash, name));

    public override string ToString() => string.Join("、", Names);
}
