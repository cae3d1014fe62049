using System.Numerics;
using System.Text.Json.Nodes;

namespace VotingHall.Verify.Tests.Recounts;

/// <summary>法定人数与票数 (rules 2.1, 4.4).</summary>
internal static class Quorums
{
    public static JsonObject Answer(Sheet sheet, int numerator, int denominator, bool strict)
    {
        BigInteger n = sheet.Base(), present = sheet.Need("present");
        bool met = strict ? present * denominator > n * numerator : present * denominator >= n * numerator;
        BigInteger required = strict ? Recount.LeastMoreThanHalf(n) : Recount.Ceiling(n * numerator, denominator);
        return new() { ["required"] = (int)required, ["outcome"] = new JsonObject { ["quorumMet"] = met } };
    }

    public static JsonObject CollectedWithinIssued(Sheet sheet) =>
        new() { ["outcome"] = new JsonObject { ["electionValid"] = sheet.Need("ballotsCollected") <= sheet.Need("ballotsIssued") } };
}
