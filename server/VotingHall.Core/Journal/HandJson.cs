namespace VotingHall.Core;

/// <summary>手工计票的存储形式. What keypads alone did is written as before: no field says keypad.</summary>
internal static class HandJson
{
    public static Json? WriteMethod(VotingMethod method) => method == VotingMethod.Keypad ? null : VotingMethods.Name(method);

    public static VotingMethod ReadMethod(Fields f)
    {
        if (f.TextOrNone("method") is not string name)
            return VotingMethod.Keypad;
        return VotingMethods.Find(name) is VotingMethod method && method != VotingMethod.Keypad ? method : f.Wrong(VotingMethod.Keypad);
    }

    public static Json.Object WritePapers(PaperCount papers) => Json.Of(
        ("collected", papers.Collected), ("invalid", papers.Invalid), ("issued", papers.Issued), ("reasons", WriteReasons(papers.Reasons)),
        ("valid", papers.Valid));

    public static PaperCount ReadPapers(Fields f) =>
        new(f.Int("issued"), f.Int("collected"), f.Int("valid"), f.Int("invalid")) { Reasons = f.Object("reasons", ReadReasons) };

    /// <summary>Only reasons that occurred.</summary>
    public static Json.Object WriteReasons(InvalidPapers reasons) => Json.Of(
        [.. reasons.ByReason.OrderBy(one => one.Reason, StringComparer.Ordinal).Select(one => (one.Reason, one.Papers == 0 ? null : (Json?)one.Papers))]);

    public static InvalidPapers ReadReasons(Fields f)
    {
        int Of(string reason) => f.IntOrNone(reason, 1) ?? 0;

        return new InvalidPapers(Of("overVote"), Of("illegible"), Of("notOfficial"), Of("torn"), Of("other"));
    }

    public static Json.Object WriteCount(HandCount count) => Json.Of(
        ("invalid", WriteReasons(count.Invalid)), ("rows", Json.ListOf(count.Rows, CountJson.WriteRow)), ("valid", count.Valid),
        ("writeIns", CountJson.WriteNames(count.WriteIns)));

    public static HandCount ReadCount(Fields f) => new(
        f.Int("valid"), f.Object("invalid", ReadReasons), f.Objects("rows", CountJson.ReadRow), CountJson.ReadNames(f, "writeIns"));
}
