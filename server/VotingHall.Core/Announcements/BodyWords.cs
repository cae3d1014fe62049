namespace VotingHall.Core;

/// <summary>会议主体的用语: how its members and the body itself are called when a result is read.</summary>
internal sealed record BodyWords(
    string Members, string AllMembers, string Assembly, string MembersEnglish, string AllMembersEnglish, string AssemblyEnglish)
{
    public static BodyWords Of(Body body) => body switch
    {
        Body.Congress => new("代表", "全体代表", "大会", "deputies", "all deputies", "the congress"),
        Body.StandingCommittee => new("组成人员", "全体组成人员", "常务委员会", "members", "all members", "the standing committee"),
        Body.Presidium => new("主席团成员", "全体主席团成员", "主席团", "members of the presidium", "all members of the presidium", "the presidium"),
        _ => throw new ArgumentOutOfRangeException(nameof(body)),
    };
}

/// <summary>书名号: a title as it is quoted in speech; quotation inside it takes the single marks.</summary>
internal static class QuotedTitle
{
    public static string Of(string title) => "《" + title.Replace('《', '〈').Replace('》', '〉') + "》";
}
