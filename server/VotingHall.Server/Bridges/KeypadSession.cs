using VotingHall.Core;
using VotingHall.Link;

namespace VotingHall.Server.Bridges;

/// <summary>接入阶段 of one keypad on its line. Source: protocol 9.2.</summary>
internal enum AdmissionStep
{
    /// <summary>Known to hang here (or just heard), waiting for its turn.</summary>
    Waiting = 1,
    /// <summary>ASSIGN sent.</summary>
    Assigning = 2,
    /// <summary>ADMIT sent.</summary>
    Admitting = 3,
    /// <summary>KEYS sent, session key not confirmed yet.</summary>
    Keying = 4,
    /// <summary>MEET_BEGIN sent.</summary>
    Beginning = 5,
    Admitted = 6,
    /// <summary>Did not answer; found again by discovery.</summary>
    Lost = 7,
}

/// <summary>
/// 表决器会话: one keypad as its line knows it: slot, keys of this server session, counters. It never knows a seat, a member or a choice.
/// </summary>
internal sealed class KeypadSession(KeypadUid uid, byte slot)
{
    public KeypadUid Uid { get; } = uid;

    public WireUid WireUid { get; } = new(uid.Value);

    public byte Slot { get; set; } = slot;

    public AdmissionStep Step { get; set; } = AdmissionStep.Waiting;

    /// <summary>It must be given its slot by ASSIGN first (it said HELLO); else it may still hold the slot of an earlier server run.</summary>
    public bool NeedsSlot { get; set; }

    /// <summary>Tries of the present step.</summary>
    public int Tries { get; set; }

    /// <summary>When the present step is given up, on the lines' clock.</summary>
    public long DeadlineMs { get; set; }

    public byte[] NonceS { get; set; } = [];

    public SecretKey? AdmissionKey { get; set; }

    /// <summary>SK in use, confirmed by the keypad.</summary>
    public SecretKey? Key { get; set; }

    /// <summary>SK of KEYS sent and not yet acknowledged.</summary>
    public SecretKey? PendingKey { get; set; }

    /// <summary>Last seq used under the key in use, and under the pending one.</summary>
    public uint Seq { get; set; }

    public uint PendingSeq { get; set; }

    /// <summary>Last ctr accepted under <see cref="Key"/>, and the bytes it came in (identical bytes are a no-op).</summary>
    public uint LastCounter { get; set; }

    public uint Boot { get; set; }

    /// <summary>Boot of the record restored over a restart: its presses keep the S of their cast. Source: protocol 1, 7.1 rule 2.</summary>
    public uint RecordBoot { get; set; }

    public ushort Generation { get; set; }

    /// <summary>Sweeps in a row without an answer.</summary>
    public int SilentSweeps { get; set; }

    public bool ReportedSilent { get; set; }

    /// <summary>Wall clock of its last good frame in this run, for the technician.</summary>
    public Instant AnsweredAt { get; set; }

    /// <summary>Share of sweeps that did not hear it, in 1024ths, over about the last sixteen.</summary>
    public int MissShare { get; private set; }

    public void Heard(bool heard) => MissShare += ((heard ? 0 : 1024) - MissShare) / 16;

    /// <summary>Given up and reported; tried again at times.</summary>
    public bool ReportedLost { get; set; }

    public bool IsAdmitted => Step == AdmissionStep.Admitted && Key is not null;

    public void Enter(AdmissionStep step, long deadlineMs)
    {
        Step = step;
        DeadlineMs = deadlineMs;
    }

    /// <summary>The next seq under the key in use.</summary>
    public uint NextSeq() => ++Seq;
}
