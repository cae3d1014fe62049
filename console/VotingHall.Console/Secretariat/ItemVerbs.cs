using VotingHall.Core;

namespace VotingHall.Screens;

/// <summary>议程项的动词: which verbs the editor offers for each kind, the usual one first. What is allowed is law and lies in Core (<see cref="ActVerb"/>).</summary>
public static class ItemVerbs
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByKind { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [RollCall.KindName] = ["签到"],
        [Motion.KindName] = ["通过", "批准"],
        [ListVote.KindName] = ["通过"],
        [Appointment.KindName] = ActVerb.Appointments,
        [Election.KindName] = ActVerb.Elections,
        [RunoffElection.KindName] = [ActVerb.Runoff],
        [ProjectVote.KindName] = ["票决"],
        [PreSelection.KindName] = [ActVerb.PreSelection],
        [Recall.KindName] = [ActVerb.Recall],
        [Resignation.KindName] = ActVerb.Resignations,
        [Dismissal.KindName] = ActVerb.Dismissals,
        [ActingHead.KindName] = [ActVerb.Acting, ActVerb.ActingChair],
        [Procedural.KindName] = ["表决"],
        [Evaluation.KindName] = ActVerb.Evaluations,
        [InquiryAnswer.KindName] = ["表决"],
    };
}
