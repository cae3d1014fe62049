using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace VotingHall.Server.Accounts;

/// <summary>密码: makes, hashes and checks passwords. A wrong name costs the same time as a wrong password.</summary>
public sealed class Passwords
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA512.</summary>
    public const int Iterations = 210_000;

    private const int GroupCount = 4;
    private const int GroupLength = 4;

    /// <summary>Without 0 O 1 l I: it is read from paper and typed.</summary>
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    private readonly PasswordHasher<string> hasher;
    private readonly string nobody;

    /// <param name="iterations">Fewer only in tests.</param>
    public Passwords(int iterations = Iterations)
    {
        hasher = new PasswordHasher<string>(Options.Create(new PasswordHasherOptions { IterationCount = iterations }));
        nobody = hasher.HashPassword("", "nobody");
    }

    /// <summary>Four groups of four characters: 80 bits.</summary>
    public static string Make() => string.Join('-', Enumerable.Range(0, GroupCount).Select(_ => RandomNumberGenerator.GetString(Alphabet, GroupLength)));

    /// <summary>Token of a kiosk's link: 192 bits, fit for an address.</summary>
    public static string MakeLink() => RandomNumberGenerator.GetHexString(48, lowercase: true);

    public static string HashLink(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public string Hash(string password) => hasher.HashPassword("", password);

    /// <param name="account">Null: there is no such account; the time is spent all the same.</param>
    public bool Fits(Account? account, string password) =>
        hasher.VerifyHashedPassword("", account?.PasswordHash ?? nobody, password) != PasswordVerificationResult.Failed && account is not null;
}
