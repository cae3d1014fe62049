using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>
/// 监票端: holds the masks and never a ballot. It answers one sum per round for a whole list, and nothing about one keypad: no method takes a
/// single masked ballot. Hosted by the station program or, as profile S1, by the server. Check 1 of protocol 8.4 (signed log head) is the
/// host's, before it calls <see cref="Tally"/>; so are the two persons who order <see cref="Destroy"/>. Source: protocol 8.
/// </summary>
public sealed class Station
{
    private readonly ISuite _suite;
    private readonly StationPolicy _policy;
    private readonly IStationRegister _register;
    private readonly StationKeys _keys;

    private Station(ISuite suite, StationPolicy policy, IStationRegister register, StationKeys keys)
    {
        // The sum of one ballot is that ballot.
        ArgumentOutOfRangeException.ThrowIfLessThan(policy.ParticipantsMin, 2);
        (_suite, _policy, _register, _keys) = (suite, policy, register, keys);
    }

    /// <summary>M of the running meeting; zero before the first.</summary>
    public Digest32 Meeting => _keys.Meeting;

    /// <summary>s: secret rounds destroyed in this meeting.</summary>
    public ushort KStep => _keys.KStep;

    /// <summary>新监票端 with the hall's GB, durable before it returns.</summary>
    public static Station Create(ISuite suite, StationPolicy policy, IStationRegister register, SecretKey groupRootB)
    {
        Station station = new(suite, policy, register, new StationKeys { GroupRoot = new SecretKey(groupRootB.Bytes) });
        station.Keep();
        return station;
    }

    /// <summary>Restores what <see cref="IStationRegister.KeepKeys"/> got last; false if the bytes are damaged.</summary>
    public static bool TryRestore(
        ISuite suite, StationPolicy policy, IStationRegister register, ReadOnlySpan<byte> keys, [NotNullWhen(true)] out Station? station)
    {
        station = StationKeys.TryRead(keys, out StationKeys? read) ? new Station(suite, policy, register, read) : null;
        return station is not null;
    }

    /// <summary>入网: takes RB of a keypad. It takes part from the next meeting on. False if it already has keys.</summary>
    public bool TryCommission(WireUid uid, SecretKey rootB, ushort gen)
    {
        bool added = _keys.TryCommission(uid, new SecretKey(rootB.Bytes), gen);
        if (added)
        {
            Keep();
        }

        return added;
    }

    /// <summary>成批入网: takes RB of every keypad that has no keys yet, durable once. Returns how many were taken.</summary>
    public int CommissionAll(IEnumerable<KeyValuePair<WireUid, SecretKey>> rootsB, ushort gen)
    {
        int added = rootsB.Count(root => _keys.TryCommission(root.Key, new SecretKey(root.Value.Bytes), gen));
        if (added > 0)
        {
            Keep();
        }

        return added;
    }

    /// <summary>会议开始: meeting keys for every commissioned keypad; asked again for the same M it gives the same macs.</summary>
    public IReadOnlyList<MeetingMac> BeginMeeting(Digest32 meeting)
    {
        if (_keys.GroupKey is null || _keys.Meeting != meeting)
        {
            _keys.BeginMeeting(_suite, meeting);
            Keep();
        }

        return _keys.MeetingMacs(_suite);
    }

    /// <summary>汇总: checks 2 to 10 of protocol 8.4 in order; any failure ends without output.</summary>
    /// <param name="releasedWithoutFinal">Keypads without F that the scrutineer released by name.</param>
    /// <param name="typedParticipation">Number the scrutineer typed.</param>
    public StationAnswer Tally(
        StationRound round, TallyRequest request, IReadOnlySet<WireUid> releasedWithoutFinal, int typedParticipation)
    {
        if (CheckRound(round, request.Ctx, out PaperForm? paper) is StationAnswer.Refused roundRefused)
        {
            return roundRefused;
        }

        BallotShape shape = BallotShape.Of(paper!);
        StationAnswer.Refused? refused = CheckList(round, request, shape) ?? CheckProofs(request, releasedWithoutFinal)
            ?? CheckNumbers(request.Entries.Count, typedParticipation, shape);
        if (refused is not null)
        {
            return refused;
        }

        Digest32 list = request.ListDigest(_suite);
        Digest32? held = _register.ListHeld(request.Ctx);
        if (held is Digest32 other && other != list)
        {
            return Refuse(StationRefusal.OtherListAnswered, 8);
        }

        if (held is null)
        {
            _register.HoldList(request.Ctx, list);
        }

        return Sum(request, shape, list);
    }

