using VotingHall.Screens;

namespace VotingHall.Server.Accounts;

/// <summary>
/// 账户簿: the accounts of the hall, one for each role at first. A password set anew by another process counts at once: the file is looked at again
/// when it has changed. Safe from any thread.
/// </summary>
public sealed class AccountBook
{
    private readonly string path;
    private readonly Lock reading = new();
    private volatile Page page;

    private AccountBook(string path, AccountsFile file)
    {
        this.path = path;
        page = new Page(file, Changed(path));
    }

    public IReadOnlyList<Account> All => Present().Accounts;

    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, "accounts.json");

    /// <summary>Opens the accounts of a data folder; the first time it makes one for each role.</summary>
    /// <param name="rehearsal">With a script the passwords are <c>rehearsal-ROLE</c>; otherwise they are drawn. Source: design.md, accounts in rehearsal.</param>
    /// <param name="issued">Accounts made now: to be told once, nobody can read them again.</param>
    /// <exception cref="InvalidDataException">The file cannot be read, or it holds the well-known passwords and this is no rehearsal.</exception>
    public static AccountBook Open(string dataFolder, bool rehearsal, Passwords passwords, out IReadOnlyList<IssuedAccount> issued)
    {
        string path = PathIn(dataFolder);
        issued = [];
        if (!File.Exists(path))
        {
            issued = [.. Audiences.All.Select(role => Issue(role, rehearsal))];
            new AccountsFile(rehearsal, [.. issued.Select(account => Kept(account, passwords))]).Write(path);
        }
        AccountsFile file = AccountsFile.Read(path);
        return file.Rehearsal && !rehearsal
            ? throw new InvalidDataException(
                $"{path}: 这些账户使用演练的公开密码，不能用于正式会议；请另用数据目录 / these accounts have the well-known passwords of a rehearsal; use another --data folder")
            : new AccountBook(path, file);
    }

    /// <summary>Sets a new drawn password; sessions of the account end. Null: there is no such account.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read.</exception>
    public static IssuedAccount? ResetPassword(string dataFolder, string name, Passwords passwords)
    {
        string path = PathIn(dataFolder);
        AccountsFile file = AccountsFile.Read(path);
        if (file.Accounts.FirstOrDefault(account => account.Name == name) is not { } account)
            return null;
        IssuedAccount issued = Issue(account.Role, rehearsal: false) with { Name = name };
        (file with { Accounts = [.. file.Accounts.Select(other => other == account ? Kept(issued, passwords) : other)] }).Write(path);
        return issued;
    }

    public Account? Find(string name) => Present().Accounts.FirstOrDefault(account => account.Name == name);

    /// <summary>The account whose kiosk link this is.</summary>
    public Account? FindByLink(string token)
    {
        // Found by the hash of 192 drawn bits: the time of the comparison tells nothing of the token.
        string hash = Passwords.HashLink(token);
        return Present().Accounts.FirstOrDefault(account => account.LinkHash.Length > 0 && account.LinkHash == hash);
    }

    private static IssuedAccount Issue(Audience role, bool rehearsal)
    {
        string name = Audiences.Name(role);
        string link = role == Audience.Screen ? rehearsal ? "rehearsal-" + name : Passwords.MakeLink() : "";
        return new IssuedAccount(name, role, rehearsal ? "rehearsal-" + name : Passwords.Make(), link);
    }

    private static Account Kept(IssuedAccount account, Passwords passwords) => new(
        account.Name, account.Role, passwords.Hash(account.Password), account.Link.Length > 0 ? Passwords.HashLink(account.Link) : "");

    private static (DateTime, long) Changed(string path)
    {
        FileInfo file = new(path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
    }

    private AccountsFile Present()
    {
        (DateTime, long) changed = Changed(path);
        if (page.Changed == changed)
            return page.File;
        lock (reading)
        {
            // A file somebody is about to mend is not a reason to sign everybody out.
            if (page.Changed != changed)
                page = new Page(TryRead() ?? page.File, changed);
            return page.File;
        }
    }

    private AccountsFile? TryRead()
    {
        try
        {
            return AccountsFile.Read(path);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private sealed record Page(AccountsFile File, (DateTime, long) Changed);
}
