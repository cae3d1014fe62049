using VotingHall.Core;
using VotingHall.Simulator;
using Xunit;

namespace VotingHall.Server.Tests.Halls;

/// <summary>
/// Aim: between the finger and the decision every byte goes through keypad core, bus, bridge core, bridge link and AEAD. Each is cut in turn:
/// the press does not arrive and no lamp goes steady; joined again, the vote goes on and the press counts.
/// </summary>
public class EveryLinkCountsTests
{
    private const int Members = 8;

    /// <summary>Long enough for many sweeps, for the lease to run out and for every try of an admission.</summary>
    private const int CutMs = 4_000;

    private static readonly IReadOnlyList<AgendaItem> Agenda =
        [Meetings.RollCallItem, Meetings.MotionItem("2", RoundMode.Named), Meetings.MotionItem("3", RoundMode.Secret)];

    public static TheoryData<string, RoundMode> Cuts()
    {
        TheoryData<string, RoundMode> cuts = [];
        foreach (string link in (string[])["keypad mute", "line cut", "bridge link lost", "bridge restarted", "bridge link damaged"])
        {
            cuts.Add(link, RoundMode.Named);
            cuts.Add(link, RoundMode.Secret);
        }
        return cuts;
    }

    [Theory]
    [MemberData(nameof(Cuts))]
    public void A_press_needs_every_link(string link, RoundMode mode)
    {
        using VirtualHall hall = new(Members, 1, Agenda);
        VirtualHallTests.Gather(hall);
        VirtualHallTests.RollCall(hall, Members);
        VirtualHallTests.Open(hall, mode == RoundMode.Named ? "2" : "3");

        Cut(hall, link, cut: true);
        hall.PressAll(Enumerable.Range(0, Members).Select(i => (i, KeypadKey.For)));
        for (int ms = 0; ms < CutMs; ms += 20)
        {
            hall.RunFor(20);
            if (link == "bridge restarted")
                hall.Simulator.RestartBridge();
            Assert.Equal(0, hall.Current.Box.Count);
            Assert.DoesNotContain(hall.Simulator.Views(), keypad => keypad.Lamp == KeypadLamp.Steady);
        }
        Assert.DoesNotContain(hall.Store.ReadRoundsWithParts(), round => round == hall.Current.No);

        Cut(hall, link, cut: false);
        hall.RunUntil(() => hall.Current.Box.Count == Members, 20_000, "presses arrive");
        hall.RunUntil(() => hall.Simulator.Views().All(keypad => keypad.Lamp == KeypadLamp.Steady), 5_000, "lamps steady");
        VirtualHallTests.Finish(hall);
        Assert.Equal(new RowTally("", Members, 0, 0), hall.Current.Counted!.Tally.Rows[0] with { Name = "" });
        Assert.Equal(0, hall.Current.Counted.Unattested);
    }

    [Xunit.Fact]
    public void A_keypad_with_another_root_is_never_admitted_and_its_press_never_arrives()
    {
        const int stranger = 3;
        using VirtualHall hall = new(Members, 1, Agenda, wired: (i, keypad) => i == stranger ? keypad with { Ra = new Commissioning(77).Keypad(0).Ra } : keypad);
        hall.RunUntil(() => hall.Lines.AdmittedCount == Members - 1, 20_000, "the others admitted");
        hall.RunFor(10_000);
        Assert.Equal(Members - 1, hall.Lines.AdmittedCount);

        hall.Do(hall.Conduct.Prepare(Meetings.Secretariat, "1"));
        hall.RunUntil(() => hall.Current.PaperReport is not null, 20_000, "paper delivered");
        hall.Do(hall.Conduct.Open(Meetings.Chair, hall.Current.No, releaseMissing: true));
        hall.RunFor(1_000);
        hall.PressAll(Enumerable.Range(0, Members).Select(i => (i, KeypadKey.For)));
        hall.RunUntil(() => hall.Current.Box.Count == Members - 1, 10_000, "the others signed in");
        hall.RunFor(CutMs);
        Assert.Equal(Members - 1, hall.Current.Box.Count);
        Assert.NotEqual(KeypadLamp.Steady, hall.Simulator.View(stranger).Lamp);
    }

    private static void Cut(VirtualHall hall, string link, bool cut)
    {
        switch (link)
        {
            case "keypad mute":
                for (int i = 0; i < Members; i++)
                    hall.Simulator.Mute(i, cut);
                break;
            case "line cut":
                hall.Simulator.Cut(0, cut);
                break;
            case "bridge link lost":
                hall.CutLink(cut);
                break;
            case "bridge restarted":
                // The link stays up: only what the bridge answers tells that it lost its peer, its lease and its lines.
                hall.Simulator.RestartBridge();
                break;
            case "bridge link damaged":
                hall.LinkDamage = cut ? Damage : null;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(link), link, "no such link");
        }
    }

    /// <summary>One flipped bit in every eight bytes: no frame of the link is shorter, so COBS or CRC fails for each.</summary>
    private static void Damage(byte[] bytes)
    {
        for (int i = bytes.Length % 8; i < bytes.Length; i += 8)
            bytes[i] ^= 0x10;
    }
}
