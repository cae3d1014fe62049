using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>
/// 监票端密钥: roots and step keys of all keypads. Internal and without any derivation for one ballot; only <see cref="Station"/> holds one.
/// Source: protocol 3, 8.5, 11.
/// </summary>
internal sealed class StationKeys
{
    private readonly SortedDictionary<WireUid, KeypadKeys> _keypads = [];

    /// <summary>GB.</summary>
    public required SecretKey GroupRoot { get; set; }

    public Digest32 Meeting { get; private set; }

    /// <summary>KG; null before the first meeting.</summary>
    public SecretKey? GroupKey { get; private set; }

    /// <summary>s.</summary>
    public ushort KStep { get; private set; }

    /// <summary>ctx of the round destroyed last in this meeting; zero at step 0.</summary>
    public Digest32 LastDestroyed { get; private set; }

    /// <summary>False if the keypad already has keys.</summary>
    public bool TryCommission(WireUid uid, SecretKey rootB, ushort gen) => _keypads.TryAdd(uid, new KeypadKeys(rootB, gen, null));

    public bool IsInMeeting(WireUid uid) => _keypads.TryGetValue(uid, out KeypadKeys? keys) && keys.Step is not null;

    /// <summary>KB(s) of a keypad of this meeting.</summary>
    public SecretKey StepKey(WireUid uid) => _keypads[uid].Step ?? throw new InvalidOperationException("The keypad is not in this meeting.");

    public void BeginMeeting(ISuite suite, Digest32 meeting)
    {
        foreach ((WireUid uid, KeypadKeys keys) in _keypads.ToArray())
        {
            SecretKey first = BallotKeys.First(suite, keys.Root, meeting);
            SecretKey next = KeyDerivation.NextGeneration(suite, keys.Root, meeting);
            keys.Wipe();
            _keypads[uid] = new KeypadKeys(next, (ushort)(keys.Gen + 1), first);
        }

        GroupKey?.Wipe();
        GroupKey = BallotKeys.Group(suite, GroupRoot, meeting);
        SecretKey nextGroup = KeyDerivation.NextGeneration(suite, GroupRoot, meeting);
        GroupRoot.Wipe();
        GroupRoot = nextGroup;
        (Meeting, KStep, LastDestroyed) = (meeting, 0, default);
    }

    public IReadOnlyList<MeetingMac> MeetingMacs(ISuite suite) =>
    [
        .. _keypads.Where(entry => entry.Value.Step is not null).Select(entry => new MeetingMac(
            entry.Key, entry.Value.Gen, KeyDerivation.MeetingMac(suite, entry.Value.Root, entry.Value.Gen, Meeting))),
    ];

    public void Advance(ISuite suite, Digest32 ctx)
    {
        ushort next = (ushort)(KStep + 1);
        foreach ((WireUid uid, KeypadKeys keys) in _keypads.ToArray())
        {
            if (keys.Step is SecretKey step)
            {
                _keypads[uid] = keys with { Step = BallotKeys.Next(suite, step, ctx) };
                step.Wipe();
            }
        }

        (KStep, LastDestroyed) = (next, ctx);
    }

    public IReadOnlyList<DestroyMac> DestroyMacs(ISuite suite) =>
    [
        .. _keypads.Where(entry => entry.Value.Step is not null).Select(entry => new DestroyMac(
            entry.Key, BallotKeys.Destroy(suite, entry.Value.Step!, KStep, LastDestroyed))),
    ];

    public byte[] Write()
    {
        int inMeeting = _keypads.Values.Count(keys => keys.Step is not null);
        ByteWriter writer = new(4 + 32 + 1 + (GroupKey is null ? 0 : 98) + 4 + (43 * _keypads.Count) + (32 * inMeeting));
        writer.Put("VHS1"u8);
        writer.Put(GroupRoot.Bytes);
        writer.U8((byte)(GroupKey is null ? 0 : 1));
        if (GroupKey is not null)
        {
            writer.Digest(Meeting);
            writer.Put(GroupKey.Bytes);
            writer.U16(KStep);
            writer.Digest(LastDestroyed);
        }

        writer.U32((uint)_keypads.Count);
        foreach ((WireUid uid, KeypadKeys keys) in _keypads)
        {
            writer.Uid(uid);
            writer.Put(keys.Root.Bytes);
            writer.U16(keys.Gen);
            writer.U8((byte)(keys.Step is null ? 0 : 1));
            writer.Put(keys.Step is null ? [] : keys.Step.Bytes);
        }

        return writer.Done();
    }

    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out StationKeys? keys)
    {
        keys = null;
        ByteReader reader = new(bytes);
        reader.Require(reader.U32() == 0x31534856);
        byte[] groupRoot = reader.Bytes(32);
        bool inMeeting = reader.U8() == 1;
        Digest32 meeting = inMeeting ? reader.Digest() : default;
        byte[] groupKey = inMeeting ? reader.Bytes(32) : [];
        ushort kStep = inMeeting ? reader.U16() : (ushort)0;
        Digest32 last = inMeeting ? reader.Digest() : default;
        uint count = reader.U32();
        if (!reader.Good)
        {
            return false;
        }

        StationKeys read = new() { GroupRoot = new SecretKey(groupRoot) };
        (read.Meeting, read.KStep, read.LastDestroyed) = (meeting, kStep, last);
        read.GroupKey = inMeeting ? new SecretKey(groupKey) : null;
        for (uint i = 0; i < count && reader.Good; i++)
        {
            read.ReadKeypad(ref reader);
        }

        keys = reader.Complete ? read : null;
        return keys is not null;
    }

    private void ReadKeypad(ref ByteReader reader)
    {
        WireUid uid = reader.Uid();
        byte[] root = reader.Bytes(32);
        ushort gen = reader.U16();
        byte[] step = reader.U8() == 1 ? reader.Bytes(32) : [];
        if (reader.Good)
        {
            KeypadKeys keys = new(new SecretKey(root), gen, step.Length == 0 ? null : new SecretKey(step));
            reader.Require(_keypads.TryAdd(uid, keys));
        }
    }

    /// <param name="Root">RB of generation <paramref name="Gen"/>.</param>
    /// <param name="Step">KB(s); null for a keypad commissioned after the meeting began.</param>
    private sealed record KeypadKeys(SecretKey Root, ushort Gen, SecretKey? Step)
    {
        public void Wipe()
        {
            Root.Wipe();
            Step?.Wipe();
        }
    }
}
