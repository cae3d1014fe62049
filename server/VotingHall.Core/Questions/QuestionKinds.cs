namespace VotingHall.Core;

/// <summary>
/// 事项种类: how one kind of question is written to and read from JSON. One small codec lies in the folder of its kind.
/// </summary>
public abstract class QuestionCodec
{
    private protected QuestionCodec() { }

    /// <summary>Stable name, the <see cref="Question.Kind"/> of what it reads.</summary>
    public abstract string Kind { get; }

    /// <summary>The fields of this kind beside kind, title and verb.</summary>
    internal abstract IEnumerable<(string Key, Json? Value)> Write(Question question);

    /// <summary>Reads the fields of this kind; every problem is added to <paramref name="fields"/> and the result is then thrown away.</summary>
    internal abstract Question Read(QuestionFields fields);
}

/// <summary>事项种类一览: every kind there is. A new kind adds its folder and one line here.</summary>
public static class QuestionKinds
{
    public static IReadOnlyList<QuestionCodec> All { get; } =
    [
        new RollCallCodec(), new MotionCodec(), new ListVoteCodec(), new AppointmentCodec(),
        new ElectionCodec(), new RunoffElectionCodec(), new PreSelectionCodec(), new ProjectVoteCodec(), new RecallCodec(), new ResignationCodec(),
        new DismissalCodec(), new ActingHeadCodec(), new ProceduralCodec(), new EvaluationCodec(), new InquiryAnswerCodec(),
    ];

    /// <summary>The codec of a kind, or null for an unknown name.</summary>
    public static QuestionCodec? Find(string kind) => All.FirstOrDefault(codec => codec.Kind == kind);
}
