namespace VotingHall.Core;

/// <summary>人事任免. Source: rules 9.3, 9.4, 18.</summary>
/// <param name="Merge">appointment.merge: when names may be voted together.</param>
/// <param name="PaperPosts">appointment.paperPosts: posts that need a secret paper ballot (ZJ-APP24).</param>
/// <param name="IndividualPosts">appointment.individualPosts: posts that go one by one whatever was agreed (BJ-APP19).</param>
/// <param name="Reproposal">appointment.reproposal: how soon a name may come back.</param>
/// <param name="Bar">appointment.barAfter: after which failures a name is barred for the post for this term.</param>
/// <param name="RemovalFirst">appointment.removalFirst: removal of the holder before the appointment to the same post (SZ-APP19).</param>
public sealed record AppointmentParameters(
    MergeRule Merge = MergeRule.Never,
    NameList? PaperPosts = null,
    NameList? IndividualPosts = null,
    Reproposal Reproposal = Reproposal.Free,
    FailureBar Bar = FailureBar.None,
    bool RemovalFirst = true)
{
    public NameList PaperPosts { get; init; } = PaperPosts ?? NameList.Empty;

    public NameList IndividualPosts { get; init; } = IndividualPosts ?? NameList.Empty;
}

/// <summary>合并表决的条件. Stored by name.</summary>
public enum MergeRule
{
    /// <summary>逐人表决.</summary>
    Never = 1,
    /// <summary>同一机关或同类职务可以合并.</summary>
    ByOffice = 2,
    /// <summary>出席会议的组成人员同意. Source: GD-SC50.</summary>
    Consent = 3,
    /// <summary>主任会议决定. Source: CQ-APP22.</summary>
    ChairmensMeeting = 4,
    /// <summary>没有异议的合并，有异议的单独表决. Source: BJ-APP19.</summary>
    NoObjection = 5,
}

/// <summary>未获通过后再次提请. Stored by name.</summary>
public enum Reproposal
{
    /// <summary>可以再次提请.</summary>
    Free = 1,
    /// <summary>半年后. Source: SZ-APP20.</summary>
    SixMonths = 2,
}

/// <summary>几次未获通过后本届内不再提请. Stored by name.</summary>
public enum FailureBar
{
    /// <summary>不限.</summary>
    None = 1,
    /// <summary>两次. Source: ZJ-APP15, SZ-APP20.</summary>
    Two = 2,
    /// <summary>连续两次. Source: CQ-APP21.</summary>
    TwoConsecutive = 3,
}

/// <summary>任前任后事项: what the profile requires around an appointment or election, each shown as a check. Source: rules 9.2, 9.5, 18.</summary>
/// <param name="Exam">checks.exam: 任前法律知识考试.</param>
/// <param name="Statement">checks.statement: 供职报告、表态发言.</param>
/// <param name="Oath">checks.oath: 宪法宣誓.</param>
/// <param name="Certificate">checks.certificate: 任命书.</param>
/// <param name="UpperApproval">checks.upperApproval: 检察长报请批准 (OL11: always, the flag is about showing it).</param>
public sealed record CheckParameters(
    bool Exam = true, bool Statement = true, bool Oath = true, bool Certificate = true, bool UpperApproval = true);
