using System.Text.RegularExpressions;
using VotingHall.Screens;
using VotingHall.Server.Accounts;
using VotingHall.Server.Startup;
using Xunit;

namespace VotingHall.Server.Tests.Accounts;

/// <summary>The accounts on disk, and how often somebody may be wrong.</summary>
public sealed class AccountBookTests : IDisposable
{
    private static readonly Passwords Quick = new(iterations: 1000);

    private readonly string data = Directory.CreateTempSubdirectory("votinghall-accounts-").FullName;

    private string PathOf => AccountBook.PathIn(data);

    public void Dispose() => Directory.Delete(data, recursive: true);

    [Fact]
    public void The_first_start_makes_one_account_for_each_role()
    {
        AccountBook book = AccountBook.Open(data, rehearsal: false, Quick, out IReadOnlyList<IssuedAccount> issued);
        Assert.Equal(Audiences.All, issued.Select(account => account.Role));
        foreach (IssuedAccount account in issued)
        {
            Assert.Matches(new Regex("^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$"), account.Password);
            Assert.True(Quick.Fits(book.Find(account.Name), account.Password));
            Assert.False(Quick.Fits(book.Find(account.Name), account.Password + "x"));
        }
        Assert.Equal(5, issued.Select(account => account.Password).Distinct().Count());
        Assert.Equal("screen", book.FindByLink(issued[^1].Link)!.Name);
        Assert.Null(book.FindByLink(""));
        AccountBook.Open(data, rehearsal: false, Quick, out IReadOnlyList<IssuedAccount> later);
        Assert.Empty(later);
    }

    [Fact]
    public void Nobody_reads_a_password_from_the_disk()
    {
        AccountBook.Open(data, rehearsal: false, Quick, out IReadOnlyList<IssuedAccount> issued);
        string text = File.ReadAllText(PathOf);
        Assert.DoesNotContain(issued, account => text.Contains(account.Password, StringComparison.Ordinal));
        Assert.DoesNotContain(issued, account => account.Link.Length > 0 && text.Contains(account.Link, StringComparison.Ordinal));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf));
        AccountBook.ResetPassword(data, "chair", Quick);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(PathOf));
    }

    [Fact]
    public void Passwords_everybody_knows_serve_a_rehearsal_only()
    {
        AccountBook.Open(data, rehearsal: true, Quick, out IReadOnlyList<IssuedAccount> issued);
        Assert.Equal("rehearsal-chair", issued[0].Password);
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => AccountBook.Open(data, rehearsal: false, Quick, out _));
        Assert.Contains("演练", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"rehearsal":false,"accounts":[]}""")]
    [InlineData("""{"rehearsal":false,"accounts":[{"name":"Chair","role":"chair","passwordHash":"AA==","linkHash":""}]}""")]
    [InlineData("""{"rehearsal":false,"accounts":[{"name":"a","role":"king","passwordHash":"AA==","linkHash":""}]}""")]
    [InlineData("""{"rehearsal":false,"accounts":[{"name":"a","role":"chair","passwordHash":"not base 64","linkHash":""}]}""")]
    [InlineData("""{"rehearsal":false,"accounts":[null]}""")]
    public void A_file_that_is_wrong_is_named(string text)
    {
        File.WriteAllText(PathOf, text);
        InvalidDataException refused = Assert.Throws<InvalidDataException>(() => AccountBook.Open(data, rehearsal: false, Quick, out _));
        Assert.Contains(PathOf, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_account_cannot_be_reset()
    {
        AccountBook.Open(data, rehearsal: false, Quick, out _);
        Assert.Null(AccountBook.ResetPassword(data, "nobody", Quick));
    }

    [Fact]
    public void After_a_minute_one_may_try_again()
    {
        long now = 0;
        SignInLimit limit = new(() => now);
        for (int i = 0; i < SignInLimit.FailuresMax; i++)
            Assert.True(limit.TryBegin("chair", "10.0.0.1"));
        Assert.False(limit.TryBegin("chair", "10.0.0.1"));
        Assert.True(limit.TryBegin("chair", "10.0.0.2"));
        now = 59_999;
        Assert.False(limit.TryBegin("chair", "10.0.0.1"));
        now = 60_000;
        Assert.True(limit.TryBegin("chair", "10.0.0.1"));
    }

    [Fact]
    public void One_address_cannot_try_all_names()
    {
        SignInLimit limit = new(() => 0);
        int let = Enumerable.Range(0, 1000).Count(i => limit.TryBegin($"name-{i}", "10.0.0.1"));
        Assert.Equal(SignInLimit.AddressFailuresMax, let);
    }

    [Fact]
    public void Good_sign_ins_do_not_count()
    {
        SignInLimit limit = new(() => 0);
        for (int i = 0; i < 500; i++)
        {
            Assert.True(limit.TryBegin("chair", "10.0.0.1"));
            limit.Succeeded("chair", "10.0.0.1");
        }
    }

    [Fact]
    public void The_table_of_accounts_says_each_password_once_and_later_none()
    {
        AccountBook.Open(data, rehearsal: false, Quick, out IReadOnlyList<IssuedAccount> issued);
        string[] lines = [.. OpeningWords.Of(["http://127.0.0.1:5080"], issued)];
        foreach (IssuedAccount account in issued)
            Assert.Single(lines, line => line.Contains(account.Password, StringComparison.Ordinal) && line.Contains("http://127.0.0.1:5080/", StringComparison.Ordinal));
        Assert.Single(lines, line => line.Contains("/screen/" + issued[^1].Link, StringComparison.Ordinal));
        Assert.StartsWith("请在浏览器中打开", lines[0], StringComparison.Ordinal);
        Assert.Equal(2, OpeningWords.Of(["http://127.0.0.1:5080"], []).Count());
    }

    [Fact]
    public void The_options_know_addresses_and_resets()
    {
        string[] files = ["--data", "d", "--keys", "k", "--out", "o", "--meeting", "m", "--lines", "l"];
        Assert.Equal("http://127.0.0.1:5080", Options.Read(files, out _)!.Urls);
        Assert.Equal("http://0.0.0.0:80;http://[::1]:0", Options.Read([.. files, "--urls", "http://0.0.0.0:80;http://[::1]:0"], out _)!.Urls);
        foreach (string bad in new[] { "", "5080", "https://127.0.0.1:1", "http://127.0.0.1:1/x", "ftp://a" })
            Assert.Null(Options.Read([.. files, "--urls", bad], out _));
        Assert.Equal("chair", Options.Read(["--data", "d", "--reset-password", "chair"], out _)!.ResetPassword);
        Assert.Null(Options.Read(["--reset-password", "chair"], out _));
        Assert.Null(Options.Read([.. files, "--reset-password", "chair"], out _));
    }
}
