namespace VotingHall.Bench;

/// <summary>Debian 的 Chromium, software rendering, talking to nobody but the hall.</summary>
internal static class Chromium
{
    public static IReadOnlyList<string> Flags { get; } =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];
}
