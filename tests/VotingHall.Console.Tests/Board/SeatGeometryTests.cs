using Microsoft.Playwright;
using VotingHall.Screens.Tests.Samples;
using Xunit;

namespace VotingHall.Screens.Tests.Board;

/// <summary>Seat map geometry against the table and check values of screens 7, by the very module the wall uses.</summary>
public sealed class SeatGeometryTests(Browser browser) : PageTests(browser)
{
    [Fact]
    public async Task The_check_values_of_300_seats_hold()
    {
        double[] found = await Ask(
            """
            const places = g.layOut(Array.from({ length: 10 }, (_, row) => 21 + 2 * row));
            const last = places[places.length - 1];
            return [places.length, places[0].x, places[0].y, places[10].x, places[10].y, last.x, last.y, places[0].turn, last.turn, places[20].turn];
            """);

        Assert.Equal([300, -10.971, -3.498, 0, 0, 19.410, 8.391, 0.617, -0.617, -0.617], found.Select(value => Math.Round(value, 3) + 0.0));
    }

    [Theory]
    [InlineData("8, 10, 12, 14, 16", 70.7, 67.4, 44, 30.7, 23.9)]
    [InlineData("21, 23, 25, 27, 29, 31, 33, 35, 37, 39", 70.7, 30.9, 24.1, 14.1, 11.0)]
    [InlineData("...Array.from({ length: 40 }, (_, row) => 36 + 2 * row)", 88.1, 11.2, 8.1, 5.1, 3.7)]
    public async Task The_table_of_sizes_holds(string rows, double theta, double k, double side, double smallK, double smallSide)
    {
        double[] found = await Ask(
            $$"""
            const places = g.layOut([{{rows}}]);
            const large = g.fitInto(places, 1230, 716), small = g.fitInto(places, 560, 420);
            return [-2 * places[places.length - 1].turn * 180 / Math.PI, large.k, large.side, small.k, small.side];
            """);

        Assert.Equal([theta, k, side, smallK, smallSide], found.Select(value => Math.Round(value, 1)));
    }

    [Fact]
    public async Task Equal_rows_are_straight_and_odd_rows_keep_every_seat()
    {
        double[] found = await Ask(
            """
            const straight = g.layOut(Array.from({ length: 20 }, () => 15));
            const odd = g.layOut([12, 12, 11]);
            const one = g.layOut([7]);
            return [straight.length, Math.max(...straight.map(p => Math.abs(p.turn))), odd.length, one.length, Math.max(...one.map(p => p.y)),
              ...[1, 2, 3, 7, 11].map(n => g.blocksOf(n, 3).reduce((a, b) => a + b)), ...[4, 9, 37].map(n => g.blocksOf(n, 4).reduce((a, b) => a + b))];
            """);

        Assert.Equal([300, 0, 35, 7, 0, 1, 2, 3, 7, 11, 4, 9, 37], found);
    }

    [Fact]
    public async Task The_chair_sees_the_hall_turned_by_half_a_circle()
    {
        double[] found = await Ask(
            """
            const places = g.layOut([8, 10, 12]);
            const hall = g.fitInto(places, 560, 420), chair = g.fitInto(places, 560, 420, true);
            return hall.places.map((p, i) => Math.abs(p.x + chair.places[i].x - 560) + Math.abs(p.y + chair.places[i].y - 420));
            """);

        Assert.All(found, difference => Assert.True(difference < 1e-9));
    }

    [Fact]
    public async Task Packed_seats_arrive_as_they_were_sent()
    {
        SeatState[] states = [SeatState.Present, SeatState.Empty, SeatState.Faulty, SeatState.Absent, SeatState.Silent];
        IPage page = await Open(Audience.Screen);

        int[] found = await page.EvaluateAsync<int[]>(
            $"import('/assets/seat-canvas.js').then(canvas => [...canvas.unpack('{SeatPacking.Pack(states)}', 5)])");

        Assert.Equal(states.Select(state => (int)state), found);
    }

    [Fact]
    public async Task A_lit_seat_is_where_the_plan_says_and_goes_out_again()
    {
        Hall.Screens.Plan = SampleMeeting.Fan(3, 8);
        Hall.Screens.Board = BoardSamples.Show(BoardSamples.SignIn(0, 30, 30, 20));
        IPage page = await Open(Audience.Screen, query: "?still=1");
        await Assertions.Expect(page.Locator(".seats").First).ToHaveAttributeAsync("width", "1230");

        int[] before = await LitAt(page, 4);
        await Push(page, 2, [.. Enumerable.Range(0, 30).Select(seat => seat == 4 ? SeatState.Present : SeatState.Absent)]);
        int[] lit = await LitAt(page, 4);
        int[] beside = await LitAt(page, 5);
        await Push(page, 3, [.. Enumerable.Repeat(SeatState.Absent, 30)]);
        int[] after = await LitAt(page, 4);

        Assert.Equal([0, 0, 0, 0], before);
        Assert.Equal([0xf2, 0xdd, 0xb0, 0xff], lit);
        Assert.Equal([0, 0, 0, 0], beside);
        Assert.Equal([0, 0, 0, 0], after);
    }

    private async Task Push(IPage page, long seq, IReadOnlyList<SeatState> states)
    {
        Hall.Screens.Board = new BoardView(
            SampleMeeting.Head with { Seq = seq },
            new BoardScene.SignIn(SampleMeeting.RollCall, 30, states.Count(state => state == SeatState.Present), 20, true, null, SeatPacking.Pack(states)));
        await Hall.Push(Audience.Screen, Stop);
        await Assertions.Expect(page.Locator($"[data-wall][data-seq=\"{seq}\"]")).ToBeVisibleAsync();
    }

    /// <summary>Colour of the light layer in the middle of a seat.</summary>
    private static Task<int[]> LitAt(IPage page, int seat) => page.EvaluateAsync<int[]>(
        $$"""
        import('/assets/seat-geometry.js').then(g => {
          const place = g.fitInto(g.layOut([8, 10, 12]), 1230, 716).places[{{seat}}];
          return [...document.querySelectorAll(".seats")[1].getContext("2d").getImageData(Math.round(place.x), Math.round(place.y), 1, 1).data];
        })
        """);

    private async Task<double[]> Ask(string script)
    {
        IPage page = await Open(Audience.Screen);
        return await page.EvaluateAsync<double[]>($"import('/assets/seat-geometry.js').then(g => {{ {script} }})");
    }
}
