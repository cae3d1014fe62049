using System.Runtime.CompilerServices;
using VotingHall.Server.Plans;

namespace VotingHall.Server.Tests.Plans;

/// <summary>The delivered files: scripts under tests/scripts, profiles and schemas beside the server.</summary>
internal static class Samples
{
    public static string Scripts { get; } = Path.Combine(Root(), "tests", "scripts");

    public static string Profiles { get; } = Path.Combine(Root(), "server", "profiles");

    public static string Schemas { get; } = Path.Combine(Root(), "server", "schemas");

    public static MeetingReader MeetingReader { get; } = new(Profiles);

    public static T Value<T>(PlanReading<T> reading) => reading switch
    {
        PlanReading<T>.Read read => read.Value,
        PlanReading<T>.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Problems)),
        _ => throw new InvalidOperationException("unknown reading"),
    };

    public static IReadOnlyList<PlanProblem> Problems<T>(PlanReading<T> reading) => ((PlanReading<T>.Refused)reading).Problems;

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
}