    /// <summary>作废: marks a challenged press so that it never counts. The ballot itself is not taken and not opened here.</summary>
    public SpoilAnswer Spoil(StationRound round, WireUid uid, PressStamp press, ReadOnlySpan<byte> mac)
    {
        if (_keys.GroupKey is null)
        {
            return SpoilAnswer.NoMeeting;
        }

        Digest32 ctx = ContextOf(round);
        if (ctx == _keys.LastDestroyed || !RoundModes.IsSecret(round.Mode))
        {
            return SpoilAnswer.ContextDiffers;
        }

        if (!round.Eligible.Contains(uid) || !_keys.IsInMeeting(uid))
        {
            return SpoilAnswer.KeypadNotEligible;
        }

        if (_register.ListHeld(ctx) is not null)
        {
            return SpoilAnswer.ListAnswered;
        }

        if (!ConstantTime.Same(BallotKeys.Spoil(_suite, VoteKey(uid, ctx), press), mac))
        {
            return SpoilAnswer.MacBad;
        }

        if (!_register.IsSpoiled(ctx, uid, press))
        {
            _register.KeepSpoiled(ctx, uid, press);
        }

        return SpoilAnswer.Accepted;
    }

    /// <summary>销毁: steps every key over this round, for good, and gives the macs; asked again for the same ctx it repeats them.</summary>
    /// <exception cref="InvalidOperationException">No meeting has begun: a bug of the host.</exception>
    public DestroyStep Destroy(Digest32 ctx)
    {
        if (_keys.GroupKey is null)
        {
            throw new InvalidOperationException("No meeting has begun.");
        }

        if (ctx != _keys.LastDestroyed)
        {
            _keys.Advance(_suite, ctx);
            Keep();
        }

        return new DestroyStep(_keys.KStep, ctx, _keys.DestroyMacs(_suite));
    }

    public override string ToString() => "station";

    private StationAnswer.Refused? CheckRound(StationRound round, Digest32 ctx, out PaperForm? paper)
    {
        paper = null;
        if (_keys.GroupKey is null)
        {
            return Refuse(StationRefusal.NoMeeting, 2);
        }

        if (!RoundModes.IsValid(round.Mode) || !RoundModes.IsSecret(round.Mode))
        {
            return Refuse(StationRefusal.RoundNotSecret, 2);
        }

        if (!PaperParse.TryParse(round.Paper.Span, out paper, out _) || !paper.SecretAllowed)
        {
            return Refuse(StationRefusal.PaperBad, 2);
        }

        return ContextOf(round) != ctx ? Refuse(StationRefusal.ContextDiffers, 2)
            : ctx == _keys.LastDestroyed ? Refuse(StationRefusal.RoundDestroyed, 2)
            : null;
    }

    private StationAnswer.Refused? CheckList(StationRound round, TallyRequest request, BallotShape shape)
    {
        if (request.SumWords.Count != shape.Words || !Field61.IsCanonical(request.SumTag) || !request.SumWords.All(Field61.IsCanonical))
        {
            return Refuse(StationRefusal.SumsMalformed, 3);
        }

        for (int i = 1; i < request.Entries.Count; i++)
        {
            if (request.Entries[i - 1].Uid.CompareTo(request.Entries[i].Uid) >= 0)
            {
                return Refuse(StationRefusal.ListUnsorted, 3, [request.Entries[i].Uid]);
            }
        }

        return RefuseAny(request, StationRefusal.KeypadNotCommissioned, 3, entry => !_keys.IsInMeeting(entry.Uid))
            ?? RefuseAny(request, StationRefusal.KeypadNotEligible, 3, entry => !round.Eligible.Contains(entry.Uid));
    }

    private StationAnswer.Refused? CheckProofs(TallyRequest request, IReadOnlySet<WireUid> released)
    {
        int without = request.Entries.Count(entry => entry.Final is null);
        // At most two in a hundred, at least one.
        int withoutMax = Math.Max(1, request.Entries.Count * 2 / 100);
        return RefuseAny(request, StationRefusal.PartBad, 4, entry => !ConstantTime.Same(
                BallotKeys.Part(_suite, VoteKey(entry.Uid, request.Ctx), entry.Press), entry.Part))
            ?? RefuseAny(request, StationRefusal.PressSpoiled, 5, entry => _register.IsSpoiled(request.Ctx, entry.Uid, entry.Press))
            ?? RefuseAny(request, StationRefusal.FinalBad, 6, entry => entry.Final is not null && !ConstantTime.Same(
                BallotKeys.Final(_suite, VoteKey(entry.Uid, request.Ctx), entry.Press, request.Nonce), entry.Final))
            ?? RefuseAny(request, StationRefusal.FinalNotReleased, 6, entry => entry.Final is null && !released.Contains(entry.Uid))
            ?? (without > withoutMax ? Refuse(StationRefusal.TooManyWithoutFinal, 6) : null);
    }

