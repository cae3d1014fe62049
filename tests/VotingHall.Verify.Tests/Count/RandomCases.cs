using System.Text.Json.Nodes;

namespace VotingHall.Verify.Tests;

/// <summary>
/// 随机案例: votes and elections drawn from a number, the same number always the same case. Small bases and figures around the half are common,
/// so that exact halves, ties across the last seat, written-in names that are listed, too many marks and missing figures come up all the time.
/// </summary>
internal sealed class RandomCases
{
    private const string Names = "甲乙丙丁戊己庚辛壬癸";

    private readonly Random random;

    private RandomCases(int number) => random = new Random(Mixed(number));

    public static JsonObject Of(int number)
    {
        RandomCases one = new(number);
        return one.random.Next(20) switch
        {
            < 4 => one.Vote(),
            < 9 => one.Election(),
            < 15 => one.Papers(),
            < 17 => one.OnePaper(),
            < 19 => one.Grading(),
            _ => one.Number(),
        };
    }

    /// <summary>Neighbouring seeds give the framework's generator neighbouring draws; their bits are mixed first.</summary>
    private static int Mixed(int number)
    {
        uint bits = unchecked((uint)number + 0x9E3779B9);
        bits = unchecked((bits ^ (bits >> 16)) * 0x85EBCA6B);
        bits = unchecked((bits ^ (bits >> 13)) * 0xC2B2AE35);
        return unchecked((int)(bits ^ (bits >> 16)));
    }

    private JsonObject Vote()
    {
        JsonObject one = Case("majority_of_all", "majority_of_all", "two_thirds_of_all", "majority_of_all_with_participation", "majority_of_present", "majority_of_signatories");
        one["kind"] = Pick("list", "acting_head", "inquiry_answer", "motion", "motion", "appointment", "resignation", "recall", "removal_from_office", "procedure", "procedural_motion", "constitutional_amendment");
        (int all, int present) = People(one);
        string[] names = Pick("", "", "修正案") is { Length: > 0 } first ? ["原案", first] : [.. Take(random.Next(5) == 0 ? 3 : 1)];
        one["items"] = new JsonArray([.. names.Select(name => (JsonNode)Marks(name, all, present))]);
        return one;
    }

    private JsonObject Election()
    {
        JsonObject one = Case("majority_of_all", "majority_of_all", "plurality", "top_n");
        bool open = one["rule"]!.GetValue<string>() == "majority_of_all";
        one["kind"] = one["rule"]!.GetValue<string>() switch
        {
            "plurality" => "election_runoff",
            "top_n" => "pre_selection",
            _ => Pick("election", "deputy_election", "livelihood_projects", "by_election"),
        };
        if (open)
            one["office"] = Pick("chief", "deputy_head", "committee_member", "procurator");
        (int all, int present) = People(one);
        one["seats"] = 1 + random.Next(4);
        // Few figures for many people: that is what makes ties.
        int[] figures = [Around(all), Around(all), random.Next(present + 1)];
        bool others = one["kind"]!.GetValue<string>() is "election" or "deputy_election" or "by_election" && random.Next(3) == 0;
        JsonArray items = [];
        foreach (string name in Take(1 + random.Next(6)))
        {
            JsonObject item = Marks(name, all, present, figures[random.Next(figures.Length)]);
            if (others && items.Count > 0 && random.Next(2) == 0)
                item = new JsonObject { ["name"] = name, ["for"] = item["for"]?.DeepClone(), ["writeIn"] = true };
            items.Add(item);
        }
        one["items"] = items;
        return one;
    }

    /// <summary>An election paper by paper.</summary>
    private JsonObject Papers()
    {
        JsonObject one = Case("majority_of_all");
        one["kind"] = Pick("election", "deputy_election", "by_election");
        one["method"] = "paper_ballot";
        int seats = 1 + random.Next(3);
        one["seats"] = seats;
        if (random.Next(3) == 0)
            one["reading"] = Reading("selected_le_seats", "selected_eq_seats");
        string[] listed = [.. Take(1 + random.Next(4))];
        one["items"] = new JsonArray([.. listed.Select(name => (JsonNode)new JsonObject { ["name"] = name })]);
        JsonArray ballots = [];
        int all = 0;
        for (int i = random.Next(8); i >= 0; i--)
        {
            int times = random.Next(4) == 0 ? random.Next(20) : 1;
            all += times;
            ballots.Add(new JsonObject { ["times"] = times, ["marks"] = Filled(listed, seats) });
        }
        one["ballots"] = ballots;
        one["totalMembers"] = Math.Max(1, Pick(all, all + 1, 2 * all, all + random.Next(all + 2), Math.Max(1, all - 1)));
        one["present"] = Pick(all, all, all + 1, all + random.Next(4), Math.Max(0, all - 1));
        if (random.Next(2) == 0)
            one["ballotsIssued"] = Pick(all, all, all + 2, Math.Max(0, all - 1));
        if (random.Next(6) == 0)
            one["ballotsInvalid"] = random.Next(3);
        return one;
    }

