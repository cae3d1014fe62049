namespace VotingHall.Core;

/// <summary>人事结果宣读词: lists, appointments and removals, acceptance of resignations. Not carried is 未获通过.</summary>
internal static class PersonnelSpeech
{
    private const string NotAdopted = "未获通过";

    public static Announcement Of(ListVote list, Tally tally, Outcome outcome, BodyWords words, bool readNotPressed) =>
        outcome is Outcome.PersonByPerson each
            ? EachRow(tally, each, [.. list.Names.Select(name => new Nominee(name, null))])
            : Whole(tally, outcome, words, readNotPressed);

    public static Announcement Of(Appointment appointment, Tally tally, Outcome outcome, BodyWords words, bool readNotPressed)
    {
        if (Appointment.IsResignation(appointment.Verb) && (outcome is Outcome.PersonByPerson || appointment.Persons.Count == 1))
            return OfResignation(appointment, tally, outcome, words, readNotPressed);
        if (outcome is Outcome.PersonByPerson each)
            return EachRow(tally, each, appointment.Persons);
        return appointment.Persons.Count > 1
            ? Whole(tally, outcome, words, readNotPressed)
            : Row(new Speech(), appointment.Persons[0], tally.Rows[0], outcome is Outcome.Carried).Text;
    }

    /// <summary>代理人选: the verb is part of what is read.</summary>
    public static Announcement OfActing(ActingHead acting, Tally tally, Outcome outcome)
    {
        Speech speech = new();
        for (int i = 0; i < acting.Persons.Count; i++)
        {
            bool carried = outcome is Outcome.PersonByPerson each ? each.Persons[i].State == PersonState.Passed : outcome is Outcome.Carried;
            Row(speech, acting.Persons[i], tally.Rows[i], carried);
            if (carried && acting.Persons[i].Post is string post)
                speech.Say($"{acting.Verb}：{acting.Persons[i].Name}代理{post}。", $"{acting.Persons[i].Name} is acting {post}.");
        }
        return speech.Text;
    }

    public static Announcement OfResignation(PersonsQuestion question, Tally tally, Outcome outcome, BodyWords words, bool readNotPressed)
    {
        if (outcome is Outcome.PersonByPerson each)
            return EachResignation(tally, each, question.Persons, words);
        Nominee person = question.Persons[0];
        bool carried = outcome is Outcome.Carried;
        string pending = outcome is Outcome.Carried { PendingUpperApproval: true } ? "依法报请批准。" : "";
        Speech speech = MotionSpeech.Marks(new Speech(), tally.Rows[0], tally, readNotPressed);
        return carried
            ? speech.Say(Accepted(person, words) + pending, AcceptedEnglish(person, words) + (pending.Length > 0 ? " It is submitted for approval." : "")).Text
            : speech.Say(
                $"赞成票未超过{words.AllMembers}的半数，{Request(person)}{NotAdopted}。",
                $"The votes for are not more than half of {words.AllMembersEnglish}: the request of {person.Name} to resign is not accepted.").Text;
    }

    private static Announcement Whole(Tally tally, Outcome outcome, BodyWords words, bool readNotPressed)
    {
        bool carried = outcome is Outcome.Carried;
        return MotionSpeech.Majority(
            MotionSpeech.Marks(new Speech(), tally.Rows[0], tally, readNotPressed), carried, words, carried ? "通过" : NotAdopted).Text;
    }

    private static Announcement EachRow(Tally tally, Outcome.PersonByPerson outcome, IReadOnlyList<Nominee> persons)
    {
        Speech speech = new();
        for (int i = 0; i < persons.Count; i++)
            Row(speech, persons[i], tally.Rows[i], outcome.Persons[i].State == PersonState.Passed);
        return speech.Text;
    }

    private static Speech Row(Speech speech, Nominee person, RowTally row, bool carried) => speech.Then(
        $"{person.Post}{person.Name}：{MotionSpeech.Figures(row)}，{(carried ? "通过" : NotAdopted)}。",
        $"{person.Name}{(person.Post is null ? "" : $" ({person.Post})")}: {MotionSpeech.FiguresEnglish(row)}: {MotionSpeech.VerdictEnglish(carried)}.");

    private static Announcement EachResignation(Tally tally, Outcome.PersonByPerson outcome, IReadOnlyList<Nominee> persons, BodyWords words)
    {
        Speech speech = new();
        for (int i = 0; i < persons.Count; i++)
        {
            speech.Then(MotionSpeech.Figures(tally.Rows[i]) + "。", MotionSpeech.FiguresEnglish(tally.Rows[i]) + ".");
            if (outcome.Persons[i].State == PersonState.Passed)
                speech.Say(Accepted(persons[i], words), AcceptedEnglish(persons[i], words));
            else
                speech.Say($"{Request(persons[i])}{NotAdopted}。", $"The request of {persons[i].Name} to resign is not accepted.");
        }
        return speech.Text;
    }

    private static string Accepted(Nominee person, BodyWords words) => $"{words.Assembly}决定接受{Request(person)}。";

    private static string AcceptedEnglish(Nominee person, BodyWords words)
    {
        string assembly = char.ToUpperInvariant(words.AssemblyEnglish[0]) + words.AssemblyEnglish[1..];
        return $"{assembly} accepts the request of {person.Name} to resign{(person.Post is null ? "" : $" as {person.Post}")}.";
    }

    private static string Request(Nominee person) => $"{person.Name}辞去{person.Post ?? "职务"}的请求";
}
