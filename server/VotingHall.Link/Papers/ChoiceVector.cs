using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>选择无效的原因 (<c>ballot_invalid</c>): no good firmware sends them. Source: protocol 4.3, 5.3, 12.</summary>
public enum ChoiceRefusal
{
    LengthWrong = 1,
    OptionUnknown = 2,
    FillerNotZero = 3,
    RowUnmarked = 4,
    OverMaxFor = 5,
    UnderMinFor = 6,
    WriteInTwice = 7,
    WriteInOutOfRange = 8,
}

/// <summary>
/// 选择向量 of a named round: one option number per row and the write-in member numbers. An unmarked row already has the option the paper
/// takes for it; 0 remains only where the paper allows none. Source: protocol 4.3.
/// </summary>
/// <param name="Options">Per row, 0 = no mark.</param>
/// <param name="WriteIns">Per place, group by group, 0 = none.</param>
public sealed record ChoiceVector(IReadOnlyList<byte> Options, IReadOnlyList<ushort> WriteIns)
{
    public const ushort MemberMax = 9999;

    public static bool TryParse(
        ReadOnlySpan<byte> bytes, PaperForm paper, [NotNullWhen(true)] out ChoiceVector? vector, out ChoiceRefusal refusal)
    {
        vector = null;
        int rows = paper.RowCount;
        int nibbleBytes = (rows + 1) / 2;
        if (bytes.Length != paper.VectorBytes)
        {
            refusal = ChoiceRefusal.LengthWrong;
            return false;
        }

        if (rows % 2 == 1 && bytes[nibbleBytes - 1] >> 4 != 0)
        {
            refusal = ChoiceRefusal.FillerNotZero;
            return false;
        }

        byte[] options = new byte[rows];
        for (int row = 0; row < rows; row++)
        {
            options[row] = (byte)((bytes[row / 2] >> (4 * (row % 2))) & 0x0F);
        }

        ushort[] writeIns = new ushort[paper.WriteIns];
        for (int i = 0; i < writeIns.Length; i++)
        {
            writeIns[i] = (ushort)(bytes[nibbleBytes + (2 * i)] | (bytes[nibbleBytes + (2 * i) + 1] << 8));
        }

        refusal = RefuseWriteIns(writeIns) ?? RefuseGroups(options, writeIns, paper) ?? 0;
        vector = refusal == 0 ? new ChoiceVector(options, writeIns) : null;
        return vector is not null;
    }

    /// <summary>The bytes of this vector.</summary>
    public byte[] Write()
    {
        int nibbleBytes = (Options.Count + 1) / 2;
        byte[] bytes = new byte[nibbleBytes + (2 * WriteIns.Count)];
        for (int row = 0; row < Options.Count; row++)
        {
            bytes[row / 2] |= (byte)((Options[row] & 0x0F) << (4 * (row % 2)));
        }

        for (int i = 0; i < WriteIns.Count; i++)
        {
            bytes[nibbleBytes + (2 * i)] = (byte)(WriteIns[i] & 0xFF);
            bytes[nibbleBytes + (2 * i) + 1] = (byte)(WriteIns[i] >> 8);
        }

        return bytes;
    }

    private static ChoiceRefusal? RefuseWriteIns(ushort[] writeIns)
    {
        ushort[] named = [.. writeIns.Where(number => number != 0)];
        return named.Any(number => number > MemberMax) ? ChoiceRefusal.WriteInOutOfRange
            : named.Distinct().Count() != named.Length ? ChoiceRefusal.WriteInTwice
            : null;
    }

    private static ChoiceRefusal? RefuseGroups(byte[] options, ushort[] writeIns, PaperForm paper)
    {
        int firstWriteIn = 0;
        foreach (PaperGroupForm group in paper.Groups)
        {
            Span<byte> rows = options.AsSpan(group.FirstRow, group.Rows);
            int limited = writeIns.AsSpan(firstWriteIn, group.WriteIns).ToArray().Count(number => number != 0);
            firstWriteIn += group.WriteIns;
            foreach (ref byte option in rows)
            {
                if (option > group.Options)
                {
                    return ChoiceRefusal.OptionUnknown;
                }

                if (option == 0 && group.Unmarked == PaperGroupForm.Refused)
                {
                    return ChoiceRefusal.RowUnmarked;
                }

                option = option == 0 ? group.Unmarked : option;
                limited += group.IsLimited(option) ? 1 : 0;
            }

            if (limited > group.MaxFor || limited < group.MinFor)
            {
                return limited > group.MaxFor ? ChoiceRefusal.OverMaxFor : ChoiceRefusal.UnderMinFor;
            }
        }

        return null;
    }
}