    private JsonObject OnePaper()
    {
        JsonObject one = Case("selected_le_seats", "selected_le_seats", "selected_eq_seats");
        int seats = 1 + random.Next(4);
        one["seats"] = seats;
        if (random.Next(3) == 0)
            one["reading"] = Reading();
        if (random.Next(8) == 0)
            one["marksByOffice"] = new JsonObject { ["主任"] = Office(), ["副主任"] = Office() };
        else
            one["marks"] = random.Next(8) == 0 ? new JsonObject { ["selectedCount"] = Math.Max(0, seats - 1 + random.Next(3)) } : Filled([.. Take(1 + random.Next(5))], seats);
        return one;
    }

    private JsonObject Grading()
    {
        JsonObject one = Case(
            "grade_cumulative_majority_of_all", "grade_cumulative_majority_of_present", "grade_cumulative_majority_of_collected", "grade_cumulative_majority_of_valid",
            "rates_over_all", "rates_over_present", "rates_over_collected", "rates_over_valid", "rate_threshold", "rate_threshold", "score_mean");
        (int all, int present) = People(one);
        one["kind"] = Pick("satisfaction", "performance");
        if (one["rule"]!.GetValue<string>() == "score_mean")
            return Scored(one, present);
        bool lines = one["rule"]!.GetValue<string>() == "rate_threshold";
        if (lines)
        {
            one["satisfiedPercent"] = Pick(50, 60, 70, 80, random.Next(101));
            one["passPercent"] = Pick(50, 60, random.Next(101));
            one["gradingBase"] = Pick("all", "present", "collected", "valid");
        }
        string[] scale = Pick<string[]>(["满意", "基本满意", "不满意"], ["不满意", "满意", "基本满意", "非常满意"], ["优秀", "称职", "基本称职", "不称职"], lines ? ["满意", "基本满意", "不满意"] : ["好", "一般", "差"], ["满意", "基本满意", "不满意", "弃权"]);
        JsonArray items = [];
        foreach (string name in Take(1 + random.Next(2)))
        {
            int left = present;
            JsonObject grades = [];
            foreach (string grade in scale)
            {
                int count = Math.Min(left, Pick(random.Next(present + 1), Around(all), all / 4));
                grades[grade] = count;
                left -= count;
            }
            JsonObject item = new() { ["name"] = name, ["grades"] = grades };
            if (random.Next(2) == 0)
                item["invalid"] = Pick(left, left, Math.Max(0, left - 1), left + 1);
            if (random.Next(4) == 0)
                item["dontKnow"] = random.Next(3);
            items.Add(item);
        }
        one["items"] = items;
        return one;
    }

    private JsonObject Scored(JsonObject one, int present)
    {
        int forms = random.Next(present + 1);
        one["items"] = new JsonArray([.. Take(1 + random.Next(2)).Select(name => (JsonNode)new JsonObject
        {
            ["name"] = name, ["scoreForms"] = forms, ["scoreSum"] = Pick(forms * 100, random.Next(forms * 100 + 1), forms * random.Next(101), forms * 100 + random.Next(2)),
        })]);
        return one;
    }

    private JsonObject Number()
    {
        JsonObject one = Case(
            "quorum_two_thirds", "quorum_majority", "ballots_collected_le_issued", "committee_members", "deputy_heads", "chief", "by_election", "upper_deputies",
            "supporters_at_least");
        (int all, int present) = People(one);
        one["seats"] = Pick(1, 1, 2, 1 + random.Next(60));
        one["ballotsIssued"] = present;
        one["ballotsCollected"] = Math.Max(0, present - 1 + random.Next(3));
        one["level"] = Pick("province", "prefecture", "county", "township");
        one["proposal"] = Pick("jointNomination", "deputyRecommendation", "motion", "inquiry", "committeeMotion", "committeeInquiry", "recall", "extraordinarySession", "dismissal");
        if (random.Next(3) == 0)
            one["fraction"] = Pick("1/5", "1/10", "2/3", "1/2");
        return one;
    }

