namespace VotingHall.Server.Printing;

/// <summary>
/// IPP 打印端: asks one printer, each time over a connection of its own, and never waits longer than <paramref name="answerTime"/> for a
/// piece of the answer. One thread at a time. Source: pdf.md 6, RFC 8011.
/// </summary>
internal sealed class IppClient(Printer printer, TimeSpan answerTime)
{
    private const string Pdf = "application/pdf";
    private const string User = "votinghall";

    public IppReply<PrinterCondition> Condition()
    {
        IppMessage request = Request(Ipp.GetPrinterAttributes);
        return Ask(request, null, answer => new PrinterCondition(
            Texts(answer, "document-format-supported").Contains(Pdf),
            Flag(answer, "printer-is-accepting-jobs"),
            Number(answer, "printer-state") == 5,
            Reasons(answer, "printer-state-reasons")));
    }

    public IppReply<bool> Validate(string number, int copies, string format = Pdf)
    {
        IppMessage request = Request(Ipp.ValidateJob);
        Name(request, number);
        Cups.AddString(request, Ipp.OperationGroup, Ipp.MimeTag, "document-format", null, format);
        Cups.AddInteger(request, Ipp.JobGroup, Ipp.IntegerTag, "copies", copies);
        return Ask(request, null, _ => true);
    }

    /// <summary>An empty job; the printer's number for it.</summary>
    public IppReply<int> CreateJob(string number, int copies)
    {
        IppMessage request = Request(Ipp.CreateJob);
        Name(request, number);
        Cups.AddInteger(request, Ipp.JobGroup, Ipp.IntegerTag, "copies", copies);
        return Ask(request, null, answer => Number(answer, "job-id"));
    }

    /// <summary>The one document of a job. Repeating it is safe: a job that has its document refuses another.</summary>
    public IppReply<bool> SendDocument(int job, string file)
    {
        IppMessage request = Request(Ipp.SendDocument, job);
        Cups.AddString(request, Ipp.OperationGroup, Ipp.MimeTag, "document-format", null, Pdf);
        Cups.AddBoolean(request, Ipp.OperationGroup, "last-document", 1);
        return Ask(request, file, _ => true);
    }

    public IppReply<JobCondition> Job(int job)
    {
        IppMessage request = Request(Ipp.GetJobAttributes, job);
        return Ask(request, null, answer => new JobCondition(Number(answer, "job-state"), Reasons(answer, "job-state-reasons")));
    }

    /// <summary>The job of this print number, or 0 when the printer knows none: those under way, then those finished.</summary>
    public IppReply<int> FindJob(string number)
    {
        IppReply<int> found = FindJob(number, "not-completed");
        return found is IppReply<int>.Answered { Value: 0 } ? FindJob(number, "completed") : found;
    }

    public IppReply<bool> Cancel(int job) => Ask(Request(Ipp.CancelJob, job), null, _ => true);

    private IppReply<int> FindJob(string number, string which)
    {
        IppMessage request = Request(Ipp.GetJobs);
        Cups.AddString(request, Ipp.OperationGroup, Ipp.KeywordTag, "which-jobs", null, which);
        // Without it a printer gives the job-id alone; asked for one attribute, some leave the id out.
        Cups.AddString(request, Ipp.OperationGroup, Ipp.KeywordTag, "requested-attributes", null, "all");
        return Ask(request, null, answer => JobNamed(answer, number));
    }

    /// <summary>Each job's attributes stand together; a job ends where the next one, or a nameless separator, begins.</summary>
    private static int JobNamed(IppMessage answer, string number)
    {
        int id = 0;
        bool named = false;
        for (nint attribute = Cups.FirstAttribute(answer); attribute != 0; attribute = Cups.NextAttribute(answer))
        {
            string name = Cups.Name(attribute);
            if (name.Length == 0)
                (id, named) = (0, false);
            else if (name == "job-id")
                id = Cups.Integer(attribute, 0);
            else if (name == "job-name")
                named = Cups.Text(attribute, 0) == number;
            if (named && id > 0)
                return id;
        }
        return 0;
    }

    private IppMessage Request(int operation, int job = 0)
    {
        IppMessage request = Cups.NewRequest(operation);
        Cups.AddString(request, Ipp.OperationGroup, Ipp.UriTag, "printer-uri", null, printer.Address);
        if (job > 0)
            Cups.AddInteger(request, Ipp.OperationGroup, Ipp.IntegerTag, "job-id", job);
        Cups.AddString(request, Ipp.OperationGroup, Ipp.NameTag, "requesting-user-name", null, User);
        return request;
    }

    /// <summary>With fidelity the printer refuses what it cannot do instead of leaving it out.</summary>
    private static void Name(IppMessage request, string number)
    {
        Cups.AddString(request, Ipp.OperationGroup, Ipp.NameTag, "job-name", null, number);
        Cups.AddBoolean(request, Ipp.OperationGroup, "ipp-attribute-fidelity", 1);
    }

    private IppReply<T> Ask<T>(IppMessage request, string? file, Func<IppMessage, T> read)
    {
        using (request)
        {
            int waitMs = (int)answerTime.TotalMilliseconds;
            using CupsConnection connection = Cups.Connect(
                printer.Host, printer.Port, 0, Cups.AnyAddressFamily, Cups.EncryptionIfRequested, 1, waitMs, 0);
            // Every later call would answer for a server of this machine instead.
            if (connection.IsInvalid)
                return new IppReply<T>.Silent(Connected: false);
            Cups.SetTimeout(connection, answerTime.TotalSeconds, 0, 0);
            Cups.NeverAskForPassword();
            using IppMessage answer = file is null
                ? Cups.DoRequest(connection, request.GiveAway(), printer.Path)
                : Cups.DoFileRequest(connection, request.GiveAway(), printer.Path, file);
            int status = answer.IsInvalid ? Cups.LastStatus() : Cups.StatusCode(answer);
            // A no of the web server in front (password asked, no such path) comes without an IPP answer.
            if (answer.IsInvalid && status is not (Ipp.Forbidden or Ipp.NotAuthenticated or Ipp.NotAuthorized or Ipp.NotFound))
                return new IppReply<T>.Silent(Connected: true);
            return status >= Ipp.FirstFailure ? new IppReply<T>.Refused(status, Cups.LastError()) : new IppReply<T>.Answered(read(answer));
        }
    }

    private static int Number(IppMessage answer, string name)
    {
        nint attribute = Cups.FindAttribute(answer, name, Ipp.AnyTag);
        return attribute == 0 ? 0 : Cups.Integer(attribute, 0);
    }

    private static bool Flag(IppMessage answer, string name)
    {
        nint attribute = Cups.FindAttribute(answer, name, Ipp.AnyTag);
        return attribute != 0 && Cups.Boolean(attribute, 0) != 0;
    }

    private static IReadOnlyList<string> Reasons(IppMessage answer, string name) => [.. Texts(answer, name).Where(reason => reason is not ("none" or ""))];

    private static List<string> Texts(IppMessage answer, string name)
    {
        List<string> texts = [];
        nint attribute = Cups.FindAttribute(answer, name, Ipp.AnyTag);
        for (int i = 0; attribute != 0 && i < Cups.Count(attribute); i++)
            texts.Add(Cups.Text(attribute, i));
        return texts;
    }
}
