namespace VotingHall.Screens;

/// <summary>秘书处画面. Source: screens 4.8. Never totals of a round before its number was confirmed, never a ballot, never a key.</summary>
/// <param name="Locked">Why the meeting file and roster cannot be replaced (rounds exist), or null.</param>
public sealed record SecretariatView(
    ViewHead Head, MeetingSummary? Meeting, IReadOnlyList<AgendaLine> Agenda, AttendanceSummary Attendance, IReadOnlyList<RoundLine> Rounds,
    IReadOnlyList<PrintLine> Prints, IReadOnlyList<string> Printers, Words? Locked, string Picture)
{
    /// <summary>计票录入, null where nothing is entered by hand now.</summary>
    public HandDesk? Desk { get; init; }
}

/// <summary>会议摘要.</summary>
public sealed record MeetingSummary(
    string HallName, string BodyName, string SessionName, string Location, string Level, string Profile, string Suite, int Members, int Excused,
    int BaseCount, Words BaseBasis, bool BaseConfirmed, IReadOnlyList<SittingLine> Sittings, int SittingNo);

/// <summary>出席.</summary>
/// <param name="Absent">Seat and name of members not signed in, for the secretariat's list; empty before a roll call.</param>
public sealed record AttendanceSummary(int Due, int Present, int Quorum, IReadOnlyList<SeatLine> Absent);

/// <summary>席位与姓名.</summary>
public sealed record SeatLine(string Seat, string Name);

/// <summary>一轮 in the list of results.</summary>
/// <param name="Phase">Stable name: prepared, open, closing, closed, counted, confirmed, declared, voided.</param>
/// <param name="Result">Null until the figures may be seen.</param>
/// <param name="RecordDigest">Hexadecimal, empty until signed.</param>
/// <param name="Certificates">How many certificates were made; 0 = none yet.</param>
public sealed record RoundLine(
    QuestionView Question, string Phase, Words PhaseWords, string OpenedAt, string ClosedAt, ResultView? Result, string RecordDigest,
    int Certificates, Words? VoidReason);

/// <summary>打印: one order and how far it is.</summary>
/// <param name="Copy">第几次打印, 1 = first.</param>
/// <param name="State">Stable name: waiting, checking, sending, printing, outOfPaper, stopped, offline, completed, failed, unknown.</param>
/// <param name="Ended">Nothing more will happen by itself.</param>
public sealed record PrintLine(int Round, int Copy, string Printer, string State, Words Text, bool Ended, long AtMs);
