namespace VotingHall.Core;

/// <summary>行政层级. Stored by name. Source: OL26.</summary>
public enum CongressLevel
{
    /// <summary>省、自治区、直辖市.</summary>
    Province = 1,
    /// <summary>设区的市、自治州.</summary>
    Prefecture = 2,
    /// <summary>县、自治县、不设区的市、市辖区.</summary>
    County = 3,
    /// <summary>乡、民族乡、镇.</summary>
    Township = 4,
}

/// <summary>提案种类: what a number of names can put on the table. Source: rules 3.2.</summary>
public enum Proposal
{
    /// <summary>代表联合提名 of office holders.</summary>
    JointNomination = 1,
    /// <summary>联名推荐代表候选人.</summary>
    DeputyRecommendation = 2,
    /// <summary>议案.</summary>
    Motion = 3,
    /// <summary>质询案.</summary>
    Inquiry = 4,
    /// <summary>罢免国家机关领导人员.</summary>
    Recall = 5,
    /// <summary>罢免上级代表.</summary>
    DeputyRecall = 6,
    /// <summary>特定问题调查委员会.</summary>
    InquiryCommission = 7,
    /// <summary>临时召集会议.</summary>
    ExtraordinarySession = 8,
    /// <summary>常委会撤职案.</summary>
    Dismissal = 9,
    /// <summary>常委会议案.</summary>
    CommitteeMotion = 10,
    /// <summary>常委会质询案.</summary>
    CommitteeInquiry = 11,
}

/// <summary>联名人数: how many names a proposal needs. Numbers and shares are fixed by law; shares include the number itself. Source: rules 3.2.</summary>
public static class SupportersNeeded
{
    /// <summary>A share of the base: ceil(n × share).</summary>
    public static int Share(Fraction share, int countBase) => Threshold.AtLeast(share).VotesNeeded(countBase);

    /// <summary>The number of names, or null where the law knows no such proposal at that level.</summary>
    public static (int Names, Law Law)? For(Proposal proposal, CongressLevel level, int countBase) => proposal switch
    {
        Proposal.JointNomination => (level switch { CongressLevel.Province => 30, CongressLevel.Prefecture => 20, _ => 10 }, Law.OL26),
        Proposal.DeputyRecommendation => (10, Law.EL30),
        Proposal.Motion => (level == CongressLevel.Township ? 5 : 10, Law.OL22),
        Proposal.Inquiry => (10, Law.OL24),
        Proposal.Recall => (Share(level == CongressLevel.Township ? Fifth : Tenth, countBase), Law.OL31),
        Proposal.DeputyRecall => (Share(Tenth, countBase), Law.EL51),
        Proposal.InquiryCommission => (Share(Tenth, countBase), Law.OL36),
        Proposal.ExtraordinarySession => (Share(Fifth, countBase), Law.OL14),
        Proposal.Dismissal => level == CongressLevel.Township ? null : (Share(Fifth, countBase), Law.SL61),
        Proposal.CommitteeMotion => Committee(level, Law.OL52),
        Proposal.CommitteeInquiry => Committee(level, Law.OL53),
        _ => throw new ArgumentOutOfRangeException(nameof(proposal)),
    };

    private static readonly Fraction Fifth = new(1, 5);
    private static readonly Fraction Tenth = new(1, 10);

    /// <summary>Townships have no standing committee.</summary>
    private static (int Names, Law Law)? Committee(CongressLevel level, Law law) => level switch
    {
        CongressLevel.Township => null,
        CongressLevel.County => (3, law),
        _ => (5, law),
    };
}
