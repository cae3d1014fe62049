using VotingHall.Link;

namespace VotingHall.Server.Stations;

/// <summary>
/// 监票程序存储: key state and one-shot register of the station in a folder of its own, apart from the hall's journal. Every call returns when
/// the bytes are on disk. Source: protocol 8.4 step 8, 11.
/// </summary>
public sealed class FileStationRegister : IStationRegister
{
    private readonly string folder;
    private readonly Dictionary<Digest32, Digest32> lists = [];
    private readonly HashSet<(Digest32, WireUid, ulong)> spoiled = [];

    /// <param name="folder">Made when missing, readable by the service alone.</param>
    /// <exception cref="InvalidDataException">A line of the register cannot be read.</exception>
    public FileStationRegister(string folder)
    {
        this.folder = folder;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            DurableFolder.Flush(Path.GetDirectoryName(Path.GetFullPath(folder)) ?? folder);
        }
        foreach (string line in WholeLines())
            Read(line);
    }

    /// <summary>What <see cref="KeepKeys"/> kept last, or null.</summary>
    public byte[]? Keys => File.Exists(KeysPath) ? File.ReadAllBytes(KeysPath) : null;

    private string KeysPath => Path.Combine(folder, "keys");

    private string RegisterPath => Path.Combine(folder, "register");

    public void KeepKeys(ReadOnlySpan<byte> keys)
    {
        string next = KeysPath + ".next";
        using (FileStream file = new(next, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            file.Write(keys);
            file.Flush(flushToDisk: true);
        }
        File.Move(next, KeysPath, overwrite: true);
        DurableFolder.Flush(folder);
    }

    public Digest32? ListHeld(Digest32 ctx) => lists.TryGetValue(ctx, out Digest32 held) ? held : null;

    public void HoldList(Digest32 ctx, Digest32 listDigest)
    {
        Append($"list {ctx} {listDigest}");
        lists[ctx] = listDigest;
    }

    public bool IsSpoiled(Digest32 ctx, WireUid uid, PressStamp press) => spoiled.Contains((ctx, uid, press.Value));

    public void KeepSpoiled(Digest32 ctx, WireUid uid, PressStamp press)
    {
        Append($"spoiled {ctx} {uid} {press.Value:X16}");
        spoiled.Add((ctx, uid, press.Value));
    }

    private void Append(string line)
    {
        bool isNew = !File.Exists(RegisterPath);
        using (FileStream file = new(RegisterPath, new FileStreamOptions
        {
            Mode = FileMode.Append,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(line + "\n"));
            file.Flush(flushToDisk: true);
        }
        if (isNew)
            DurableFolder.Flush(folder);
    }

    /// <summary>
    /// Lines with their end. A power cut may leave a last line without one: it was never answered on, so it goes, and the next line begins clean.
    /// </summary>
    private string[] WholeLines()
    {
        if (!File.Exists(RegisterPath))
            return [];
        byte[] bytes = File.ReadAllBytes(RegisterPath);
        int whole = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        if (whole < bytes.Length)
        {
            using FileStream file = new(RegisterPath, FileMode.Open, FileAccess.Write);
            file.SetLength(whole);
            file.Flush(flushToDisk: true);
        }
        return System.Text.Encoding.ASCII.GetString(bytes, 0, whole).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private void Read(string line)
    {
        switch (line.Split(' '))
        {
            case ["list", string ctx, string list]:
                lists[DigestOf(ctx)] = DigestOf(list);
                break;
            case ["spoiled", string ctx, string uid, string press]:
                spoiled.Add((DigestOf(ctx), new WireUid(Convert.ToUInt64(uid, 16)), Convert.ToUInt64(press, 16)));
                break;
            default:
                throw new InvalidDataException("监票程序登记簿有无法读出的一行 / the station's register has a line that cannot be read");
        }
    }

    private static Digest32 DigestOf(string hex) => Digest32.Read(Convert.FromHexString(hex));
}
