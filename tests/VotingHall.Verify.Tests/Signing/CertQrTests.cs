using VotingHall.Core;
using VotingHall.Signing;
using Xunit;

namespace VotingHall.Verify.Tests;

/// <summary>The code on a certificate: fits its symbol, is read back, and no changed character passes.</summary>
public class CertQrTests
{
    private const int SymbolCharactersMax = 419; // version 12, level M, alphanumeric

    [Theory]
    [InlineData("intl")]
    [InlineData("cn")]
    [InlineData("dual")]
    public void Is_read_back_and_good_under_its_policy_alone(string name)
    {
        RecordSuite suite = Signers.Suite(name);
        CertQr code = CertQr.Sign(ContentOf(suite, 1), Signers.Of(suite).System[0]);
        Assert.True(CertQr.TryRead(code.Text, out CertQr? read));
        Assert.True(read.IsSignedUnder(Signers.Of(suite).Policy));
        Assert.Equal(code.Content.Rows, read.Content.Rows);
        Assert.Equal((12, 287, 285, 1), (read.Content.Round, read.Content.Present, read.Content.Participants, read.Content.RowCount));
        Assert.Equal(Signers.Within, read.Content.Announced);
        Assert.False(CertQr.Sign(ContentOf(suite, 1), Signers.Of(suite).Station[0]).IsSignedUnder(Signers.Of(suite).Policy));
        foreach (RecordSuite other in RecordSuite.All.Where(s => s != suite))
            Assert.False(read.IsSignedUnder(Signers.Of(other).Policy));
    }

    [Fact]
    public void The_largest_code_fits_a_version_12_symbol()
    {
        CertQr code = CertQr.Sign(ContentOf(RecordSuite.Cn, 60), Signers.Of(RecordSuite.Cn).System[0]);
        Assert.Equal(CertQrContent.RowMax, code.Content.Rows.Count);
        Assert.InRange(code.Text.Length, 1, SymbolCharactersMax);
        Assert.True(CertQr.TryRead(code.Text, out CertQr? read));
        Assert.Equal(60, read.Content.RowCount);
    }

    [Fact]
    public void No_changed_code_passes()
    {
        TrustPolicy policy = Signers.Of(RecordSuite.Intl).Policy;
        byte[] text = System.Text.Encoding.Latin1.GetBytes(CertQr.Sign(ContentOf(RecordSuite.Intl, 1), Signers.Of(RecordSuite.Intl).System[0]).Text);
        Assert.True(Accepts(text));
        Assert.Equal(0, Tampering.CountAcceptedSubstitutions(text, Accepts));
        Assert.Equal(0, Tampering.CountAcceptedTruncations(text, Accepts));
        Assert.Equal(0, Tampering.CountAcceptedInsertions(text, Accepts));

        bool Accepts(byte[] bytes) => CertQr.TryRead(System.Text.Encoding.Latin1.GetString(bytes), out CertQr? code) && code.IsSignedUnder(policy);
    }

    [Fact]
    public void Base45_of_the_rfc()
    {
        Assert.Equal("BB8", Base45.Write("AB"u8));
        Assert.Equal("%69 VD92EX0", Base45.Write("Hello!!"u8));
        Assert.Equal("UJCLQE7W581", Base45.Write("base-45"u8));
        Assert.True(Base45.TryRead("QED8WEX0", out byte[]? ietf));
        Assert.Equal("ietf!"u8.ToArray(), ietf);
        foreach (string bad in new[] { "GGW", ":::", "A", "a00", "::", "0000" })
            Assert.False(Base45.TryRead(bad, out _));
    }

    private static CertQrContent ContentOf(RecordSuite suite, int rows) => new(
        suite, Digest.Compute(suite, "record"u8), CertQrContent.ShortOf(suite, "m-1"), 12, 287, 285, Signers.Within, rows,
        [.. Enumerable.Range(0, Math.Min(rows, CertQrContent.RowMax)).Select(i => new CertQrRow(271 + i, 10, 4, 0))]);
}
