namespace VotingHall.Server.Accounts;

/// <summary>
/// 登录限次: at most so many failures a minute for a name from an address, and for an address. An attempt is counted before the password is looked at,
/// so that attempts at once are no way around it. Safe from any thread.
/// </summary>
/// <param name="clock">Milliseconds that only rise.</param>
public sealed class SignInLimit(Func<long> clock)
{
    /// <summary>Failures of one name from one address in a window.</summary>
    public const int FailuresMax = 10;

    /// <summary>Failures of all names from one address in a window.</summary>
    public const int AddressFailuresMax = 60;

    private const int WindowMs = 60_000;

    /// <summary>Windows kept; beyond it the old ones go, and if all are young nobody new may try.</summary>
    private const int WindowsMax = 10_000;

    private readonly Lock counting = new();
    private readonly Dictionary<(string Name, string Address), Window> windows = [];

    /// <summary>Counts an attempt; false: too many, wait a minute.</summary>
    public bool TryBegin(string name, string address)
    {
        lock (counting)
        {
            if (windows.Count >= WindowsMax)
                foreach ((string, string) old in windows.Where(one => IsOver(one.Value)).Select(one => one.Key).ToList())
                    windows.Remove(old);
            if (windows.Count >= WindowsMax || Count(("", address)) >= AddressFailuresMax || Count((name, address)) >= FailuresMax)
                return false;
            Add(("", address), 1);
            Add((name, address), 1);
            return true;
        }
    }

    /// <summary>The attempt was a good one: it counts no longer.</summary>
    public void Succeeded(string name, string address)
    {
        lock (counting)
        {
            Add(("", address), -1);
            windows.Remove((name, address));
        }
    }

    private bool IsOver(Window window) => clock() - window.BeganAt >= WindowMs;

    private int Count((string, string) key) => windows.TryGetValue(key, out Window window) && !IsOver(window) ? window.Failures : 0;

    private void Add((string, string) key, int failures)
    {
        Window window = windows.TryGetValue(key, out Window known) && !IsOver(known) ? known : new Window(clock(), 0);
        windows[key] = window with { Failures = Math.Max(0, window.Failures + failures) };
    }

    private readonly record struct Window(long BeganAt, int Failures);
}
