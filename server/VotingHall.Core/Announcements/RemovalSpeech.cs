namespace VotingHall.Core;

/// <summary>罢免、撤职结果宣读词: the case is carried or not. Source: screens 6; rules 10, 16.</summary>
internal static class RemovalSpeech
{
    public static Announcement Of(PersonsQuestion question, Tally tally, Outcome outcome, BodyWords words, bool readNotPressed)
    {
        string case_ = question is Recall ? "罢免案" : "撤职案", caseEnglish = question is Recall ? "recall" : "dismissal";
        Speech speech = new();
        if (outcome is Outcome.PersonByPerson each)
        {
            for (int i = 0; i < each.Persons.Count; i++)
            {
                Nominee person = question.Persons[i];
                bool passed = each.Persons[i].State != PersonState.NotPassed;
                speech.Then(
                    $"{person.Post}{person.Name}：{MotionSpeech.Figures(tally.Rows[i])}，{case_}{(passed ? "通过" : "未通过")}。",
                    $"{person.Name}: {MotionSpeech.FiguresEnglish(tally.Rows[i])}: the {caseEnglish} is {MotionSpeech.VerdictEnglish(passed)}.");
            }
            return speech.Text;
        }
        bool carried = outcome is Outcome.Carried;
        MotionSpeech.Marks(speech, tally.Rows[0], tally, readNotPressed)
            .Say($"{case_}{(carried ? "通过" : "未通过")}。", $"The {caseEnglish} is {MotionSpeech.VerdictEnglish(carried)}.");
        if (outcome is Outcome.Carried { PendingUpperApproval: true })
            speech.Say("依法报请批准。", "It is submitted for approval from above.");
        return speech.Text;
    }
}
