using System.Text;
using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>Every fact survives its bytes; anything else is refused, never thrown at.</summary>
public sealed class JournalEntryTests
{
    /// <summary>A whole meeting that contains every kind of leaf.</summary>
    internal static Driver EverythingHappened()
    {
        Driver d = Driver.SignedIn(10);
        Issuer technician = new(Role.Technician, "tech");
        d.Must(at => new HallCommand.RaiseEpoch(3) { Issuer = Issuer.System, At = at });
        d.Must(at => new HallCommand.BeginMeetingKeys(Samples.Digest(1), [Samples.Digest(2)]) { Issuer = Issuer.System, At = at, IdempotencyKey = "keys" });
        d.Must(at => new HallCommand.RegisterKeypad(new KeypadUid(77), "line1", 200, 1) { Issuer = Issuer.Bridge, At = at });
        d.Must(at => new HallCommand.BindKeypad(new MemberId(12), new KeypadUid(77)) { Issuer = technician, At = at });
        d.Must(at => new HallCommand.ReportKeypad(Samples.Uid(10), KeypadHealth.Silent) { Issuer = Issuer.Bridge, At = at });
        d.Must(at => new HallCommand.PutAgendaItem(Samples.Agenda[3] with { TextDigest = Samples.Digest(8) }, 2) { Issuer = Issuer.System, At = at });
        d.Must(at => new HallCommand.RemoveAgendaItem("7") { Issuer = Issuer.System, At = at });
        Motion(d);
        Election(d);
        OnPaper(d);
        d.Prepare("5", RoundMode.Named);
        d.Must(d.Void());
        d.Must(at => new HallCommand.CloseSitting { Issuer = d.Chair, At = at });
        return d;
    }

    private static void Motion(Driver d)
    {
        d.Prepare("2", RoundMode.Named);
        d.Open();
        for (int i = 1; i <= 8; i++)
            d.Must(d.Cast(i, 1, i < 8 ? Choice.For : Choice.Abstain));
        d.Must(at => new HallCommand.ExtendRound(d.Last, 10) { Issuer = d.Chair, At = at });
        d.Must(at => new HallCommand.ResumeRounds(at) { Issuer = Issuer.System, At = at });
        d.Finish(Samples.Uid(1));
        d.Confirm(8);
        d.Declare();
        d.Must(at => new HallCommand.RecordSigned(d.Last, Samples.Digest(4), ["k1", "k2"]) { Issuer = Issuer.System, At = at });
        d.Must(at => new HallCommand.CertificateMade(d.Last, Samples.Digest(5)) { Issuer = Issuer.System, At = at });
        d.Must(at => new HallCommand.OrderPrint(d.Last, 1, "秘书处", 3) { Issuer = new(Role.Secretariat, "desk"), At = at });
        d.Must(at => new HallCommand.ReportPrintJob(d.Last, 1, 12) { Issuer = Issuer.System, At = at });
        d.Must(at => new HallCommand.ReportPrintEnd(d.Last, 1, PrintEnd.Completed) { Issuer = Issuer.System, At = at });
    }

    private static void OnPaper(Driver d)
    {
        d.Must(PaperHall.Put(PaperHall.Election));
        d.Must(PaperHall.Prepare("P"));
        d.Must(PaperHall.Open(d));
        d.Must(PaperHall.Issued(d, 11, "换票"));
        d.Must(PaperHall.Close(d));
        d.Must(PaperHall.Collected(d, 10));
        d.Must(PaperHall.Validity(d, true));
        HandCount shorter = PaperHall.Good with { Invalid = default };
        d.Must(PaperHall.Enter(d, PaperHall.Desk, PaperHall.Good));
        d.Must(PaperHall.Recount(d));
        d.Must(PaperHall.Enter(d, PaperHall.Desk, shorter));
        d.Must(PaperHall.Enter(d, PaperHall.Scrutineer, shorter));
        d.Must(PaperHall.Decide(d, "一张不见"));
        d.Must(PaperHall.Merge(d, "何之白", "何知白"));
        d.Confirm(null);
        d.Declare();
        d.Must(at => new HallCommand.MarkAttendance([new MemberId(11)], Present: true) { Issuer = PaperHall.Desk, At = at });
        d.Prepare("3", RoundMode.Secret);
        d.Open();
        d.Must(at => new HallCommand.EnterManualVotes(d.Last, new ManualVotes(0, [new RowTally("", 0, 0, 0)])) { Issuer = PaperHall.Desk, At = at });
        d.Must(d.Void());
    }

