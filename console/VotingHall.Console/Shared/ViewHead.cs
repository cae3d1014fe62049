namespace VotingHall.Screens;

/// <summary>画面之首: what every view carries, so that a screen knows how old it is and in which hall it stands.</summary>
/// <param name="Seq">Number of the published picture, rising by one within a run of the server; a screen drops lower ones.</param>
/// <param name="Run">Which run of the server (epoch of the bus): <see cref="Seq"/> begins anew with it.</param>
/// <param name="Version">Version of the hall: sent back as <c>versionSeen</c> with every order.</param>
/// <param name="Rehearsal">演练: shown on every screen.</param>
/// <param name="SessionName">Full name of the session, empty while no meeting is loaded.</param>
/// <param name="SittingName">Name of the open sitting, empty when none is open.</param>
/// <param name="ServerTimeMs">Wall clock of the server, milliseconds since 1970: countdowns are computed from it, not from the screen's clock.</param>
/// <param name="RoundResumed">Restarts the current round has survived, 0 = none.</param>
public sealed record ViewHead(
    long Seq, long Run, long Version, bool Rehearsal, string SessionName, string SittingName, long ServerTimeMs, int RoundResumed);
