using System.Buffers.Binary;

namespace VotingHall.Link;

/// <summary>元素流: stream(K, label, data): block b = PRF(K, label, data | b2), four elements a block. Source: protocol 3.</summary>
internal static class ElementStream
{
    public static ulong[] Take(ISuite suite, SecretKey key, ReadOnlySpan<byte> label, ReadOnlySpan<byte> data, int count)
    {
        ulong[] elements = new ulong[count];
        byte[] input = new byte[data.Length + 2];
        data.CopyTo(input);
        for (int block = 0; 4 * block < count; block++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(input.AsSpan(data.Length), (ushort)block);
            byte[] bytes = suite.Prf(key.Bytes, label, input);
            for (int place = 0; place < 4 && (4 * block) + place < count; place++)
            {
                ulong element = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(8 * place)) & Field61.P;
                elements[(4 * block) + place] = element == Field61.P ? 0 : element;
            }
        }

        return elements;
    }
}
