namespace VotingHall.Papers;

/// <summary>不予打印: why no paper was made; an expected answer, shown to the person in both languages.</summary>
/// <param name="Code">Stable code of <c>server/schemas/papers-answer.json</c>.</param>
internal sealed record Refusal(string Code, string Zh, string En);
