using System.Collections.Immutable;
using System.Diagnostics;
using VotingHall.Core;
using VotingHall.Server.Tests.Halls;

namespace VotingHall.Bench;

/// <summary>
/// 计票: 3,000 ballots of 100 candidates, from the ballots held to the outcome, and the same as paper read one by one; beside one plain pass
/// over as many bytes, the least any count can cost.
/// </summary>
internal static class CountingBench
{
    private const int Ballots = 3_000;
    private const int Candidates = 100;
    private const int Seats = 60;
    private const int Runs = 21;
    private const int Warm = 5;

    public static void Run(TextWriter to)
    {
        byte[] bytes = Marks();
        Election election = new()
        {
            Title = "百人选举",
            Verb = "选举",
            Office = "委员",
            OfficeKind = OfficeKind.CommitteeMember,
            Candidates = [.. Enumerable.Range(1, Candidates).Select(i => $"候选人{i:D3}")],
            Seats = Seats,
        };
        CountContext context = new(new CountBase(Ballots, CountBasis.InOffice), Body.Congress, ProfileRules.Default);
        (Round round, Meeting meeting) = Held(bytes, election, context);
        PaperRow[][] papers = [.. Enumerable.Range(0, Ballots).Select(ballot => PaperOf(bytes, ballot, election))];

        (double pass, long sum) = Median(() => Sum(bytes));
        (double keypads, long elected) = Median(() => Filled(election.Count(SecondCount.Of(round, meeting), context)));
        (double paper, long electedOnPaper) = Median(() => Filled(election.Count(TallyOf(papers, election), context)));
        if (elected != electedOnPaper)
            throw new InvalidOperationException("keypads and paper came to different results");

        Table table = new($"Counting {Ballots:#,0} ballots of {Candidates} candidates (median of {Runs})", "what", "ms", "times one pass");
        table.Row($"one pass over the {bytes.Length:#,0} bytes (sum {sum:#,0})", pass, 1.0);
        table.Row($"keypads: ballots held - tally - outcome ({elected} placed)", keypads, keypads / pass);
        table.Row("paper: each ballot read, summed, outcome", paper, paper / pass);
        table.Note("One byte a mark. The pass adds them up and is what memory and one core give; the counts are the functions a round and the verifier use.");
        table.Print(to);
    }

    /// <summary>One byte a mark, from a fixed seed; no ballot chooses more than the seats.</summary>
    private static byte[] Marks()
    {
        Random random = new(20221111);
        byte[] bytes = new byte[Ballots * Candidates];
        for (int ballot = 0; ballot < Ballots; ballot++)
        {
            int left = Seats;
            for (int row = 0; row < Candidates; row++)
            {
                int draw = random.Next(100);
                Choice choice = draw < 70 - row / 3 && left > 0 ? Choice.For : draw < 90 ? Choice.Against : Choice.Abstain;
                left -= choice == Choice.For ? 1 : 0;
                bytes[ballot * Candidates + row] = (byte)choice;
            }
        }
        return bytes;
    }

    private static long Sum(byte[] bytes)
    {
        long sum = 0;
        foreach (byte each in bytes)
            sum = unchecked(sum + each);
        return sum;
    }

    /// <summary>A named round closed with these ballots.</summary>
    private static (Round Round, Meeting Meeting) Held(byte[] bytes, Election election, CountContext context)
    {
        KeypadUid[] keypads = [.. Enumerable.Range(1, Ballots).Select(i => new KeypadUid((ulong)i))];
        AgendaItem item = new("2", election, RoundMode.Named, Octets.Empty);
        Step step = new(new Instant(0), Issuer.System);
        Elector[] electors = [.. keypads.Select((keypad, i) => new Elector(new MemberId(i + 1), new SeatNo(keypad.ToString()), keypad))];
        ImmutableSortedDictionary<KeypadUid, NamedHolding> held = keypads.Select((keypad, ballot) => KeyValuePair.Create(keypad, new NamedHolding(
            new PressId(1), Sealed: true,
            [.. bytes.AsSpan(ballot * Candidates, Candidates).ToArray().Select(each => (Choice?)(Choice)each)], []))).ToImmutableSortedDictionary();
        Round round = new(new RoundNo(1), 1, item, election, RoundMode.Named, election.PaperFor(RoundMode.Named), Octets.Empty, null, null, step)
        {
            Phase = RoundPhase.Closed,
            Opening = new Opening(step, new Instant(60_000), electors, Ballots, Ballots / 2 + 1, context, Octets.Empty, [], 0),
            Box = new BallotBox.Named(held),
        };
        return (round, Meetings.Of(keypads, [item]));
    }

    private static PaperRow[] PaperOf(byte[] bytes, int ballot, Election election) =>
        [.. election.Candidates.Select((name, row) => new PaperRow(name, [(Choice)bytes[ballot * Candidates + row]]))];

    private static Tally TallyOf(PaperRow[][] papers, Election election)
    {
        Dictionary<string, int> rowOf = election.Candidates.Select((name, row) => (name, row)).ToDictionary(each => each.name, each => each.row);
        int[,] marks = new int[Candidates, 4];
        int valid = 0;
        foreach (PaperRow[] paper in papers)
        {
            BallotReading reading = BallotReading.Of(paper, [], election.Seats, election.BallotRule);
            valid += reading.IsValid ? 1 : 0;
            foreach ((string name, Choice choice) in reading.Rows)
                marks[rowOf[name], (int)choice]++;
        }
        RowTally[] rows = [.. election.Candidates.Select((name, row) =>
            new RowTally(name, marks[row, (int)Choice.For], marks[row, (int)Choice.Against], marks[row, (int)Choice.Abstain]))];
        return new Tally(papers.Length, valid, rows, []);
    }

    private static long Filled(Outcome outcome) => outcome switch
    {
        Outcome.Filled filled => filled.Persons.Count(person => person.State == PersonState.Elected),
        Outcome.RunoffRequired runoff => runoff.Persons.Count(person => person.State == PersonState.Elected),
        Outcome.Shortfall shortfall => shortfall.Persons.Count(person => person.State == PersonState.Elected),
        _ => throw new InvalidOperationException("an election fills seats"),
    };

    private static (double Ms, long Result) Median(Func<long> count)
    {
        List<double> runs = [];
        long result = 0;
        for (int run = -Warm; run < Runs; run++)
        {
            long started = Stopwatch.GetTimestamp();
            result = count();
            if (run >= 0)
                runs.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return (Figures.Median(runs), result);
    }
}
