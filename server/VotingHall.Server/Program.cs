using VotingHall.Server.Accounts;
using VotingHall.Server.Papers;
using VotingHall.Server.Plans;
using VotingHall.Server.Rehearsal;
using VotingHall.Server.Startup;
using VotingHall.Server.Stores;

// 会议厅服务器. Exit codes: 0 good, 1 the sitting did not end as ordered, 2 wrong arguments or files.
if (args is ["--check-profile", string profile])
{
    int checkedAs = ProfileReport.Of(profile, out string report);
    (checkedAs == 0 ? Console.Out : Console.Error).Write(report);
    return checkedAs;
}

if (Options.Read(args, out string problem) is not { } options)
{
    Console.Error.WriteLine(problem);
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

if (options.ResetPassword is { } account)
    return ResetPassword(options.Data, account);

if (PlansOf(options) is not { } plans)
    return 2;

try
{
    HallHost hall = new(options, plans.Meeting, plans.Lines, Console.WriteLine);
    await using (hall.ConfigureAwait(false))
    {
        await hall.Start().ConfigureAwait(false);
        AccountBook accounts = AccountBook.Open(options.Data, rehearsal: options.Script is not null, new Passwords(), out IReadOnlyList<IssuedAccount> issued);
        WebHost web = await WebHost.Start(options.Urls, options.Data, hall.Api, hall.Screens, accounts, Console.WriteLine, fonts: hall.ScreenFonts).ConfigureAwait(false);
        await using (web.ConfigureAwait(false))
        {
            hall.ShowOn(web.Push.Send);
            foreach (string line in OpeningWords.Of(web.Addresses, issued))
                Console.WriteLine(line);
            return await HallRun.Until(hall, plans.Script, options.Exit, Console.WriteLine).ConfigureAwait(false);
        }
    }
}
catch (Exception fault) when (fault is JournalFault or PapersFault or InvalidDataException or IOException)
{
    Console.Error.WriteLine(fault is JournalFault journal ? $"{journal.Chinese} / {journal.English}" : fault.Message);
    return 2;
}

static int ResetPassword(string data, string account)
{
    try
    {
        IssuedAccount? issued = AccountBook.ResetPassword(data, account, new Passwords());
        Console.WriteLine(issued is null ? $"没有这个账户 / no such account: {account}" : OpeningWords.Reset(issued));
        return issued is null ? 2 : 0;
    }
    catch (Exception fault) when (fault is InvalidDataException or IOException)
    {
        Console.Error.WriteLine(fault.Message);
        return 2;
    }
}

// Names that no font can print are refused here, not at the printer.
static PlanReading<MeetingPlan> ReadMeeting(string file)
{
    using PapersWorker papers = PapersWorker.BesideServer();
    return new MeetingReader(MeetingReader.ProfilesBesideServer, new FontCheck(papers).Missing).Read(file);
}

static Plans? PlansOf(Options options)
{
    List<PlanProblem> problems = [];
    T? Take<T>(PlanReading<T> reading)
        where T : class
    {
        switch (reading)
        {
            case PlanReading<T>.Read read:
                return read.Value;
            case PlanReading<T>.Refused refused:
                problems.AddRange(refused.Problems);
                return null;
            default:
                throw new InvalidOperationException("unknown reading");
        }
    }

    ScriptPlan? script = options.Script is { } file ? Take(ScriptReader.Read(file)) : null;
    string? meetingFile = options.Meeting ?? script?.Meeting;
    string? linesFile = options.Lines ?? script?.Lines;
    MeetingPlan? meeting = meetingFile is null ? null : Take(ReadMeeting(meetingFile));
    LinesPlan? lines = linesFile is null ? null : Take(LinesReader.Read(linesFile));
    foreach (PlanProblem problem in problems)
        Console.Error.WriteLine(problem);
    return meeting is null || lines is null ? null : new Plans(script, meeting, lines);
}

internal sealed record Plans(ScriptPlan? Script, MeetingPlan Meeting, LinesPlan Lines);
