namespace VotingHall.Link;

/// <summary>Ascon-Hash256 摘要: the sponge of NIST SP 800-232, fed piece by piece so that keyed input needs no joined copy.</summary>
internal ref struct AsconHash
{
    private AsconState _state;
    private ulong _partial;
    private int _held;

    public static AsconHash Start()
    {
        AsconHash hash = default;
        hash._state.X0 = 0x0000080100CC0002;
        hash._state.Permute12();
        return hash;
    }

    public void Add(scoped ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_held == 0 && bytes.Length >= 8)
            {
                AbsorbWord(AsconState.Load(bytes));
                bytes = bytes[8..];
                continue;
            }

            _partial |= (ulong)bytes[0] << (8 * _held);
            bytes = bytes[1..];
            if (++_held == 8)
            {
                AbsorbWord(_partial);
                _partial = 0;
                _held = 0;
            }
        }
    }

    public byte[] Finish()
    {
        AbsorbWord(_partial | (1UL << (8 * _held)));
        byte[] digest = new byte[32];
        for (int word = 0; word < 4; word++)
        {
            AsconState.Store(_state.X0, digest.AsSpan(8 * word, 8));
            if (word < 3)
            {
                _state.Permute12();
            }
        }

        return digest;
    }

    private void AbsorbWord(ulong word)
    {
        _state.X0 ^= word;
        _state.Permute12();
    }
}
