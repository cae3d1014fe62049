namespace VotingHall.Link;

/// <summary>监票端的轮次: what the station knows of a round from its own side, not from the server's request.</summary>
/// <param name="Mode">With the test bit; secret only.</param>
/// <param name="Rule">0 last press counts, 1 first press locks.</param>
/// <param name="Paper">The paper bytes shown at the station.</param>
/// <param name="Eligible">Keypads that may take part.</param>
public sealed record StationRound(uint Round, byte Mode, byte Rule, ReadOnlyMemory<byte> Paper, IReadOnlySet<WireUid> Eligible);

/// <summary>监票端规则.</summary>
/// <param name="ParticipantsMin">k_min: fewer masked ballots are not opened. The protocol's value is 7; small bodies state their own.</param>
public sealed record StationPolicy(int ParticipantsMin = StationPolicy.ProtocolMin)
{
    public const int ProtocolMin = 7;
}

/// <summary>拒绝汇总的原因, named after protocol 8.4; <see cref="StationAnswer.Refused"/> says the step.</summary>
public enum StationRefusal
{
    NoMeeting = 1,
    PaperBad = 2,
    RoundNotSecret = 3,
    ContextDiffers = 4,
    RoundDestroyed = 5,
    SumsMalformed = 6,
    ListUnsorted = 7,
    KeypadNotCommissioned = 8,
    KeypadNotEligible = 9,
    PartBad = 10,
    PressSpoiled = 11,
    FinalBad = 12,
    FinalNotReleased = 13,
    TooManyWithoutFinal = 14,
    TooFewParticipants = 15,
    TooManyParticipants = 16,
    ParticipationDiffers = 17,
    OtherListAnswered = 18,
    TagEquationFails = 19,
    LaneOverflow = 20,
    RowSumWrong = 21,
    GroupLimitsBroken = 22,
}

/// <summary>监票端答复: a closed list.</summary>
public abstract record StationAnswer
{
    private StationAnswer()
    {
    }

    /// <summary>Counts of the whole round.</summary>
    public sealed record Tallied(TallyAnswer Tally) : StationAnswer;

    /// <summary>拒绝: no output. Steps 2 to 7 leave the register empty; the list may be corrected. After step 8 the round is void.</summary>
    /// <param name="Step">Step of protocol 8.4.</param>
    /// <param name="Keypads">Keypads concerned (steps 3 to 6), shown at the station only.</param>
    public sealed record Refused(StationRefusal Reason, int Step, IReadOnlyList<WireUid> Keypads) : StationAnswer;
}

/// <summary>作废答复 of the station to a challenge.</summary>
public enum SpoilAnswer
{
    Accepted = 1,
    NoMeeting = 2,
    KeypadNotEligible = 3,
    ContextDiffers = 4,
    /// <summary>A list of this round was answered: a late SPOIL must not open a ballot that has been counted.</summary>
    ListAnswered = 5,
    MacBad = 6,
}

/// <summary>会议开始认证 macB for one keypad.</summary>
public sealed record MeetingMac(WireUid Uid, ushort NewGen, byte[] MacB);

/// <summary>销毁认证 DESTROY for one keypad.</summary>
public sealed record DestroyMac(WireUid Uid, byte[] Mac);

/// <summary>销毁结果: the step all keypads move to and the proof for each.</summary>
public sealed record DestroyStep(ushort Step, Digest32 Ctx, IReadOnlyList<DestroyMac> Macs);
