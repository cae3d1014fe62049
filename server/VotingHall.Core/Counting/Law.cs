namespace VotingHall.Core;

/// <summary>
/// 法条: one article a count can rest on. The catalogue is closed, so no article is typed twice and none is invented on the way.
/// Source: rules 0 (tags), checked against the texts quoted there.
/// </summary>
/// <param name="Code">Tag of rules.md, e.g. "OL25".</param>
/// <param name="Chinese">As printed on record and certificate, e.g. "地方组织法第二十五条".</param>
/// <param name="English">The same in English.</param>
public sealed record Law(string Code, string Chinese, string English)
{
    /// <summary>Sessions; two thirds of the deputies must be present.</summary>
    public static Law OL14 { get; } = Organic("OL14", "第十四条", 14);

    /// <summary>Elections and resolutions of the congress: more than half of all deputies.</summary>
    public static Law OL25 { get; } = Organic("OL25", "第二十五条", 25);

    /// <summary>Nomination of office holders; 30, 20, 10, 10 deputies.</summary>
    public static Law OL26 { get; } = Organic("OL26", "第二十六条", 26);

    /// <summary>Number of candidates; pre-selection.</summary>
    public static Law OL27 { get; } = Organic("OL27", "第二十七条", 27);

    /// <summary>Secret ballot; for, against, another person, abstention.</summary>
    public static Law OL28 { get; } = Organic("OL28", "第二十八条", 28);

    /// <summary>Ranking, tie, shortfall.</summary>
    public static Law OL29 { get; } = Organic("OL29", "第二十九条", 29);

    /// <summary>By-election.</summary>
    public static Law OL30 { get; } = Organic("OL30", "第三十条", 30);

    /// <summary>Recall of office holders.</summary>
    public static Law OL31 { get; } = Organic("OL31", "第三十一条", 31);

    /// <summary>Resignation of office holders.</summary>
    public static Law OL32 { get; } = Organic("OL32", "第三十二条", 32);

    /// <summary>Special committees: nominated by the presidium, adopted by the congress.</summary>
    public static Law OL34 { get; } = Organic("OL34", "第三十四条", 34);

    /// <summary>Powers of the congress; sub-item 6: approval of the chief procurator.</summary>
    public static Law OL11 { get; } = Organic("OL11", "第十一条", 11);

    /// <summary>Motions: 10 deputies, township 5.</summary>
    public static Law OL22 { get; } = Organic("OL22", "第二十二条", 22);

    /// <summary>Inquiries: 10 deputies.</summary>
    public static Law OL24 { get; } = Organic("OL24", "第二十四条", 24);

    /// <summary>Inquiry commission of the congress.</summary>
    public static Law OL36 { get; } = Organic("OL36", "第三十六条", 36);

    /// <summary>Powers of the standing committee: appointments.</summary>
    public static Law OL50 { get; } = Organic("OL50", "第五十条", 50);

    /// <summary>Standing committee: quorum and decisions by more than half of all members.</summary>
    public static Law OL51 { get; } = Organic("OL51", "第五十一条", 51);

    /// <summary>Motions in the standing committee.</summary>
    public static Law OL52 { get; } = Organic("OL52", "第五十二条", 52);

    /// <summary>Inquiries in the standing committee.</summary>
    public static Law OL53 { get; } = Organic("OL53", "第五十三条", 53);

    /// <summary>Preparatory meeting: presidium, secretary-general, agenda.</summary>
    public static Law OL17 { get; } = Organic("OL17", "第十七条", 17);

    /// <summary>Acting chair of the standing committee.</summary>
    public static Law OL55 { get; } = Organic("OL55", "第五十五条", 55);

    /// <summary>Inquiry commission of the standing committee.</summary>
    public static Law OL58 { get; } = Organic("OL58", "第五十八条", 58);

    /// <summary>Checkers and counters chosen by the deputies; record of the count.</summary>
    public static Law EL43 { get; } = Election("EL43", "第四十三条", 43);

    /// <summary>Resignation of deputies.</summary>
    public static Law EL55 { get; } = Election("EL55", "第五十五条", 55);

    /// <summary>Answers to inquiries: satisfied or not.</summary>
    public static Law SL53 { get; } = new("SL53", "监督法第五十三条", "Supervision Law art. 53");

    /// <summary>Contested clauses of a bill voted apart.</summary>
    public static Law LL44 { get; } = new("LL44", "立法法第四十四条", "Legislation Law art. 44");

    /// <summary>Joint recommendation: 10 deputies at every level.</summary>
    public static Law EL30 { get; } = Election("EL30", "第三十条", 30);

    /// <summary>Number of candidates for the higher congress.</summary>
    public static Law EL31 { get; } = Election("EL31", "第三十一条", 31);

    /// <summary>Two days for nomination and deliberation; pre-selection.</summary>
    public static Law EL32 { get; } = Election("EL32", "第三十二条", 32);

