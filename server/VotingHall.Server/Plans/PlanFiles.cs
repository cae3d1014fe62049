namespace VotingHall.Server.Plans;

/// <summary>文件读取: bytes of a plan file, or the problem why not.</summary>
internal static class PlanFiles
{
    public static byte[]? Bytes(string path, PlanProblems problems, int line = 0)
    {
        try
        {
            FileInfo file = new(path);
            if (file.Exists && file.Length > PlanJsonReader.SizeMax)
            {
                problems.Add(line, $"文件过大：{path}", $"the file is too large: {path}");
                return null;
            }
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(line, $"无法读取 {path}", $"{path} cannot be read: {error.Message}");
            return null;
        }
    }

    /// <summary>The object a file consists of, or null after problems.</summary>
    public static PlanNode.Object? Root(string path, PlanProblems problems)
    {
        return Bytes(path, problems) is { } bytes ? Root(bytes, problems) : null;
    }

    /// <summary>The object a text consists of, or null after problems.</summary>
    public static PlanNode.Object? Root(byte[] bytes, PlanProblems problems)
    {
        if (PlanJsonReader.Read(bytes, problems) is not { } root)
            return null;
        if (root is PlanNode.Object fields)
            return fields;
        problems.Add(root.Line, "文件最外层须为对象 {…}", "the file is one object {…}");
        return null;
    }

    /// <summary>A path in a file is meant from that file's folder.</summary>
    public static string Beside(string file, string path) => Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".");
}
