using System.Security.Cryptography;
using System.Text;
using VotingHall.Screens;

namespace VotingHall.Server.Accounts;

/// <summary>账户: a local account of the hall. Neither password nor link can be read back from it.</summary>
/// <param name="Name">1 to 32 of a-z, 0-9 and hyphen: it stands in the journal and in idempotency keys.</param>
/// <param name="Role">One account has one role. Source: security.md 3.</param>
/// <param name="PasswordHash">PBKDF2, as ASP.NET's hasher writes it.</param>
/// <param name="LinkHash">SHA-256 in hex of the token of a kiosk's link; empty for accounts without one.</param>
public sealed record Account(string Name, Audience Role, string PasswordHash, string LinkHash)
{
    public const int NameLengthMax = 32;

    /// <summary>Changes with password and link: a cookie made before is no longer good.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PasswordHash + "|" + LinkHash)).AsSpan(0, 8));

    public static bool IsName(string name) =>
        name.Length is > 0 and <= NameLengthMax && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    public override string ToString() => $"{Audiences.Name(Role)} {Name}";
}

/// <summary>新账户: what is told once, when an account is made or its password set anew.</summary>
/// <param name="Link">Token of the kiosk's link, empty without one.</param>
public sealed record IssuedAccount(string Name, Audience Role, string Password, string Link);
