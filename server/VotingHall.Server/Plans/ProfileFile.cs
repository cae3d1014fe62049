namespace VotingHall.Server.Plans;

/// <summary>规则集文件: one profile file by itself, before what it extends is put under it.</summary>
internal sealed record ProfileFile(
    string Name, string Title, string? Extends, PlanPlace ExtendsAt, IReadOnlyList<Core.Body>? Bodies, IReadOnlyList<string>? Levels,
    IReadOnlyDictionary<string, ProfileEntry> Entries, IReadOnlyDictionary<string, NormCite> Cites, IReadOnlyList<FixedNote> Fixed)
{
    /// <summary>This file over <paramref name="under"/>: what both say, this one says.</summary>
    public ProfileFile Over(ProfileFile under) => this with
    {
        Extends = null,
        Bodies = Bodies ?? under.Bodies,
        Levels = Levels ?? under.Levels,
        Entries = Merged(under.Entries, Entries),
        Cites = Merged(under.Cites, Cites),
        Fixed = [.. under.Fixed, .. Fixed.Where(note => !under.Fixed.Contains(note))],
    };

    private static Dictionary<string, T> Merged<T>(IReadOnlyDictionary<string, T> under, IReadOnlyDictionary<string, T> over)
    {
        Dictionary<string, T> all = new(under, StringComparer.Ordinal);
        foreach ((string key, T value) in over)
            all[key] = value;
        return all;
    }
}

/// <summary>固定规则的说明: what the law fixes, written out for readers of the file.</summary>
internal sealed record FixedNote(string Rule, string Cite);
