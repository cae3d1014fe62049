using VotingHall.Server.Printing;

namespace VotingHall.Server.Startup;

/// <summary>启动参数: what the command line asks for.</summary>
/// <param name="Data">Folder of journal, keys and station.</param>
/// <param name="Script">Scripted sitting, or null.</param>
/// <param name="Meeting">meeting.json; from the script when there is one.</param>
/// <param name="Lines">lines.json; from the script when there is one.</param>
/// <param name="LinesFolder">Folder of serial ports that stand for the simulated bridges of lines.json, or null.</param>
/// <param name="Keys">Folder of a.keys.json and b.keys.json.</param>
/// <param name="Out">Folder for records and papers.</param>
/// <param name="Urls">Addresses of the pages, separated by semicolons.</param>
/// <param name="ResetPassword">Account whose password is set anew, nothing else is done; null = none.</param>
/// <param name="Printers">Printers for certificates; none: nothing can be printed.</param>
/// <param name="Exit">End when the script has ended and everything is signed and printed.</param>
public sealed record Options(string Data, string? Script, string? Meeting, string? Lines, string? LinesFolder, string Keys, string Out, bool Exit, string Urls,
    string? ResetPassword, IReadOnlyList<Printer> Printers)
{
    public const string UrlsDefault = "http://127.0.0.1:5080";

    /// <summary>A free port of this machine.</summary>
    public const string UrlsAnyPort = "http://127.0.0.1:0";

    public const string Usage =
        """
        用法 / usage: votinghall-server --data DIR --keys DIR --out DIR (--script FILE | --meeting FILE --lines FILE) [--lines-folder DIR]
               [--printer NAME=ipp://HOST/PATH]... [--urls http://ADDRESS:PORT] [--exit]
               votinghall-server --data DIR --reset-password ACCOUNT
               votinghall-server --check-profile FILE
        """;

    /// <summary>Reads the arguments; null and the reason when they do not fit.</summary>
    public static Options? Read(string[] arguments, out string problem)
    {
        Dictionary<string, string> given = [];
        problem = "";
        bool exit = false;
        List<string> printerTexts = [];
        for (int i = 0; i < arguments.Length; i++)
        {
            string name = arguments[i];
            if (name == "--exit")
            {
                exit = true;
                continue;
            }
            if (name == "--printer" && i + 1 < arguments.Length)
            {
                printerTexts.Add(arguments[++i]);
                continue;
            }
            if (name is not ("--printer" or "--data" or "--script" or "--meeting" or "--lines" or "--lines-folder" or "--keys" or "--out" or "--urls" or "--reset-password"))
                problem = $"不认识的参数 / unknown argument: {name}";
            else if (i + 1 == arguments.Length)
                problem = $"参数缺少值 / argument without value: {name}";
            else if (!given.TryAdd(name, arguments[++i]))
                problem = $"参数重复 / argument given twice: {name}";
            if (problem.Length > 0)
                return null;
        }
        string? script = given.GetValueOrDefault("--script");
        string? meeting = given.GetValueOrDefault("--meeting");
        string? lines = given.GetValueOrDefault("--lines");
        // An unattended run must not be in the way of a hall that people watch.
        string urls = given.GetValueOrDefault("--urls", exit ? UrlsAnyPort : UrlsDefault);
        if (given.TryGetValue("--reset-password", out string? account))
        {
            if (given.Count != 2 || !given.ContainsKey("--data") || exit)
                problem = "--reset-password 只与 --data 一起使用 / --reset-password goes with --data alone";
        }
        else if (!urls.Split(';').All(IsHttp))
            problem = $"--urls 须为 http://地址:端口 / --urls is http://ADDRESS:PORT: {urls}";
        else if (script is null && (meeting is null || lines is null))
            problem = "须给出 --script，或同时给出 --meeting 和 --lines / give --script, or both --meeting and --lines";
        else if (!given.ContainsKey("--keys") || !given.ContainsKey("--out") || !given.ContainsKey("--data"))
            problem = "须给出 --data、--keys 和 --out / give --data, --keys and --out";
        else if (exit && script is null)
            problem = "--exit 只用于脚本 / --exit goes with --script";
        if (!Printer.TryRead(printerTexts, out IReadOnlyList<Printer> printers, out string printerProblem))
            problem = printerProblem;
        return problem.Length > 0
            ? null
            : new Options(
                given["--data"], script, meeting, lines, given.GetValueOrDefault("--lines-folder"), given.GetValueOrDefault("--keys", ""),
                given.GetValueOrDefault("--out", ""), exit, urls, account, printers);
    }

    private static bool IsHttp(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme == Uri.UriSchemeHttp && address.PathAndQuery == "/";
}
