using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>A meeting with many errors names them all at once; a good one names none.</summary>
public sealed class MeetingCheckTests
{
    [Fact]
    public void The_sample_is_good() => Assert.Empty(MeetingCheck.Validate(Samples.Meeting()));

    [Fact]
    public void All_errors_are_named_at_once()
    {
        Meeting good = Samples.Meeting();
        Meeting bad = good with
        {
            Suite = "md5",
            Base = new CountBase(3, CountBasis.InOffice),
            Sittings = [new Sitting(1, ""), new Sitting(1, "x")],
            Members = [good.Members[0], good.Members[1] with { Seat = good.Members[0].Seat, Keypad = good.Members[0].Keypad }, good.Members[0],
                good.Members[3] with { Id = default, Keypad = new KeypadUid(0), Name = " " }],
            Agenda = [good.Agenda[0] with { Mode = RoundMode.Named }, good.Agenda[1] with { No = "1" },
                good.Agenda[2] with { Question = new Motion { Title = "", Verb = "选举" } }],
        };
        string[] where = [.. MeetingCheck.Validate(bad).Select(error => error.Where).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(
            ["agenda.no", "agenda[0].mode", "agenda[2]", "base.count", "members.id", "members.keypadUid", "members.seat", "members[3].id",
             "members[3].keypadUid", "members[3].name", "sittings", "sittings[0].name", "suite"], where);
    }

    [Fact]
    public void A_bad_meeting_is_not_loaded_and_says_why()
    {
        Driver driver = new();
        Refusal.MeetingInvalid refusal = driver.Refused<Refusal.MeetingInvalid>(
            at => new HallCommand.LoadMeeting(Samples.Meeting() with { Members = [] }) { Issuer = Issuer.System, At = at });
        Assert.NotEmpty(refusal.Errors);
        Assert.Null(driver.State.Meeting);
    }
}
