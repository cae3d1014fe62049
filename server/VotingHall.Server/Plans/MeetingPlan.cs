using VotingHall.Core;

namespace VotingHall.Server.Plans;

/// <summary>会议计划: the meeting of meeting.json, checked, with the profile it names.</summary>
public sealed record MeetingPlan(Meeting Meeting, ProfilePlan Profile);
