namespace VotingHall.Core;

/// <summary>清点不符的名称, as people read them.</summary>
public static class PaperFaults
{
    public static string Chinese(PaperFault fault) => fault switch
    {
        PaperFault.CollectedExceedsIssued => "收回多于发出",
        PaperFault.IssuedExceedsPresent => "发出多于实到人数",
        PaperFault.ValidAndInvalidNotCollected => "有效票与无效票之和不等于收回",
        PaperFault.RowExceedsValid => "有一行的票数之和多于有效票",
        PaperFault.ChosenExceedsSeats => "所选合计多于有效票乘应选名额",
        PaperFault.WriteInsExceedAgainst => "另选他人多于反对票",
        _ => throw new InvalidOperationException("unknown fault"),
    };

    public static string English(PaperFault fault) => fault switch
    {
        PaperFault.CollectedExceedsIssued => "more collected than issued",
        PaperFault.IssuedExceedsPresent => "more issued than present",
        PaperFault.ValidAndInvalidNotCollected => "valid and invalid are not those collected",
        PaperFault.RowExceedsValid => "a row has more marks than there are valid papers",
        PaperFault.ChosenExceedsSeats => "more chosen than valid papers times seats",
        PaperFault.WriteInsExceedAgainst => "more written in than marks against",
        _ => throw new InvalidOperationException("unknown fault"),
    };
}
