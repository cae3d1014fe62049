namespace VotingHall.Link.Tests;

/// <summary>随机与变异输入: the same bytes on every run; half of them random, half mutated from a good example.</summary>
internal static class Fuzz
{
    internal delegate void Attempt(ReadOnlySpan<byte> bytes);

    public static void Run(int count, byte[] good, Attempt attempt)
    {
        Random random = new(20260101);
        byte[] room = new byte[Math.Max(300, good.Length + 8)];
        for (int i = 0; i < count; i++)
        {
            int length = i % 2 == 0 ? random.Next(good.Length + 8) : good.Length;
            Span<byte> bytes = room.AsSpan(0, length);
            if (i % 2 == 0)
            {
                random.NextBytes(bytes);
            }
            else
            {
                good.CopyTo(bytes);
                for (int change = random.Next(1, 4); change > 0 && length > 0; change--)
                {
                    bytes[random.Next(length)] = (byte)random.Next(256);
                }
            }

            attempt(bytes);
        }
    }
}
