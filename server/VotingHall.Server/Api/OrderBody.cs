namespace VotingHall.Server.Api;

/// <summary>办理内容: what every order holds.</summary>
/// <param name="VersionSeen">head.version of the picture the person acted on.</param>
public record OrderBody(long VersionSeen);