    private StationAnswer.Refused? CheckNumbers(int participants, int typed, BallotShape shape) =>
        participants < _policy.ParticipantsMin ? Refuse(StationRefusal.TooFewParticipants, 7)
        : participants > shape.ParticipantsMax ? Refuse(StationRefusal.TooManyParticipants, 7)
        : participants != typed ? Refuse(StationRefusal.ParticipationDiffers, 7)
        : null;

    private StationAnswer Sum(TallyRequest request, BallotShape shape, Digest32 list)
    {
        ulong[] opened = [.. request.SumWords];
        ulong tag = request.SumTag;
        List<CountedCode> counted = [];
        foreach (ListEntry entry in request.Entries)
        {
            SecretKey voteKey = VoteKey(entry.Uid, request.Ctx);
            ulong[] masks = BallotKeys.Masks(_suite, voteKey, entry.Press, shape.Words);
            tag = Field61.Subtract(tag, masks[0]);
            for (int j = 0; j < opened.Length; j++)
            {
                opened[j] = Field61.Subtract(opened[j], masks[1 + j]);
            }

            counted.Add(new CountedCode(entry.Uid, BallotKeys.Counted(_suite, voteKey, entry.Press)));
            Array.Clear(masks);
            voteKey.Wipe();
        }

        if (tag != WeightedSum(request.Ctx, opened))
        {
            return Refuse(StationRefusal.TagEquationFails, 9);
        }

        int participants = request.Entries.Count;
        return RefuseCounts(shape, opened, participants, out int[] counts) is StationRefusal refusal
            ? Refuse(refusal, 10)
            : new StationAnswer.Tallied(new TallyAnswer(
                request.Ctx, participants, list, counts, request.Entries.Count(entry => entry.Final is null), counted));
    }

    private ulong WeightedSum(Digest32 ctx, ulong[] words)
    {
        ulong[] alpha = BallotKeys.Alpha(_suite, _keys.GroupKey!, ctx, words.Length);
        ulong sum = 0;
        for (int j = 0; j < words.Length; j++)
        {
            sum = Field61.Add(sum, Field61.Multiply(alpha[j], words[j]));
        }

        return sum;
    }

    private static StationRefusal? RefuseCounts(BallotShape shape, ulong[] words, int participants, out int[] counts)
    {
        if (!shape.TryUnpack(words, out counts) || counts.Any(count => count > participants))
        {
            return StationRefusal.LaneOverflow;
        }

        foreach (PaperGroupForm group in shape.Paper.Groups)
        {
            long limited = 0;
            for (int row = group.FirstRow; row < group.FirstRow + group.Rows; row++)
            {
                int rowSum = 0;
                for (int option = 1; option <= group.Options; option++)
                {
                    int count = counts[shape.Counter(row, option)];
                    rowSum += count;
                    limited += group.IsLimited(option) ? count : 0;
                }

                if (!group.IsPickList && rowSum != participants)
                {
                    return StationRefusal.RowSumWrong;
                }
            }

            if (limited < (long)group.MinFor * participants || limited > (long)group.MaxFor * participants)
            {
                return StationRefusal.GroupLimitsBroken;
            }
        }

        return null;
    }

    private Digest32 ContextOf(StationRound round) => KeyDerivation.Context(
        _suite, _keys.Meeting, round.Round, round.Mode, round.Rule, Digest32.Read(_suite.Hash(round.Paper.Span)));

    private SecretKey VoteKey(WireUid uid, Digest32 ctx) => BallotKeys.Vote(_suite, _keys.StepKey(uid), ctx);

    private void Keep() => _register.KeepKeys(_keys.Write());

    private static StationAnswer.Refused? RefuseAny(TallyRequest request, StationRefusal reason, int step, Func<ListEntry, bool> isWrong)
    {
        WireUid[] wrong = [.. request.Entries.Where(isWrong).Select(entry => entry.Uid)];
        return wrong.Length == 0 ? null : Refuse(reason, step, wrong);
    }

    private static StationAnswer.Refused Refuse(StationRefusal reason, int step, IReadOnlyList<WireUid>? keypads = null) =>
        new(reason, step, keypads ?? []);
}
