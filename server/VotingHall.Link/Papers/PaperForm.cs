namespace VotingHall.Link;

/// <summary>票样(已校验): what the server, the station and the keypad take from valid paper bytes. Source: protocol 5.2.</summary>
public sealed record PaperForm(bool CastsAtOnce, bool SecretAllowed, bool Trial, byte LaneBits, IReadOnlyList<PaperGroupForm> Groups)
{
    public int RowCount => Groups.Sum(group => group.Rows);

    public int WriteIns => Groups.Sum(group => group.WriteIns);

    /// <summary>k of protocol 4.3.</summary>
    public int VectorBytes => ((RowCount + 1) / 2) + (2 * WriteIns);
}

/// <summary>票样分组(已校验): rows with common options and limits.</summary>
/// <param name="Unmarked">Option taken for an unmarked row, <see cref="None"/>, or <see cref="Refused"/>.</param>
/// <param name="OptionString">First of the strings that name the options.</param>
public sealed record PaperGroupForm(
    ushort FirstRow, ushort Rows, byte Options, byte Unmarked, ushort MinFor, ushort MaxFor, byte WriteIns, byte OptionString, byte LimitMask)
{
    /// <summary>An unmarked row stays without option.</summary>
    public const byte None = 0;

    /// <summary>Confirming is refused until every row is marked.</summary>
    public const byte Refused = 0xFF;

    /// <summary>A list to pick from.</summary>
    public bool IsPickList => Options == 1;

    /// <summary>The option counts towards minFor and maxFor.</summary>
    public bool IsLimited(int option) => option > 0 && ((LimitMask >> (option - 1)) & 1) != 0;
}

/// <summary>票样不合格的原因. A keypad says IDLE reason 3 for all of them. Source: protocol 5.2.</summary>
public enum PaperRefusal
{
    LengthWrong = 1,
    TooLarge = 2,
    FormatUnknown = 3,
    FlagsUnknown = 4,
    LaneBitsWrong = 5,
    GroupCountWrong = 6,
    RowCountWrong = 7,
    GlyphCountWrong = 8,
    StringCountWrong = 9,
    FillerNotZero = 10,
    GroupRowsWrong = 11,
    OptionsWrong = 12,
    UnmarkedWrong = 13,
    LimitsWrong = 14,
    WriteInsInSecret = 15,
    StringMissing = 16,
    TextWrong = 17,
    GlyphMissing = 18,
    CastsAtOnceWithRows = 19,
    /// <summary>The reply would not fit one frame (named) or 15 pieces (secret).</summary>
    ReplyTooLong = 20,
}
