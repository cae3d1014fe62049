namespace VotingHall.Core;

/// <summary>
/// 结果记录: the payload that is signed. Everything a verifier needs to recompute the outcome is in it: question, profile, base and figures.
/// The same round gives the same bytes for ever. Source: record.md 1.
/// </summary>
public static class ResultRecord
{
    /// <summary>Payload of a declared or void round.</summary>
    public static Json.Object Payload(HallState state, RoundNo no, RecordCircumstances circumstances)
    {
        Round round = state.Rounds[no];
        if (!round.IsFinished || state.Meeting is not Meeting meeting)
            throw new InvalidOperationException("a record is made of a finished round");
        bool secret = round.Mode == RoundMode.Secret, masked = round.IsMasked;
        Json? list = RecordedList.Of(round, meeting, circumstances);
        return Json.Of(
            ("exceptions", RecordExceptions.Of(round, circumstances)),
            ("hall", Json.Of(("id", meeting.Hall.Id), ("name", meeting.Hall.Name))),
            ("item", Item(round)),
            ("kind", "votinghall.result"),
            ("log", Log(circumstances.Log)),
            ("meeting", MeetingOf(round, meeting)),
            ("method", RecordMethod.Of(round)),
            ("mode", secret ? "secret" : "recorded"),
            ("outcome", OutcomeOf(state, round)),
            ("policy", Digest(circumstances.PolicyDigest)),
            ("profile", masked ? circumstances.StationProfile : null),
            ("recordedList", list),
            ("roll", Roll(round, meeting, circumstances)),
            ("round", Json.Of(
                ("followUpOf", round.FollowUpOf is RoundNo first ? first.Value : null), ("no", round.No.Value),
                ("repeatOf", round.RepeatOf is RoundNo earlier ? earlier.Value : null), ("type", EnumNames.Write(round.Type)))),
            ("rule", RecordRule.Of(round, meeting)),
            ("secrecy", masked ? Secrecy(round, circumstances) : null),
            ("software", Software(circumstances.Software)),
            // A list anybody can add up again does not rest on software; sums of a locked box do (record.md 9.1).
            ("softwareIndependent", list is not null),
            ("suite", meeting.Suite),
            ("tally", round.Counted is Counted counted && round.Voided is null ? RecordTally.Of(round, counted) : null),
            ("times", Times(round, circumstances.TimeQuality)),
            ("v", 1));
    }

    /// <summary>Canonical payload bytes.</summary>
    public static byte[] PayloadBytes(HallState state, RoundNo no, RecordCircumstances circumstances) =>
        CanonicalJson.Write(Payload(state, no, circumstances));

    /// <summary>名册字节: who could vote in the round, sorted by member; what <c>roll.digest</c> is made of.</summary>
    public static byte[] RollBytes(Round round) => CanonicalJson.Write(Json.ListOf(
        (round.Opening?.Electors ?? []).OrderBy(elector => elector.Member),
        elector => Json.Of(("member", elector.Member.Value), ("seat", elector.Seat.Value))));

    private static Json.Object Item(Round round) => Json.Of(
        ("agendaNo", round.Item.No),
        ("ctx", round.Opening is Opening opening ? Digest(opening.Ctx) : null),
        ("kind", round.Question is RunoffElection ? Election.KindName : round.Question.Kind),
        ("offered", round.Question is RollCall ? null : round.Paper.RowCount),
        ("office", round.Question.OfficeName),
        ("textDigest", Digest(round.Item.TextDigest)),
        ("title", round.Question.Title),
        ("verb", round.Question.Verb),
        ("voteNo", round.No.Value));

    private static Json.Object MeetingOf(Round round, Meeting meeting) => Json.Of(
        ("body", EnumNames.Write(meeting.Body)), ("bodyName", meeting.Session.BodyName), ("id", meeting.Session.Id),
        ("location", meeting.Session.Location), ("name", meeting.Session.Name), ("sessionNo", meeting.Session.SessionNo),
        ("sittingNo", round.SittingNo), ("term", meeting.Session.Term));

