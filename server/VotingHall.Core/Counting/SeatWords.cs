namespace VotingHall.Core;

/// <summary>按席位计票的用语: how a reason counts persons (人、名) and projects (个), so that it can be read aloud.</summary>
internal sealed record SeatWords(
    string OneChinese, string SeatChinese, string TakenChinese, string NobodyChinese, string OneEnglish, string ManyEnglish, string TakenEnglish)
{
    /// <summary>选举: 人、名、当选.</summary>
    public static SeatWords Persons { get; } = new("人", "名", "当选", "无人", "person", "persons", "elected");

    /// <summary>票决: 个、入选.</summary>
    public static SeatWords Projects { get; } = new("个", "个", "入选", "没有项目", "project", "projects", "chosen");

    /// <summary>预选: 人、名、列为正式候选人.</summary>
    public static SeatWords Nominees { get; } = new("人", "名", "列为正式候选人", "无人", "person", "persons", "formal candidates");

    public static SeatWords Of(Contenders contenders) => contenders switch
    {
        Contenders.Persons => Persons,
        Contenders.Projects => Projects,
        Contenders.Nominees => Nominees,
        _ => throw new ArgumentOutOfRangeException(nameof(contenders)),
    };

    /// <summary>No majority is asked for. Source: OL29, EL45.</summary>
    public const string MoreVotesEnglish = "more votes wins";

    /// <summary>"得票多的当选".</summary>
    public string MoreVotesChinese => "得票多的" + TakenChinese;

    /// <summary>"4人达到151票".</summary>
    public string ReachedChinese(int reached, int needed) =>
        (reached == 0 ? NobodyChinese : Arithmetic.Text(reached) + OneChinese) + "达到" + Arithmetic.Text(needed) + "票";

    /// <summary>"4 persons reached 151".</summary>
    public string ReachedEnglish(int reached, int needed) => Many(reached) + " reached " + Arithmetic.Text(needed);

    /// <summary>"应选3名，当选2名".</summary>
    public string FilledChinese(int seats, int filled) =>
        "应选" + Arithmetic.Text(seats) + SeatChinese + "，" + TakenChinese + Arithmetic.Text(filled) + SeatChinese;

    /// <summary>"places 3, elected 2".</summary>
    public string FilledEnglish(int seats, int filled) =>
        "places " + Arithmetic.Text(seats) + ", " + TakenEnglish + " " + Arithmetic.Text(filled);

    /// <summary>"2人票数相等，尚余1名".</summary>
    public string TiedChinese(int tied, int left) =>
        Arithmetic.Text(tied) + OneChinese + "票数相等，尚余" + Arithmetic.Text(left) + SeatChinese;

    /// <summary>"2 persons tied for the 1 left".</summary>
    public string TiedEnglish(int tied, int left) => Many(tied) + " tied for the " + Arithmetic.Text(left) + " left";

    private string Many(int number) => Arithmetic.Text(number) + " " + (number == 1 ? OneEnglish : ManyEnglish);
}