    private static void Election(Driver d)
    {
        d.Prepare("4", RoundMode.Secret);
        d.Open();
        for (int i = 1; i <= 10; i++)
            d.Must(d.Mask(i, 1, (byte)i));
        d.Must(at => new HallCommand.SealBatch(d.Last, Samples.Digest(6)) { Issuer = Issuer.System, At = at });
        d.Finish();
        d.RequestTally();
        d.Must(d.StationCount(10, new StationRow(9, 1, 0, 0), new StationRow(5, 2, 2, 1), new StationRow(5, 5, 0, 0)));
        d.Must(d.EnterParticipants(3));
        d.Must(d.EnterParticipants(10));
        d.Must(at => new HallCommand.AllowRecheck(d.Last) { Issuer = d.Chair, At = at });
        d.EnterSlips(10);
        d.Confirm(10);
        d.Must(at => new HallCommand.ShowResult(d.Last) { Issuer = d.Chair, At = at });
        d.Declare();
        d.Must(at => new HallCommand.DestroyKeys(d.Last, Samples.Digest(7)) { Issuer = Issuer.System, At = at });
    }

    [Fact]
    public void Every_kind_of_leaf_comes_back_as_it_was()
    {
        Driver driver = EverythingHappened();
        HallEvent[] leaves = [.. driver.Events.Where(e => e.IsLeaf)];
        Assert.Equal(EventNames.All.Select(codec => codec.Name), leaves.Select(EventNames.NameOf).Distinct().Order(StringComparer.Ordinal));
        for (int i = 0; i < leaves.Length; i++)
        {
            Assert.True(JournalEntry.TryRead(driver.Log[i], out JournalEntry read));
            Assert.Equal(i, read.No);
            Assert.Equal(Structure.Of(leaves[i]), Structure.Of(read.Event));
        }
        Assert.Equal(Structure.Of(driver.State), Structure.Of(driver.Replayed()));
    }

    /// <summary>The list is closed: every event is a named leaf or says it is none.</summary>
    [Fact]
    public void Every_event_has_a_name_or_is_no_leaf()
    {
        Type[] nameless = [.. typeof(HallEvent).GetNestedTypes().Except(EventNames.All.Select(codec => codec.Type))];
        Assert.Equal([typeof(HallEvent.MaskedBallotHeld), typeof(HallEvent.BallotSealed)], nameless);
    }

    [Fact]
    public void A_commitment_travels_in_the_leaf()
    {
        HallEvent e = new HallEvent.BallotCast(new Stamp(new Instant(5), Issuer.Bridge, ""), new RoundNo(1), new KeypadUid(7), new PressId(9));
        byte[] leaf = new JournalEntry(3, e, Samples.Digest(1)).ToBytes();
        Assert.True(JournalEntry.TryRead(leaf, out JournalEntry read));
        Assert.Equal(Samples.Digest(1), read.Commitment);
    }

    /// <summary>Any byte changed gives another entry or none; no input throws.</summary>
    [Fact]
    public void Changed_and_cut_leaves_never_pass_for_the_original()
    {
        byte[][] leaves = [.. EverythingHappened().Log.Where(leaf => leaf.Length < 1200)];
        foreach (byte[] leaf in leaves)
            for (int at = 0; at < leaf.Length; at++)
            {
                byte[] changed = [.. leaf];
                changed[at] = (byte)(changed[at] ^ 0x01);
                if (JournalEntry.TryRead(changed, out JournalEntry read))
                    Assert.Equal(changed, read.ToBytes());
                Assert.False(JournalEntry.TryRead(leaf.AsSpan(0, at), out _));
            }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"at":0,"by":{"person":"","role":"system"},"event":"sitting.closed","fields":{},"n":0}""")]
    [InlineData("""{"at":0,"by":{"person":"","role":"system"},"event":"sitting.closed","fields":{"sitting":"1"},"n":0}""")]
    [InlineData("""{"at":0,"by":{"person":"","role":"system"},"event":"sitting.closed","fields":{"more":1,"sitting":1},"n":0}""")]
    [InlineData("""{"at":0,"by":{"person":"","role":"king"},"event":"sitting.closed","fields":{"sitting":1},"n":0}""")]
    [InlineData("""{"at":0,"by":{"person":"","role":"system"},"event":"never.heard","fields":{"sitting":1},"n":0}""")]
    [InlineData("""{"at":0,"by":{"person":"","role":"system"},"event":"sitting.closed","fields":{"sitting":1},"n":-1}""")]
    public void Other_texts_are_no_entries(string text) => Assert.False(JournalEntry.TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void The_smallest_entry_reads() => Assert.True(JournalEntry.TryRead(
        """{"at":0,"by":{"person":"","role":"system"},"event":"sitting.closed","fields":{"sitting":1},"n":0}"""u8, out _));
}
