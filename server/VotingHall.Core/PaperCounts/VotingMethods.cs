namespace VotingHall.Core;

/// <summary>表决手段的名称.</summary>
public static class VotingMethods
{
    /// <summary>As meeting files, journal and record write it.</summary>
    public static string Name(VotingMethod method) => method switch
    {
        VotingMethod.Keypad => "keypad",
        VotingMethod.PaperBallot => "paper",
        VotingMethod.ShowOfHands => "hands",
        _ => throw new InvalidOperationException("unknown method"),
    };

    public static VotingMethod? Find(string? name) => name switch
    {
        "keypad" => VotingMethod.Keypad,
        "paper" => VotingMethod.PaperBallot,
        "hands" => VotingMethod.ShowOfHands,
        _ => null,
    };

    public static string Chinese(VotingMethod method) => method switch
    {
        VotingMethod.Keypad => "表决器",
        VotingMethod.PaperBallot => "纸质票",
        VotingMethod.ShowOfHands => "举手",
        _ => throw new InvalidOperationException("unknown method"),
    };

    public static string English(VotingMethod method) => method switch
    {
        VotingMethod.Keypad => "keypads",
        VotingMethod.PaperBallot => "paper",
        VotingMethod.ShowOfHands => "show of hands",
        _ => throw new InvalidOperationException("unknown method"),
    };
}
