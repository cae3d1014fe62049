namespace VotingHall.Core;

/// <summary>民生实事项目票决宣读词: the projects chosen, by number of votes, equal ones in ballot order. Source: screens 6; rules 11.</summary>
internal static class ProjectSpeech
{
    public static Announcement Of(ProjectVote vote, Tally tally, Outcome outcome, BodyWords words)
    {
        IReadOnlyList<PersonOutcome> all = OutcomeJson.PersonsOf(outcome);
        PersonOutcome[] chosen = [.. all.Where(one => one.State == PersonState.Elected).OrderByDescending(one => one.For)];
        Speech speech = new Speech().Say($"参加票决{tally.Participants}人。", $"{tally.Participants} took part.");
        if (vote.Runoff)
            speech.Say(string.Join("，", all.Select(one => $"{one.Name}得{one.For}票")) + "。", string.Join(", ", all.Select(one => $"{one.Name}: {one.For}")) + ".");
        string year = YearOf(vote.Title);
        if (chosen.Length > 0)
        {
            speech.Say(
                $"下列{chosen.Length}个项目得{(vote.Runoff ? "票多" : $"赞成票超过{words.AllMembers}的半数")}，列入{year}年度民生实事项目：",
                $"These {chosen.Length} have {(vote.Runoff ? "more votes" : $"more than half of {words.AllMembersEnglish}")} and are the livelihood projects{(year.Length > 0 ? " of " + year : "")}:");
            for (int i = 0; i < chosen.Length; i++)
            {
                string end = i == chosen.Length - 1 ? "。" : "；";
                speech.Then($"{chosen[i].Name}，{chosen[i].For}票{end}", $"{chosen[i].Name}: {chosen[i].For}{(i == chosen.Length - 1 ? "." : ";")}");
            }
        }
        return outcome switch
        {
            Outcome.RunoffRequired tie => speech.Then(
                $"{string.Join("、", tie.Tied)}得票相等，现在对这{tie.Tied.Count}个项目再次表决。",
                $"{string.Join(", ", tie.Tied)} have equal votes; we vote again on these {tie.Tied.Count}.").Text,
            Outcome.Shortfall when chosen.Length == 0 => speech.Say(
                $"候选项目得赞成票均未超过{words.AllMembers}的半数，本次没有项目入选。",
                $"No project has more than half of {words.AllMembersEnglish}: none is chosen.").Text,
            Outcome.Shortfall shortfall => speech.Then(
                $"应选{vote.Seats}个，入选{chosen.Length}个，尚缺{shortfall.Missing}个，由主席团决定是否对其余项目再次表决。",
                $"Places {vote.Seats}, chosen {chosen.Length}, {shortfall.Missing} left open; the presidium decides whether the rest are voted again.").Text,
            _ => speech.Text,
        };
    }

    /// <summary>"2026" of a title that names a year ("云溪县2026年民生实事项目" is read 列入2026年度…); empty when it names none.</summary>
    private static string YearOf(string title)
    {
        for (int end = title.IndexOf('年', StringComparison.Ordinal); end >= 0; end = title.IndexOf('年', end + 1))
            if (end >= 4 && title.AsSpan(end - 4, 4).IndexOfAnyExceptInRange('0', '9') < 0 && (end == 4 || !char.IsAsciiDigit(title[end - 5])))
                return title[(end - 4)..end];
        return "";
    }
}