    /// <summary>Secret ballot with a secret writing place.</summary>
    public static Law EL40 { get; } = Election("EL40", "第四十条", 40);

    /// <summary>Validity of an election and of a ballot.</summary>
    public static Law EL44 { get; } = Election("EL44", "第四十四条", 44);

    /// <summary>More than half of all deputies; tie; shortfall.</summary>
    public static Law EL45 { get; } = Election("EL45", "第四十五条", 45);

    /// <summary>Recall of higher deputies: who may propose.</summary>
    public static Law EL51 { get; } = Election("EL51", "第五十一条", 51);

    /// <summary>Recall of deputies by secret ballot.</summary>
    public static Law EL52 { get; } = Election("EL52", "第五十二条", 52);

    /// <summary>Recall of deputies: more than half of all.</summary>
    public static Law EL53 { get; } = Election("EL53", "第五十三条", 53);

    /// <summary>By-election of higher deputies.</summary>
    public static Law EL57 { get; } = Election("EL57", "第五十七条", 57);

    /// <summary>Whoever votes against may name another person (2025).</summary>
    public static Law DL17 { get; } = new("DL17", "代表法第十七条", "Deputies Law art. 17");

    /// <summary>Deputies vote for, against, or abstain.</summary>
    public static Law DL23 { get; } = new("DL23", "代表法第二十三条", "Deputies Law art. 23");

    /// <summary>Who may propose a dismissal.</summary>
    public static Law SL61 { get; } = new("SL61", "监督法第六十一条", "Supervision Law art. 61");

    /// <summary>Dismissal by secret ballot only.</summary>
    public static Law SL62 { get; } = new("SL62", "监督法第六十二条", "Supervision Law art. 62");

    /// <summary>Constitutional amendments: two thirds of all deputies.</summary>
    public static Law Constitution64 { get; } = new("CON64", "宪法第六十四条", "Constitution art. 64");

    /// <summary>Presidium decides by more than half of all its members (national model).</summary>
    public static Law NpcRules9 { get; } = new("NPC-R9", "全国人民代表大会议事规则第九条", "NPC Rules of Procedure art. 9");

    /// <summary>Keypads; a show of hands when they fail (national model).</summary>
    public static Law NpcRules60 { get; } = new("NPC-R60", "全国人民代表大会议事规则第六十条", "NPC Rules of Procedure art. 60");

    /// <summary>A vote counts only when more than half of all deputies took part.</summary>
    public static Law GuangdongRules60 { get; } = new("GD-R60", "广东省人民代表大会议事规则第六十条", "Guangdong Congress Rules art. 60");

    /// <summary>Whether to vote now: more than half of the deputies present.</summary>
    public static Law ShanghaiRules68 { get; } = new("SH-R68", "上海市人民代表大会议事规则第六十八条", "Shanghai Congress Rules art. 68");

    /// <summary>One fifth of the deputies may ask whether to vote now.</summary>
    public static Law ZhejiangRules67 { get; } = new("ZJ-R67", "浙江省人民代表大会议事规则第六十七条", "Zhejiang Congress Rules art. 67");

    /// <summary>Every article above, once each.</summary>
    public static IReadOnlyList<Law> All { get; } =
    [
        OL11, OL14, OL17, OL22, OL24, OL25, OL26, OL27, OL28, OL29, OL30, OL31, OL32, OL34, OL36, OL50, OL51, OL52, OL53, OL55, OL58,
        EL30, EL31, EL32, EL40, EL43, EL44, EL45, EL51, EL52, EL53, EL55, EL57, DL17, DL23, SL53, SL61, SL62, LL44,
        Constitution64, NpcRules9, NpcRules60, GuangdongRules60, ShanghaiRules68, ZhejiangRules67,
    ];

    /// <summary>The article with this tag, or null.</summary>
    public static Law? Find(string code) => All.FirstOrDefault(law => law.Code == code);

    /// <summary>The article by which <paramref name="body"/> decides with more than half of all its members.</summary>
    public static Law DecisionsOf(Body body) => body switch
    {
        Body.Congress => OL25,
        Body.StandingCommittee => OL51,
        Body.Presidium => NpcRules9,
        _ => throw new ArgumentOutOfRangeException(nameof(body)),
    };

    /// <summary>An article of the local norm, as the profile quotes it.</summary>
    public static Law OfProfile(ProfileRules rules, string parameter)
    {
        string cite = rules.Cites.TryGetValue(parameter, out string? quoted) ? quoted : "规则集 " + parameter;
        return new Law("PROFILE", cite, cite);
    }

    private static Law Organic(string code, string article, int number) =>
        new(code, "地方组织法" + article, "Organic Law of Local Congresses art. " + number.ToString("D", null));

    private static Law Election(string code, string article, int number) =>
        new(code, "选举法" + article, "Electoral Law art. " + number.ToString("D", null));
}
