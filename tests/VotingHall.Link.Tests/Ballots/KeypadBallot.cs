namespace VotingHall.Link.Tests;

/// <summary>表决器端的选票: builds a masked ballot as a keypad does. Only in the tests; in a hall the C core does it. Source: protocol 8.1, 8.2.</summary>
internal static class KeypadBallot
{
    /// <param name="choice">Option per row, 0 = none (pick lists).</param>
    public static ulong[] Pack(BallotShape shape, IReadOnlyList<int> choice)
    {
        ulong[] words = new ulong[shape.Words];
        for (int row = 0; row < choice.Count; row++)
        {
            if (choice[row] != 0)
            {
                int counter = shape.Counter(row, choice[row]);
                words[counter / shape.LanesPerWord] += 1UL << (shape.LaneBits * (counter % shape.LanesPerWord));
            }
        }

        return words;
    }

    public static byte[] Payload(
        ISuite suite, SecretKey voteKey, SecretKey kg, Digest32 ctx, BallotShape shape, PressStamp press, IReadOnlyList<int> choice) =>
        Payload(suite, voteKey, kg, ctx, shape, press, Pack(shape, choice));

    public static byte[] Payload(
        ISuite suite, SecretKey voteKey, SecretKey kg, Digest32 ctx, BallotShape shape, PressStamp press, ulong[] words)
    {
        ulong[] masks = BallotKeys.Masks(suite, voteKey, press, shape.Words);
        ulong[] alpha = BallotKeys.Alpha(suite, kg, ctx, shape.Words);
        ulong tag = masks[0];
        ByteWriter writer = new(shape.PayloadBytes);
        writer.Put(BallotKeys.Part(suite, voteKey, press));
        for (int j = 0; j < words.Length; j++)
        {
            tag = Field61.Add(tag, Field61.Multiply(alpha[j], words[j]));
        }

        writer.U64(tag);
        for (int j = 0; j < words.Length; j++)
        {
            writer.U64(Field61.Add(words[j], masks[1 + j]));
        }

        return writer.Done();
    }
}
