using Xunit;

namespace VotingHall.Link.Tests;

/// <summary>Aim: the hash is FNV-1a over salt and uid in wire order, folded, and spreads keypads over the window.</summary>
public sealed class DiscoveryHashTests
{
    [Fact]
    public void It_is_the_folded_fnv()
    {
        uint hash = 0x811C9DC5;
        foreach (byte b in (byte[])[0x78, 0x56, 0x34, 0x12, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88])
        {
            hash = unchecked((hash ^ b) * 0x01000193);
        }

        Assert.Equal((int)((hash ^ (hash >> 16)) % 256), DiscoveryHash.Slot(0x12345678, SampleHall.Uid, 256));
        Assert.Equal(0, DiscoveryHash.Slot(0x12345678, SampleHall.Uid, 1));
    }

    [Fact]
    public void New_salts_part_keypads_that_collided()
    {
        int slots = Enumerable.Range(1, 60).Select(uid => DiscoveryHash.Slot(9, new WireUid((ulong)uid), 256)).Distinct().Count();
        Assert.InRange(slots, 40, 60);
        Assert.Contains(
            Enumerable.Range(1, 64).Select(salt => (uint)salt),
            salt => DiscoveryHash.Slot(salt, new WireUid(1), 4) != DiscoveryHash.Slot(salt, new WireUid(2), 4));
    }
}
