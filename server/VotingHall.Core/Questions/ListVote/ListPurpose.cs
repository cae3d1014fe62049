namespace VotingHall.Core;

/// <summary>名单的用途: which list it is decides the articles it rests on. Stored by name. Source: rules 3.1 (7, 9, 10), 8.</summary>
public enum ListPurpose
{
    /// <summary>其他名单.</summary>
    Other = 1,
    /// <summary>专门委员会组成人员. Source: OL34.</summary>
    SpecialCommittee = 2,
    /// <summary>主席团和秘书长. Source: OL17.</summary>
    Presidium = 3,
    /// <summary>总监票人、监票人. Source: EL43.</summary>
    Tellers = 4,
    /// <summary>特定问题调查委员会. Source: OL36, OL58.</summary>
    InquiryCommission = 5,
    /// <summary>会议议程. Source: OL17.</summary>
    Agenda = 6,
    /// <summary>选举办法、表决办法等.</summary>
    Measures = 7,
}

/// <summary>名单的用途: names and articles.</summary>
public static class ListPurposes
{
    public static string Chinese(ListPurpose purpose) => purpose switch
    {
        ListPurpose.Other => "名单",
        ListPurpose.SpecialCommittee => "专门委员会组成人员名单",
        ListPurpose.Presidium => "主席团和秘书长名单",
        ListPurpose.Tellers => "监票人名单",
        ListPurpose.InquiryCommission => "特定问题调查委员会组成人员名单",
        ListPurpose.Agenda => "会议议程",
        ListPurpose.Measures => "会议各项办法",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };

    public static string English(ListPurpose purpose) => purpose switch
    {
        ListPurpose.Other => "list",
        ListPurpose.SpecialCommittee => "members of a special committee",
        ListPurpose.Presidium => "presidium and secretary-general",
        ListPurpose.Tellers => "tellers",
        ListPurpose.InquiryCommission => "members of an inquiry commission",
        ListPurpose.Agenda => "agenda",
        ListPurpose.Measures => "measures of the session",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };

    internal static IReadOnlyList<Law> LawsOf(ListPurpose purpose, Body body)
    {
        Law decisions = Law.DecisionsOf(body);
        return purpose switch
        {
            ListPurpose.SpecialCommittee => [Law.OL34, decisions],
            ListPurpose.Presidium or ListPurpose.Agenda when body == Body.Congress => [Law.OL17, decisions],
            ListPurpose.Tellers => [Law.EL43, decisions],
            ListPurpose.InquiryCommission => [body == Body.StandingCommittee ? Law.OL58 : Law.OL36, decisions],
            // Lists that do not say what they are: those of a congress were always those of its special committees.
            ListPurpose.Other when body == Body.Congress => [Law.OL34, decisions],
            _ => [decisions],
        };
    }
}
