namespace VotingHall.Server.Accounts;

/// <summary>登录核对: name and password, or a kiosk's link, within the limits.</summary>
public sealed class SignInCheck(AccountBook book, Passwords passwords, SignInLimit limit) : IDisposable
{
    /// <summary>Longer ones are not hashed: they cost time and are nobody's.</summary>
    private const int PasswordLengthMax = 200;

    // One at a time: hashing must not take the processor from the hall.
    private readonly SemaphoreSlim hashing = new(1);

    public async Task<SignInAnswer> ByPassword(string name, string password, string address, CancellationToken stop)
    {
        if (!limit.TryBegin(name, address))
            return new SignInAnswer.Wait();
        if (name.Length > Account.NameLengthMax || password.Length > PasswordLengthMax)
            return new SignInAnswer.Wrong();
        Account? account = book.Find(name);
        await hashing.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            if (!await Task.Run(() => passwords.Fits(account, password), stop).ConfigureAwait(false))
                return new SignInAnswer.Wrong();
        }
        finally
        {
            hashing.Release();
        }
        limit.Succeeded(name, address);
        return new SignInAnswer.Good(account!);
    }

    public SignInAnswer ByLink(string token, string address)
    {
        const string Link = "/screen";
        if (!limit.TryBegin(Link, address))
            return new SignInAnswer.Wait();
        if (book.FindByLink(token) is not { } account)
            return new SignInAnswer.Wrong();
        limit.Succeeded(Link, address);
        return new SignInAnswer.Good(account);
    }

    public void Dispose() => hashing.Dispose();
}

/// <summary>登录答复. Closed list; it does not tell whether the name or the password was wrong.</summary>
public abstract record SignInAnswer
{
    private SignInAnswer() { }

    public sealed record Good(Account Account) : SignInAnswer;

    public sealed record Wrong : SignInAnswer;

    /// <summary>Too many failures: nothing was looked at.</summary>
    public sealed record Wait : SignInAnswer;
}
