namespace VotingHall.Core;

/// <summary>
/// 规则集参数: what a local norm may change (rules 18), as the engine needs it; what nobody names has the default of that table. The file with the
/// citations is read by the server. What the law fixes has no field here: it cannot be set. Names and values in files: <see cref="ProfileParameter.All"/>.
/// </summary>
public sealed record ProfileRules
{
    /// <summary>The table's defaults: a body that has adopted nothing of its own.</summary>
    public static ProfileRules Default { get; } = new();

    public BaseParameters Base { get; init; } = new();

    public PresidiumParameters Presidium { get; init; } = new();

    public ElectionParameters Election { get; init; } = new();

    public BallotParameters Ballot { get; init; } = new();

    public WriteInParameters WriteIn { get; init; } = new();

    public TieParameters Tie { get; init; } = new();

    public ShortfallParameters Shortfall { get; init; } = new();

    public MotionParameters Motion { get; init; } = new();

    public ProceduralParameters Procedural { get; init; } = new();

    public KeypadParameters Keypad { get; init; } = new();

    public AnnounceParameters Announce { get; init; } = new();

    public AppointmentParameters Appointment { get; init; } = new();

    public ProjectParameters Project { get; init; } = new();

    public GradingParameters Grading { get; init; } = new();

    public CheckParameters Checks { get; init; } = new();

    /// <summary>引用: articles of the local norm by parameter name or place of a count, added to reasons.</summary>
    public IReadOnlyDictionary<string, string> Cites { get; init; } = new Dictionary<string, string>();
}
