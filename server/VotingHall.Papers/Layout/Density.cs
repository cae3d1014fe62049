namespace VotingHall.Papers;

/// <summary>疏密: how much air the rows have. A report that would run to one more page for want of a few lines is set closer, type sizes unchanged.</summary>
/// <param name="Pitch">Line pitch of the 14 pt text in the table.</param>
/// <param name="Padding">Above and below the text of a row.</param>
/// <param name="Signature">Distance of the signature lines.</param>
/// <param name="Heading">From the form's name to the table.</param>
internal sealed record Density(double Pitch, double Padding, double Signature, double Heading)
{
    internal static Density Normal { get; } = new(21, 3, 33, 72);

    internal static Density Close { get; } = new(17.5, 2.3, 27, 64);
}
