using System.Text.Json;
using System.Text.Json.Serialization;
using VotingHall.Screens;

namespace VotingHall.Server.Accounts;

/// <summary>账户文件 accounts.json: read whole or not at all, written beside its name and moved into place, for its owner's eyes only.</summary>
/// <param name="Rehearsal">演练: the passwords are those everybody knows.</param>
internal sealed record AccountsFile(bool Rehearsal, IReadOnlyList<Account> Accounts)
{
    private const int AccountsMax = 500;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <exception cref="InvalidDataException">Says file and what is wrong.</exception>
    public static AccountsFile Read(string path)
    {
        try
        {
            Written written = JsonSerializer.Deserialize<Written>(File.ReadAllBytes(path), Form) ?? throw new JsonException("null");
            if (written.Accounts.Any(one => one is null))
                throw new JsonException("null");
            AccountsFile read = new(written.Rehearsal, [.. written.Accounts.Select(one => new Account(one.Name, one.Role, one.PasswordHash, one.LinkHash))]);
            bool good = read.Accounts.Count is > 0 and <= AccountsMax
                && read.Accounts.All(account => Account.IsName(account.Name) && Enum.IsDefined(account.Role) && IsBase64(account.PasswordHash))
                && read.Accounts.DistinctBy(account => account.Name).Count() == read.Accounts.Count;
            return good ? read : throw new JsonException("names, roles or hashes are not good");
        }
        catch (Exception fault) when (fault is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path}: 账户文件无法读取 / the accounts cannot be read: {fault.Message}", fault);
        }
    }

    public void Write(string path)
    {
        Written written = new(Rehearsal, [.. Accounts.Select(account => new WrittenAccount(account.Name, account.Role, account.PasswordHash, account.LinkHash))]);
        string next = path + ".next";
        File.Delete(next);
        using (FileStream file = new(next, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            JsonSerializer.Serialize(file, written, Form);
            file.Flush(flushToDisk: true);
        }
        File.Move(next, path, overwrite: true);
    }

    // The hasher throws on what is no base64.
    private static bool IsBase64(string text) => text.Length > 0 && Convert.TryFromBase64String(text, new byte[text.Length], out _);

    private sealed record Written(bool Rehearsal, IReadOnlyList<WrittenAccount> Accounts);

    private sealed record WrittenAccount(string Name, Audience Role, string PasswordHash, string LinkHash);
}
