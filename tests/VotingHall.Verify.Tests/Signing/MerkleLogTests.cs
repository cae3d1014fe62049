using System.Security.Cryptography;
using System.Text;
using VotingHall.Signing;
using Xunit;

namespace VotingHall.Verify.Tests;

/// <summary>The log against a naive tree written straight from the definition in RFC 6962 2.1, and against published roots.</summary>
public class MerkleLogTests
{
    private const int SizeMax = 70;

    [Theory]
    [InlineData(DigestAlgorithm.Sha256)]
    [InlineData(DigestAlgorithm.Sm3)]
    public void Roots_and_proofs_agree_with_the_definition(DigestAlgorithm algorithm)
    {
        byte[][] leaves = [.. Enumerable.Range(0, SizeMax).Select(i => Encoding.ASCII.GetBytes("leaf " + i))];
        MerkleLog log = new(algorithm);
        Assert.Equal(Digest.Compute(algorithm, []), log.Root());
        foreach (byte[] leaf in leaves)
            log.Append(leaf);
        for (int size = 1; size <= SizeMax; size++)
        {
            byte[] root = Naive(algorithm, leaves[..size]);
            Assert.Equal(root, log.RootAt(size));
            for (int index = 0; index < size; index++)
            {
                IReadOnlyList<byte[]> path = log.InclusionProof(index, size);
                Assert.Equal(NaivePath(algorithm, index, leaves[..size]), path);
                Assert.True(MerkleProof.VerifyInclusion(algorithm, leaves[index], index, size, path, root));
                Assert.False(MerkleProof.VerifyInclusion(algorithm, leaves[(index + 1) % SizeMax], index, size, path, root));
                Assert.False(size > 1 && MerkleProof.VerifyInclusion(algorithm, leaves[index], (index + 1) % size, size, path, root));
            }
        }
    }

    [Fact]
    public void Every_pair_of_sizes_is_consistent_and_no_changed_proof_is()
    {
        const DigestAlgorithm A = DigestAlgorithm.Sha256;
        MerkleLog log = new(A);
        for (int i = 0; i < SizeMax; i++)
            log.Append(BitConverter.GetBytes(i));
        for (int n = 1; n <= SizeMax; n++)
            for (int m = 1; m <= n; m++)
            {
                IReadOnlyList<byte[]> proof = log.ConsistencyProof(m, n);
                Assert.True(MerkleProof.VerifyConsistency(A, m, log.RootAt(m), n, log.RootAt(n), proof), $"{m} in {n}");
                byte[] other = SHA256.HashData(log.RootAt(m));
                Assert.False(MerkleProof.VerifyConsistency(A, m, other, n, log.RootAt(n), proof));
                Assert.False(MerkleProof.VerifyConsistency(A, m, log.RootAt(m), n, other, proof));
                Assert.False(MerkleProof.VerifyConsistency(A, m, log.RootAt(m), n, log.RootAt(n), [.. proof, other]));
                if (proof.Count > 0)
                    Assert.False(MerkleProof.VerifyConsistency(A, m, log.RootAt(m), n, log.RootAt(n), [.. proof.Take(proof.Count - 1)]));
            }
    }

    /// <summary>Published roots of the eight test leaves used by Certificate Transparency implementations.</summary>
    [Fact]
    public void Published_roots_of_certificate_transparency()
    {
        string[] leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
        MerkleLog log = new(DigestAlgorithm.Sha256);
        foreach (string leaf in leaves)
            log.Append(Convert.FromHexString(leaf));
        Assert.Equal("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", Convert.ToHexStringLower(log.RootAt(1)));
        Assert.Equal("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", Convert.ToHexStringLower(log.RootAt(3)));
        Assert.Equal("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328", Convert.ToHexStringLower(log.RootAt(8)));
    }

    [Fact]
    public void Batch_root_does_not_depend_on_the_order_of_casting_but_on_salt_and_every_item()
    {
        byte[] salt = new byte[32], otherSalt = [.. Enumerable.Repeat((byte)1, 32)];
        byte[][] items = [[1, 2], [3], [0, 9, 9]];
        byte[] root = BatchRoot.Compute(DigestAlgorithm.Sm3, salt, items);
        Assert.Equal(root, BatchRoot.Compute(DigestAlgorithm.Sm3, salt, items.Reverse()));
        Assert.NotEqual(root, BatchRoot.Compute(DigestAlgorithm.Sm3, otherSalt, items));
        Assert.NotEqual(root, BatchRoot.Compute(DigestAlgorithm.Sm3, salt, items[..2]));
        Assert.Throws<ArgumentException>(() => BatchRoot.Compute(DigestAlgorithm.Sm3, salt, [[1], [1]]));
        Assert.Throws<ArgumentException>(() => BatchRoot.OfPart(DigestAlgorithm.Sm3, new byte[31], [1]));
        Assert.NotEqual(BatchRoot.OfPart(DigestAlgorithm.Sm3, salt, [1]), BatchRoot.OfPart(DigestAlgorithm.Sm3, otherSalt, [1]));
    }

    private static byte[] Naive(DigestAlgorithm algorithm, byte[][] leaves)
    {
        if (leaves.Length == 1)
            return Digest.Compute(algorithm, [0, .. leaves[0]]);
        int left = Split(leaves.Length);
        return Digest.Compute(algorithm, [1, .. Naive(algorithm, leaves[..left]), .. Naive(algorithm, leaves[left..])]);
    }

    private static List<byte[]> NaivePath(DigestAlgorithm algorithm, int index, byte[][] leaves)
    {
        if (leaves.Length == 1)
            return [];
        int left = Split(leaves.Length);
        return index < left
            ? [.. NaivePath(algorithm, index, leaves[..left]), Naive(algorithm, leaves[left..])]
            : [.. NaivePath(algorithm, index - left, leaves[left..]), Naive(algorithm, leaves[..left])];
    }

    private static int Split(int count)
    {
        int left = 1;
        while (left * 2 < count)
            left *= 2;
        return left;
    }
}
