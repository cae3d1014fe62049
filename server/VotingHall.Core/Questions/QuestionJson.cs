namespace VotingHall.Core;

/// <summary>
/// 事项 JSON: the form of a question in meeting files, journal and record: {kind, title, verb, ...fields of the kind}.
/// Reading reports every problem at once and never throws.
/// </summary>
public static class QuestionJson
{
    /// <summary>Largest number of characters of a title.</summary>
    public const int TitleLengthMax = 200;

    public static Json Write(Question question)
    {
        QuestionCodec codec = QuestionKinds.Find(question.Kind)
            ?? throw new ArgumentException("kind without a codec: " + question.Kind, nameof(question));
        (string Key, Json? Value)[] fields =
            [("kind", question.Kind), ("title", question.Title), ("verb", question.Verb), .. codec.Write(question)];
        return Json.Of(fields);
    }

    /// <summary>
    /// Reads a question. On false <paramref name="errors"/> holds at least one text and <paramref name="question"/> is null.
    /// </summary>
    /// <param name="json">An object as <see cref="Write"/> makes it.</param>
    /// <param name="question">The question when there is no error.</param>
    /// <param name="errors">Texts that begin with the name of the field.</param>
    /// <param name="besides">Fields of the surrounding agenda item that are not the question's, e.g. "no", "mode".</param>
    public static bool TryRead(
        Json json, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Question? question, out IReadOnlyList<string> errors,
        params ReadOnlySpan<string> besides)
    {
        question = null;
        if (json is not Json.Object fields)
        {
            errors = ["question: not an object"];
            return false;
        }
        QuestionFields reader = new(fields, besides);
        QuestionCodec? codec = QuestionKinds.Find(reader.Text("kind", 40));
        if (codec is null)
        {
            reader.Problem("kind", "unknown, one of " + string.Join(", ", QuestionKinds.All.Select(one => one.Kind)));
            errors = reader.Errors;
            return false;
        }
        Question read = codec.Read(reader);
        reader.Finish();
        errors = reader.Errors;
        question = errors.Count == 0 ? read : null;
        return question is not null;
    }
}
