namespace VotingHall.Server.Tests.Halls;

/// <summary>会堂受阻: a virtual hall did not do what the caller required of it; the message says what it was doing instead.</summary>
internal sealed class HallStuck(string message) : Exception(message);