    private JsonObject Case(params string[] rules) => new()
    {
        ["rule"] = Pick(rules),
        ["method"] = Pick("paper_ballot", "paper_ballot", "keypad", "keypad", "show_of_hands", null),
    };

    /// <summary>Base and attendance; now and then one of them missing, or only bounds.</summary>
    private (int All, int Present) People(JsonObject one)
    {
        int all = random.Next(10) switch
        {
            < 6 => 1 + random.Next(9),
            < 9 => 1 + random.Next(300),
            _ => 1 + random.Next(3000),
        };
        int present = Pick(all, all, all - random.Next(1 + all / 3), random.Next(all + 1));
        one["totalMembers"] = all;
        one["present"] = random.Next(20) == 0 ? null : present;
        if (random.Next(12) == 0)
        {
            one["totalMembers"] = null;
            one["totalMembersMax"] = all;
        }
        if (one["method"]?.GetValue<string>() == "paper_ballot" && random.Next(3) > 0)
        {
            int invalid = random.Next(3) == 0 ? random.Next(1 + present / 3) : 0;
            one["ballotsIssued"] = Pick(present, present, present, Math.Max(0, present - 1), present + 1);
            one["ballotsCollected"] = Pick(present, present, Math.Max(0, present - random.Next(3)), present + 1);
            one["ballotsInvalid"] = random.Next(10) == 0 ? null : invalid;
            if (random.Next(2) == 0)
                one["ballotsValid"] = Math.Max(0, present - invalid - 1 + random.Next(3));
        }
        return (all, present);
    }

    /// <summary>One row: the votes for near a line that decides, the rest made to fit, to fall short or to exceed.</summary>
    private JsonObject Marks(string name, int all, int present, int? votes = null)
    {
        int support = Math.Min(votes ?? Around(all), random.Next(30) == 0 ? int.MaxValue : present);
        int left = Math.Max(0, present - support), against = random.Next(left + 1);
        int abstain = random.Next(10) switch
        {
            < 6 => left - against,
            < 8 => random.Next(left - against + 1),
            _ => left - against + random.Next(2),
        };
        return new JsonObject
        {
            ["name"] = name,
            ["for"] = random.Next(40) == 0 ? null : support,
            ["against"] = random.Next(25) == 0 ? null : against,
            ["abstain"] = random.Next(25) == 0 ? null : abstain,
            ["notVoted"] = random.Next(3) == 0 ? null : Math.Max(0, left - against - abstain),
        };
    }

    /// <summary>A filled paper: often just within or just over the number allowed, rows empty or doubly marked, names written in, listed ones too.</summary>
    private JsonObject Filled(string[] listed, int seats)
    {
        JsonObject marks = [];
        foreach (string name in listed)
            marks[name] = random.Next(12) switch
            {
                < 4 => "for",
                < 8 => "against",
                < 9 => "abstain",
                < 11 => null,
                _ => new JsonArray("for", Pick("against", "for", "abstain")),
            };
        if (random.Next(3) == 0)
            for (int i = random.Next(seats + 1); i >= 0; i--)
                marks["writeIn:" + (random.Next(4) == 0 ? listed[random.Next(listed.Length)] : Names[random.Next(Names.Length)].ToString())] = random.Next(5) == 0 ? null : "for";
        return marks;
    }

    private JsonObject Reading(params string[] rules)
    {
        JsonObject reading = rules.Length == 0 ? [] : new() { ["rule"] = Pick(rules) };
        reading["blank"] = Pick("abstainAll", "invalid");
        reading["doubleMark"] = Pick("rowInvalid", "ballotInvalid");
        reading["overVoteScope"] = Pick("office", "paper");
        reading["writeInNeedsCircle"] = random.Next(2) == 0;
        return reading;
    }

    private JsonObject Office() => new() { ["seats"] = 1 + random.Next(3), ["selected"] = random.Next(5) };

    /// <summary>A figure next to half or two thirds of a number, or any.</summary>
    private int Around(int all) => Math.Clamp(Pick(all / 2, all / 2 + 1, all / 2 - 1, (all + 1) / 2, 2 * all / 3, (2 * all + 2) / 3, random.Next(all + 1)), 0, all);

    private static IEnumerable<string> Take(int count) => Names.Take(count).Select(name => name.ToString());

    private T Pick<T>(params T[] of) => of[random.Next(of.Length)];
}
