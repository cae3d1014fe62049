using Xunit;

namespace VotingHall.Link.Tests;

/// <summary>Aim: our Ascon agrees with every known answer of the reference, and a changed bit is never accepted.</summary>
public sealed class AsconKatTests
{
    [Fact]
    public void Every_aead_record_holds_in_both_directions()
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> records = Vectors.Read("ascon_aead128_kat.txt");
        Assert.Equal(1089, records.Count);
        foreach (IReadOnlyDictionary<string, string> record in records)
        {
            byte[] plain = record.Hex("PT");
            byte[] expected = record.Hex("CT");
            byte[] output = new byte[plain.Length];
            byte[] tag = new byte[16];
            AsconAead.Run(record.Hex("Key"), record.Hex("Nonce"), record.Hex("AD"), plain, output, tag, opening: false);
            byte[] ciphertext = [.. output, .. tag];
            Assert.Equal(expected, ciphertext);
            byte[] opened = new byte[plain.Length];
            AsconAead.Run(record.Hex("Key"), record.Hex("Nonce"), record.Hex("AD"), output, opened, tag, opening: true);
            Assert.Equal(plain, opened);
            Assert.Equal(expected[plain.Length..], tag);
        }
    }

    [Fact]
    public void Every_hash_record_holds()
    {
        IReadOnlyList<IReadOnlyDictionary<string, string>> records = Vectors.Read("ascon_hash256_kat.txt");
        Assert.Equal(261, records.Count);
        Assert.All(records, record => Assert.Equal(record.Hex("MD"), AsconSuite.Instance.Hash(record.Hex("Msg"))));
    }

    [Fact]
    public void A_hash_does_not_depend_on_how_the_input_is_cut()
    {
        byte[] input = [.. Enumerable.Range(0, 41).Select(i => (byte)i)];
        for (int cut = 0; cut <= input.Length; cut++)
        {
            AsconHash hash = AsconHash.Start();
            hash.Add(input.AsSpan(0, cut));
            hash.Add(input.AsSpan(cut));
            Assert.Equal(AsconSuite.Instance.Hash(input), hash.Finish());
        }
    }

    [Fact]
    public void A_failed_opening_leaves_no_plaintext()
    {
        byte[] key = SampleHall.Fill(1, 16);
        byte[] nonce = SampleHall.Fill(2, 13);
        byte[] sealedBytes = new byte[5 + ISuite.TagSize];
        AsconSuite.Instance.Seal(key, nonce, [9], [1, 2, 3, 4, 5], sealedBytes);
        byte[] plain = new byte[5];
        for (int bit = 0; bit < 8 * sealedBytes.Length; bit++)
        {
            byte[] changed = [.. sealedBytes];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(AsconSuite.Instance.TryOpen(key, nonce, [9], changed, plain));
            Assert.Equal(new byte[5], plain);
        }

        Assert.True(AsconSuite.Instance.TryOpen(key, nonce, [9], sealedBytes, plain));
        Assert.False(AsconSuite.Instance.TryOpen(key, nonce, [9], new byte[11], []));
    }
}
