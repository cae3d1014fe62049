namespace VotingHall.Core;

/// <summary>复核: what a scrutineer compares: a second count of the ballots held, and the figures in one canonical form to take a digest of.</summary>
public static class SecondCount
{
    /// <summary>Counts the ballots of a named round or roll call anew. A secret round has none to count: that is the station's.</summary>
    public static Tally Of(Round round, Meeting meeting) => round.Box switch
    {
        BallotBox.Named named => NamedTally.Of(round, named, meeting),
        // Two persons counted already, each by themselves.
        BallotBox.ByHand when round.Counted is { } both => both.Tally,
        // Roll calls accumulate: who signed in earlier is present without a press of this round.
        BallotBox.SignIns signIns when round.Counted is { } counted && signIns.Count <= counted.Tally.Participants => counted.Tally,
        _ => throw new InvalidOperationException("a secret round has no ballots to count"),
    };

    /// <summary>Question and figures of a counted round, canonical: the same wherever the same result is shown.</summary>
    public static byte[] FiguresOf(Round round) => CanonicalJson.Write(Json.Of(
        ("question", QuestionJson.Write(round.Question)), ("round", round.No.Value), ("tally", CountJson.WriteTally(round.Counted!.Tally))));
}
