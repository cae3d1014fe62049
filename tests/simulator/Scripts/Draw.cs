namespace VotingHall.Simulator;

/// <summary>抽签: xorshift64*, the only source of chance of a script, so that one seed gives one run on every machine.</summary>
public sealed class Draw(long seed)
{
    private ulong state = unchecked((ulong)seed * 0x9E37_79B9_7F4A_7C15UL) is 0 ? 1UL : unchecked((ulong)seed * 0x9E37_79B9_7F4A_7C15UL);

    /// <summary>0 to <paramref name="limit"/> - 1; 0 if the limit is not above 0.</summary>
    public int Below(int limit)
    {
        unchecked
        {
            state ^= state >> 12;
            state ^= state << 25;
            state ^= state >> 27;
            return limit <= 0 ? 0 : (int)(((state * 2685821657736338717UL) >> 33) % (ulong)limit);
        }
    }

    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        T[] order = [.. items];
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = Below(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
        return order;
    }
}
