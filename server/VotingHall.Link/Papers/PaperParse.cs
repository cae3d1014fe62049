using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>票样校验: reads paper bytes and checks every rule of protocol 5.2; total.</summary>
public static class PaperParse
{
    public const int SizeMax = 16_384;
    public const int GroupsMax = 8;
    public const int RowsMax = 128;
    public const int GlyphsMax = 480;

    internal const int HeaderSize = 16;
    internal const int GroupSize = 14;
    internal const int RowSize = 4;
    internal const int GlyphSize = 32;

    /// <summary>Code of the built-in character c is this plus c; lower codes are glyph numbers.</summary>
    internal const ushort BuiltIn = 0x8000;

    /// <summary>票样是否合格; the first broken rule is given.</summary>
    public static bool TryParse(ReadOnlySpan<byte> paper, [NotNullWhen(true)] out PaperForm? form, out PaperRefusal refusal)
    {
        form = null;
        ByteReader reader = new(paper);
        Header header = Header.Read(ref reader);
        if (Refuse(header, reader.Good, paper.Length) is PaperRefusal headerRefusal)
        {
            refusal = headerRefusal;
            return false;
        }

        List<PaperGroupForm> groups = [];
        int nextRow = 0;
        for (int g = 0; g < header.Groups; g++)
        {
            PaperGroupForm group = ReadGroup(ref reader, out byte filler);
            if (Refuse(group, filler, nextRow, header) is PaperRefusal groupRefusal)
            {
                refusal = groupRefusal;
                return false;
            }

            nextRow += group.Rows;
            groups.Add(group);
        }

        PaperForm read = new((header.Flags & 1) != 0, header.SecretAllowed, (header.Flags & 4) != 0, header.LaneBits, groups);
        refusal = nextRow != header.Rows ? PaperRefusal.GroupRowsWrong : RefuseRest(ref reader, header) ?? RefuseReply(read) ?? 0;
        form = refusal == 0 ? read : null;
        return form is not null;
    }

    private static PaperRefusal? Refuse(Header header, bool complete, int length)
    {
        return !complete ? PaperRefusal.LengthWrong
            : length > SizeMax ? PaperRefusal.TooLarge
            : header.Format != 1 ? PaperRefusal.FormatUnknown
            : header.Flags > 7 ? PaperRefusal.FlagsUnknown
            : header.LaneBits is not (12 or 16) ? PaperRefusal.LaneBitsWrong
            : header.Groups is < 1 or > GroupsMax ? PaperRefusal.GroupCountWrong
            : header.Rows is < 1 or > RowsMax ? PaperRefusal.RowCountWrong
            : header.Glyphs > GlyphsMax ? PaperRefusal.GlyphCountWrong
            : header.Strings < 1 ? PaperRefusal.StringCountWrong
            : header.Zero != 0 ? PaperRefusal.FillerNotZero
            : header.Size != length ? PaperRefusal.LengthWrong
            : (header.Flags & 1) != 0 && header.Rows != 1 ? PaperRefusal.CastsAtOnceWithRows
            : null;
    }

    private static PaperRefusal? Refuse(PaperGroupForm group, byte filler, int nextRow, Header header)
    {
        bool unmarkedKnown = group.Unmarked == PaperGroupForm.Refused || group.Unmarked <= group.Options;
        bool unmarkedOpen = group.Unmarked == PaperGroupForm.None && group.Options > 1 && header.SecretAllowed;
        return group.FirstRow != nextRow || group.Rows == 0 || nextRow + group.Rows > header.Rows ? PaperRefusal.GroupRowsWrong
            : group.Options is < 1 or > 5 ? PaperRefusal.OptionsWrong
            : !unmarkedKnown || unmarkedOpen ? PaperRefusal.UnmarkedWrong
            : group.MinFor > group.MaxFor || (group.LimitMask & 1) == 0 || group.LimitMask >> group.Options != 0 ? PaperRefusal.LimitsWrong
            : group.WriteIns > 0 && header.SecretAllowed ? PaperRefusal.WriteInsInSecret
            : group.OptionString + group.Options > header.Strings ? PaperRefusal.StringMissing
            : filler != 0 ? PaperRefusal.FillerNotZero
            : null;
    }

    private static PaperRefusal? RefuseRest(ref ByteReader reader, Header header)
    {
        for (int row = 0; row < header.Rows; row++)
        {
            ushort text = reader.U16();
            if (text >= header.Strings)
            {
                return PaperRefusal.StringMissing;
            }

            if (reader.U16() != 0)
            {
                return PaperRefusal.FillerNotZero;
            }
        }

        return RefuseText(reader.Bytes(header.TextLength), header);
    }

    private static PaperRefusal? RefuseText(ReadOnlySpan<byte> text, Header header)
    {
        ByteReader reader = new(text);
        for (int i = 0; i < header.Strings; i++)
        {
            int characters = reader.U8();
            for (int c = 0; c < characters; c++)
            {
                ushort code = reader.U16();
                if (!reader.Good)
                {
                    return PaperRefusal.TextWrong;
                }

                if (code < BuiltIn ? code >= header.Glyphs : code - BuiltIn is < 0x20 or > 0x7E)
                {
                    return PaperRefusal.GlyphMissing;
                }
            }
        }

        return reader.Complete ? null : PaperRefusal.TextWrong;
    }

    /// <summary>A paper whose answers could not be collected is no paper.</summary>
    private static PaperRefusal? RefuseReply(PaperForm form) =>
        VotePayload.BodyBytes(form.VectorBytes) > FrameLimits.Line.BodyMax || (form.SecretAllowed && BallotShape.Of(form).Pieces > 15)
            ? PaperRefusal.ReplyTooLong
            : null;

    private static PaperGroupForm ReadGroup(ref ByteReader reader, out byte filler)
    {
        PaperGroupForm group = new(
            reader.U16(), reader.U16(), reader.U8(), reader.U8(), reader.U16(), reader.U16(), reader.U8(), reader.U8(), reader.U8());
        filler = reader.U8();
        return group;
    }

    private readonly record struct Header(
        byte Format, byte Flags, byte LaneBits, byte Groups, ushort Rows, ushort Glyphs, ushort Strings, ushort TextLength, uint Zero)
    {
        public bool SecretAllowed => (Flags & 2) != 0;

        public int Size => HeaderSize + (GroupSize * Groups) + (RowSize * Rows) + TextLength + (GlyphSize * Glyphs);

        public static Header Read(ref ByteReader reader) => new(
            reader.U8(), reader.U8(), reader.U8(), reader.U8(), reader.U16(), reader.U16(), reader.U16(), reader.U16(), reader.U32());
    }
}
