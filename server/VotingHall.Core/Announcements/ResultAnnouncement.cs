namespace VotingHall.Core;

/// <summary>
/// 结果宣读词: figures first, reason second, verdict last, in the fixed wording of screens 6. Withheld when the figures do not add up.
/// 未按 is on screen and paper and is read only where the profile says so (announce.announceNotVoted).
/// </summary>
public static class ResultAnnouncement
{
    /// <summary>Of a counted round; anything else is a bug of the caller.</summary>
    public static AnnouncementOffer Of(Round round)
    {
        Counted counted = round.Counted ?? throw new InvalidOperationException("a result is read from a counted round");
        return round.Question is RollCall
            ? AttendanceAnnouncement.Of(round)
            : Of(round.Question, counted.Tally, counted.Outcome, round.Opening!.Context.Body, round.Opening.Context.Rules);
    }

    /// <summary>The same from a question and its figures; not for roll calls.</summary>
    public static AnnouncementOffer Of(Question question, Tally tally, Outcome outcome, Body body, ProfileRules rules)
    {
        bool readNotPressed = rules.Announce.NotVoted == AnnounceNotVoted.Read;
        SumFinding finding = ChosenFinding.Of(question, tally);
        // Of papers and hands a person has decided on marks that are missing before anything was counted.
        bool decided = tally.Method != VotingMethod.Keypad && finding.Check == SumCheck.Unaccounted;
        if ((finding.Check != SumCheck.Ok && !decided) || outcome is Outcome.Invalid)
            return new AnnouncementOffer.Withheld(finding);
        BodyWords words = BodyWords.Of(body);
        AnnouncementOffer offer = question switch
        {
            Procedural procedural => MotionSpeech.OfProcedural(procedural, tally, outcome, words, readNotPressed),
            Resignation resignation => PersonnelSpeech.OfResignation(resignation, tally, outcome, words, readNotPressed),
            Recall or Dismissal => RemovalSpeech.Of((PersonsQuestion)question, tally, outcome, words, readNotPressed),
            ActingHead acting => PersonnelSpeech.OfActing(acting, tally, outcome),
            PreSelection vote => PreSelectionSpeech.Of(vote, tally, outcome),
            Evaluation evaluation => EvaluationSpeech.Of(evaluation, tally, (Outcome.Evaluated)outcome),
            InquiryAnswer answer => InquirySpeech.Of(answer, tally, outcome, words),
            Motion motion => MotionSpeech.Of(motion, tally, outcome, words, readNotPressed),
            ListVote list => PersonnelSpeech.Of(list, tally, outcome, words, readNotPressed),
            Appointment appointment => PersonnelSpeech.Of(appointment, tally, outcome, words, readNotPressed),
            Election election => ElectionSpeech.Of(election, tally, outcome, words, rules),
            RunoffElection runoff => ElectionSpeech.OfRunoff(runoff, tally, outcome, words),
            ProjectVote projects => ProjectSpeech.Of(projects, tally, outcome, words),
            _ => throw new InvalidOperationException("unknown kind of question"),
        };
        if (tally.Papers is not PaperCount papers || question is Election || offer.TextOrNone is not Announcement text)
            return offer;
        Announcement before = HandAnnouncement.Papers(papers);
        return new Announcement(before.Chinese + "\n" + text.Chinese, before.English + "\n" + text.English);
    }
}

/// <summary>选票总数核对: rows against those signed in, and all that was chosen against what the ballots could choose.</summary>
internal static class ChosenFinding
{
    public static SumFinding Of(Question question, Tally tally)
    {
        SumFinding rows = SumFinding.Of(tally, question.IsPickList);
        int? seats = question.Places;
        if (rows.Check != SumCheck.Ok || seats is not int most)
            return rows;
        long left = ((long)most * tally.Participants) - Chosen(tally);
        return left < 0 ? new SumFinding(SumCheck.Excess, checked((int)left)) : rows;
    }

    /// <summary>赞成与另选 of all rows, and written-in names.</summary>
    public static long Chosen(Tally tally) =>
        tally.Rows.Sum(row => (long)row.For + row.WriteIn) + tally.WriteIns.Sum(one => (long)one.For);
}
