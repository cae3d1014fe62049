using VotingHall.Core;

namespace VotingHall.Server.Conduct;

/// <summary>大屏画面的安排. Stored nowhere: after a restart the big screen shows what the meeting does.</summary>
public enum BoardPicture
{
    /// <summary>What the meeting does.</summary>
    Auto = 1,
    /// <summary>静态画面.</summary>
    Idle = 2,
    /// <summary>休息.</summary>
    Break = 3,
    /// <summary>散会.</summary>
    After = 4,
}

/// <summary>对大屏的要求, as last given.</summary>
/// <param name="ResumesAt">HH:mm of a break, else empty.</param>
/// <param name="Reminded">提醒: round whose members were asked to press, null = not asked.</param>
/// <param name="RemindedAt">When, by the server's clock.</param>
public sealed record BoardOrder(BoardPicture Picture, string ResumesAt, RoundNo? Reminded, Instant RemindedAt)
{
    public static BoardOrder None { get; } = new(BoardPicture.Auto, "", null, new Instant(0));
}

/// <summary>大屏指挥: what chair and secretariat want on the big screen besides the meeting itself. No vote depends on it. Safe from any thread.</summary>
public sealed class BoardOrders(Func<Instant> clock)
{
    private readonly Lock giving = new();
    private string lastReminderKey = "";

    public BoardOrder Now { get; private set; } = BoardOrder.None;

    /// <summary>Told after every change, on the thread of who ordered it; must return at once.</summary>
    public Action? Changed { get; set; }

    public void Show(BoardPicture picture, string resumesAt)
    {
        lock (giving)
            Now = Now with { Picture = picture, ResumesAt = picture == BoardPicture.Break ? resumesAt : "" };
        Changed?.Invoke();
    }

    /// <summary>提醒尚未按键的代表. The same key again reminds nobody twice.</summary>
    public void Remind(RoundNo round, string key)
    {
        lock (giving)
        {
            if (key.Length > 0 && key == lastReminderKey)
                return;
            lastReminderKey = key;
            Now = Now with { Reminded = round, RemindedAt = clock() };
        }
        Changed?.Invoke();
    }
}
