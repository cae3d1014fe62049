namespace VotingHall.Core;

/// <summary>会议的存储形式: the whole meeting as it was loaded, so that a journal replays without its files.</summary>
internal static class MeetingJson
{
    public static Json.Object Write(Meeting m) => Json.Of(
        ("agenda", Json.ListOf(m.Agenda, WriteItem)),
        ("base", CountJson.WriteBase(m.Base)),
        ("body", EnumNames.Write(m.Body)),
        ("excused", m.Excused),
        ("figures", m.Figures == BaseFigures.None ? null : m.Figures.ToJson()),
        ("hall", Json.Of(("id", m.Hall.Id), ("name", m.Hall.Name))),
        ("level", m.Level),
        ("members", Json.ListOf(m.Members, member => Json.Of(
            ("id", member.Id.Value), ("keypad", member.Keypad is KeypadUid uid ? uid.ToString() : null), ("name", member.Name),
            ("seat", member.Seat.Value)))),
        ("profile", m.Profile),
        ("profileDigest", m.ProfileDigest.Hex),
        ("rules", ProfileJson.Write(m.Rules)),
        ("session", Json.Of(
            ("bodyName", m.Session.BodyName), ("id", m.Session.Id), ("location", m.Session.Location), ("name", m.Session.Name),
            ("sessionNo", m.Session.SessionNo), ("term", m.Session.Term))),
        ("sittings", Json.ListOf(m.Sittings, sitting => Json.Of(("name", sitting.Name), ("no", sitting.No)))),
        ("suite", m.Suite));

    public static Meeting Read(Fields f) => new(
        f.Object("hall", hall => new Venue(hall.Text("id"), hall.Text("name"))),
        f.Object("session", s => new Session(
            s.Text("id"), s.Text("bodyName"), s.Int("term", 1), s.Int("sessionNo", 1), s.Text("name"), s.Text("location"))),
        f.Name<Body>("body"),
        f.Text("level"),
        f.Object("base", CountJson.ReadBase),
        f.Int("excused"),
        f.Text("profile"),
        f.Object("rules", ProfileJson.Read),
        f.Octets("profileDigest"),
        f.Text("suite"),
        f.Objects("sittings", sitting => new Sitting(sitting.Int("no", 1), sitting.Text("name"))),
        f.Objects("members", member => new Member(
            new MemberId(member.Int("id", 1)), member.Text("name"), new SeatNo(member.Text("seat")),
            member.Has("keypad") ? member.Uid("keypad") : null)),
        f.Objects("agenda", ReadItem))
    {
        Figures = f.ObjectOrNone("figures", BaseFigures.Read) ?? BaseFigures.None,
    };

    public static Json.Object WriteItem(AgendaItem item) => Json.Of(
        ("before", item.Before.IsNone ? null : PreliminariesJson.Write(item.Before)), ("method", HandJson.WriteMethod(item.Method)),
        ("mode", EnumNames.Write(item.Mode)), ("no", item.No), ("question", QuestionJson.Write(item.Question)), ("textDigest", item.TextDigest.Hex));

    public static AgendaItem ReadItem(Fields f) =>
        new(f.Text("no"), ReadQuestion(f, "question"), f.Name<RoundMode>("mode"), f.Octets("textDigest"))
        {
            Method = HandJson.ReadMethod(f),
            Before = ReadBefore(f),
        };

    private static Preliminaries ReadBefore(Fields f)
    {
        if (!f.Has("before"))
            return Preliminaries.None;
        Preliminaries before = PreliminariesJson.Read(f.Json("before"), out IReadOnlyList<string> errors);
        return errors.Count == 0 ? before : f.Wrong(before);
    }

    /// <summary>Nothing that is stored differs.</summary>
    public static bool SameItem(AgendaItem one, AgendaItem other) =>
        CanonicalJson.Write(WriteItem(one)).AsSpan().SequenceEqual(CanonicalJson.Write(WriteItem(other)));

    public static Question ReadQuestion(Fields f, string key) =>
        QuestionJson.TryRead(f.Json(key), out Question? question, out _) ? question : f.Wrong(NoQuestion);

    private static readonly Question NoQuestion = new RollCall { Title = "", Verb = "" };
}
