namespace VotingHall.Server.Printing;

/// <summary>IPP 编号: operations, tags and status codes of RFC 8011 that are used here.</summary>
internal static class Ipp
{
    public const int ValidateJob = 0x04;
    public const int CreateJob = 0x05;
    public const int SendDocument = 0x06;
    public const int CancelJob = 0x08;
    public const int GetJobAttributes = 0x09;
    public const int GetJobs = 0x0A;
    public const int GetPrinterAttributes = 0x0B;

    public const int OperationGroup = 0x01;
    public const int JobGroup = 0x02;

    public const int AnyTag = 0x00;
    public const int IntegerTag = 0x21;
    public const int NameTag = 0x42;
    public const int KeywordTag = 0x44;
    public const int UriTag = 0x45;
    public const int MimeTag = 0x49;

    /// <summary>Codes below are good, with or without remarks.</summary>
    public const int FirstFailure = 0x0300;
    public const int Forbidden = 0x0401;
    public const int NotAuthenticated = 0x0402;
    public const int NotAuthorized = 0x0403;
    public const int NotPossible = 0x0404;
    public const int NotFound = 0x0406;
    public const int ServiceUnavailable = 0x0502;
    public const int TemporaryError = 0x0505;
    public const int NotAcceptingJobs = 0x0506;
    public const int Busy = 0x0507;
    public const int MultipleDocumentsNotSupported = 0x0509;
}

/// <summary>打印机的应答: an answer, a no, or silence. Closed list.</summary>
internal abstract record IppReply<T>
{
    private IppReply() { }

    public sealed record Answered(T Value) : IppReply<T>;

    public sealed record Refused(int Status, string Text) : IppReply<T>
    {
        /// <summary>Later it may say yes.</summary>
        public bool IsForNow => Status is Ipp.ServiceUnavailable or Ipp.TemporaryError or Ipp.NotAcceptingJobs or Ipp.Busy;
    }

    /// <summary>无应答. Not connected: nothing has reached the printer. Connected: it may have taken what was sent.</summary>
    public sealed record Silent(bool Connected) : IppReply<T>;
}

/// <summary>打印机状况.</summary>
/// <param name="Stopped">printer-state 5.</param>
/// <param name="Reasons">printer-state-reasons without <c>none</c>.</param>
internal sealed record PrinterCondition(bool TakesPdf, bool Accepting, bool Stopped, IReadOnlyList<string> Reasons);

/// <summary>作业状况.</summary>
/// <param name="State">job-state: 3 pending, 4 held, 5 processing, 6 stopped, 7 cancelled, 8 aborted, 9 completed.</param>
internal sealed record JobCondition(int State, IReadOnlyList<string> Reasons)
{
    public const int Held = 4;
    public const int Cancelled = 7;
    public const int Aborted = 8;
    public const int Completed = 9;

    /// <summary>It has no document yet, so sending one prints it once.</summary>
    public bool WaitsForDocument => State <= Held && (Reasons.Contains("job-incoming") || Reasons.Contains("job-data-insufficient"));
}
