namespace VotingHall.Link.Tests;

/// <summary>共用向量: records of <c>Name = HEX</c> lines under tests/vectors, found by walking up to the solution.</summary>
internal static class Vectors
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string name)
    {
        List<IReadOnlyDictionary<string, string>> records = [];
        Dictionary<string, string> record = [];
        foreach (string line in File.ReadLines(Path.Combine(Root(), "tests", "vectors", name)).Append(string.Empty))
        {
            int equals = line.IndexOf('=', StringComparison.Ordinal);
            if (line.Length == 0 && record.Count > 0)
            {
                records.Add(record);
                record = [];
            }
            else if (equals > 0 && !line.StartsWith('#'))
            {
                record[line[..equals].Trim()] = line[(equals + 1)..].Trim();
            }
        }

        return records;
    }

    public static byte[] Hex(this IReadOnlyDictionary<string, string> record, string name) => Convert.FromHexString(record[name]);

    public static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VotingHall.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("VotingHall.sln is not above the tests.");
    }
}