    private static Json.Object Roll(Round round, Meeting meeting, RecordCircumstances circumstances)
    {
        int due = round.Opening?.Context.Base.Count ?? meeting.Base.Count;
        int present = round.Question is RollCall ? round.Counted?.Tally.Participants ?? 0 : round.Opening?.SignedIn ?? 0;
        return Json.Of(
            ("digest", Digest(circumstances.RollDigest)), ("due", due), ("enabled", round.Opening?.Electors.Count ?? 0),
            ("excused", meeting.Excused > 0 ? meeting.Excused : null), ("present", present), ("quorum", Quorum.For(meeting.Body, meeting.Rules).Needed(due)));
    }

    private static Json.Object OutcomeOf(HallState state, Round round)
    {
        Json.List? followUps = FollowUpsOf(FollowUps.Of(state, round));
        if (round.Voided is Voiding voided)
            return Json.Of(("arithmetic", VoidReasons.Sentence(voided)), ("followUp", "repeat"), ("followUps", followUps), ("state", "void"));
        Outcome outcome = round.Counted!.Outcome;
        return Json.Of(
            ("arithmetic", outcome.Reason.Arithmetic),
            ("followUp", FollowUp(round.Question, outcome)),
            ("followUps", followUps),
            ("items", outcome is Outcome.Evaluated evaluated ? Json.ListOf(evaluated.Items, OutcomeJson.WriteItem) : null),
            ("reason", ReasonJson.Write(outcome.Reason)),
            ("state", OutcomeJson.StateOf(outcome)));
    }

    /// <summary>What the law orders next, as one code. Source: OL29, EL45, rules 5.6, 11.</summary>
    private static Json? FollowUp(Question question, Outcome outcome) => outcome switch
    {
        Outcome.RunoffRequired => "runoff",
        Outcome.CutTied => "runoff",
        Outcome.Preselected => "election",
        Outcome.Shortfall => question is ProjectVote ? "presidiumDecides" : "furtherElection",
        Outcome.RollCalled { Quorate: false } => "adjourn",
        _ => null,
    };

    /// <summary>All that may follow, in the words shown to the hall; absent where nothing does.</summary>
    private static Json.List? FollowUpsOf(IReadOnlyList<FollowUp> offers) => offers.Count == 0 ? null : Json.ListOf(
        offers, offer => Json.Of(("kind", EnumNames.Write(offer.Kind)), ("laws", Json.ListOf(offer.Laws, law => law.Code)), ("text", offer.Chinese)));

    private static Json.Object Secrecy(Round round, RecordCircumstances circumstances) => Json.Of(
        // What is so today: the station's keys of the round are kept, so the masked ballots are too.
        ("destruction", "none"),
        // Source: protocol 8.4 step 7.
        ("kMin", ManualVotes.SecretMin),
        ("spoiled", 0),
        ("stations", Json.ListOf(circumstances.Stations, id => id)),
        ("unattested", round.Counted?.Unattested ?? 0));

    private static Json.Object Times(Round round, TimeQuality quality) => Json.Of(
        ("announced", Time(round.Declared)),
        ("closed", Time(round.Closed?.Step)),
        ("opened", Time(round.Opening?.Step)),
        ("tallied", Time(round.Counted?.Step)),
        ("timeQuality", Json.Of(
            ("bootId", quality.BootId), ("lastSync", quality.LastSync is Instant sync ? RecordTime.Write(sync) : null),
            ("maxErrorMs", quality.MaxErrorMs), ("monoNs", quality.MonoNs), ("source", quality.Source))));

    private static Json.Object Log(LogHead log) => Json.Of(
        ("origin", log.Origin), ("root", log.Root.Base64Url), ("rootSm3", log.RootSm3 is Octets root ? root.Base64Url : null), ("size", log.Size));

    private static Json.Object Software(SoftwareVersions software) => Json.Of(
        ("config", Digest(software.Config)), ("firmware", Json.ListOf(software.Firmware, version => version)),
        ("sbom", Digest(software.Sbom)), ("server", software.Server), ("station", software.Station.Length > 0 ? software.Station : null));

    private static Json? Time(Step? step) => step is null ? null : RecordTime.Write(step.At);

    private static Json? Digest(Octets digest) => digest.Length > 0 ? digest.Base64Url : null;
}
