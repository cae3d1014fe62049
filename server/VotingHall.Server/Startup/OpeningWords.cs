using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using VotingHall.Screens;
using VotingHall.Server.Accounts;

namespace VotingHall.Server.Startup;

/// <summary>启动告知: the addresses to open and, once, the accounts; Chinese first.</summary>
internal static class OpeningWords
{
    private const int RoleWidth = 24;
    private const int NameWidth = 14;
    private const int PasswordWidth = 22;

    /// <param name="addresses">Listened on, e.g. http://127.0.0.1:5080 or http://[::]:5080.</param>
    /// <param name="issued">Accounts made at this start; empty later.</param>
    public static IEnumerable<string> Of(IReadOnlyList<string> addresses, IReadOnlyList<IssuedAccount> issued)
    {
        IReadOnlyList<string> open = [.. addresses.SelectMany(Reachable).Distinct()];
        yield return "请在浏览器中打开 / open in a browser: " + string.Join("  ", open);
        if (issued.Count == 0)
        {
            yield return "账户同前；忘记密码用 --reset-password 账户名 重设 / accounts as before; a forgotten password is set anew by --reset-password ACCOUNT";
            yield break;
        }
        yield return "账户（密码只显示这一次，请抄录并分别交给本人） / accounts (passwords are shown this once: write them down, hand each to its person)";
        yield return Row("角色 / role", "账户 / name", "密码 / password", "页面 / page");
        foreach (IssuedAccount account in issued)
            yield return Row(NameOf(account.Role), account.Name, account.Password, open[0] + Audiences.Page(account.Role));
        foreach (IssuedAccount account in issued.Where(account => account.Link.Length > 0))
            yield return $"大屏免密链接（只显示这一次） / link of the big screen, signs in by itself (shown this once): {open[0]}{SignInPages.LinkPath}{account.Link}";
    }

    public static string Reset(IssuedAccount account) =>
        $"账户 {account.Name}（{NameOf(account.Role)}）的新密码 / new password: {account.Password}"
        + (account.Link.Length > 0 ? $"{Environment.NewLine}大屏免密链接 / link of the big screen: {SignInPages.LinkPath}{account.Link}" : "");

    private static string NameOf(Audience role) => role switch
    {
        Audience.Chair => "主持人 chair",
        Audience.Secretariat => "秘书处 secretariat",
        Audience.Scrutineer => "监票人 scrutineer",
        Audience.Technician => "技术人员 technician",
        Audience.Screen => "大屏 big screen",
        _ => throw new InvalidOperationException("unknown role"),
    };

    /// <summary>"Every address of this machine" is no address to type: the machine's own ones stand in its place.</summary>
    private static IEnumerable<string> Reachable(string address)
    {
        Uri uri = new(address);
        if (!IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? bound) || !(bound.Equals(IPAddress.Any) || bound.Equals(IPAddress.IPv6Any)))
            return [address];
        IEnumerable<string> own = NetworkInterface.GetAllNetworkInterfaces()
            .Where(card => card.OperationalStatus == OperationalStatus.Up)
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(one => one.Address)
            .Where(one => one.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(one))
            .Select(one => $"http://{one}:{uri.Port}");
        return [.. own, $"http://127.0.0.1:{uri.Port}"];
    }

    private static string Row(string role, string name, string password, string page) =>
        new StringBuilder("  ").Append(Wide(role, RoleWidth)).Append(Wide(name, NameWidth)).Append(Wide(password, PasswordWidth)).Append(page).ToString();

    /// <summary>A Chinese character takes two columns.</summary>
    private static string Wide(string text, int width) =>
        text + new string(' ', Math.Max(1, width - text.Sum(c => c > 0x2E80 ? 2 : 1)));
}
