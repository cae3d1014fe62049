namespace VotingHall.Link;

/// <summary>
/// 选票形状: how the counters of a paper lie in lanes and words, and how a masked ballot is cut into pieces. Source: protocol 8.1, 8.2.
/// </summary>
public sealed class BallotShape
{
    private const int PieceMax = 216;
    private readonly int[] _firstCounter;

    private BallotShape(PaperForm paper)
    {
        Paper = paper;
        _firstCounter = new int[paper.RowCount];
        foreach (PaperGroupForm group in paper.Groups)
        {
            for (int row = 0; row < group.Rows; row++)
            {
                _firstCounter[group.FirstRow + row] = Counters;
                Counters += group.Options;
            }
        }

        LanesPerWord = paper.LaneBits == 12 ? 5 : 3;
        Words = (Counters + LanesPerWord - 1) / LanesPerWord;
        Pieces = (PayloadBytes + PieceMax - 1) / PieceMax;
        PieceBytes = (PayloadBytes + (8 * Pieces) - 1) / (8 * Pieces) * 8;
    }

    public PaperForm Paper { get; }

    /// <summary>Counters g in row order, inside a row in option order.</summary>
    public int Counters { get; }

    public int LaneBits => Paper.LaneBits;

    public int LanesPerWord { get; }

    /// <summary>W.</summary>
    public int Words { get; }

    /// <summary>P8 | t8 | c[0..W).</summary>
    public int PayloadBytes => 16 + (8 * Words);

    /// <summary>F, 1 to 15 for a valid paper.</summary>
    public int Pieces { get; }

    public int PieceBytes { get; }

    /// <summary>flen of the collection: reply body with CRC.</summary>
    public int BodyBytes => 22 + PieceBytes;

    /// <summary>Participants that a lane can count.</summary>
    public int ParticipantsMax => (1 << LaneBits) - 1;

    public static BallotShape Of(PaperForm paper) => new(paper);

    /// <summary>Counter of an option (from 1) in a row (from 0).</summary>
    public int Counter(int row, int option) => _firstCounter[row] + option - 1;

    /// <summary>计数分栏: the counters out of summed words; false if a word or an unused lane holds more than it may.</summary>
    internal bool TryUnpack(ReadOnlySpan<ulong> words, out int[] counts)
    {
        counts = new int[Counters];
        ulong laneMask = (1UL << LaneBits) - 1;
        for (int j = 0; j < Words; j++)
        {
            if (words[j] >> (LaneBits * LanesPerWord) != 0)
            {
                return false;
            }

            for (int lane = 0; lane < LanesPerWord; lane++)
            {
                int counter = (j * LanesPerWord) + lane;
                int value = (int)((words[j] >> (LaneBits * lane)) & laneMask);
                if (counter < Counters)
                {
                    counts[counter] = value;
                }
                else if (value != 0)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
