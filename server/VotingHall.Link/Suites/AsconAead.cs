namespace VotingHall.Link;

/// <summary>Ascon-AEAD128 加密: authenticated encryption of NIST SP 800-232 with the full 16-byte tag.</summary>
internal static class AsconAead
{
    private const ulong Iv = 0x00001000808C0001;
    private const ulong DomainBit = 0x8000000000000000;

    /// <summary>Encrypts (or, with <paramref name="opening"/>, decrypts) and gives the tag of the ciphertext.</summary>
    public static void Run(
        ReadOnlySpan<byte> key16, ReadOnlySpan<byte> nonce16, ReadOnlySpan<byte> associated,
        ReadOnlySpan<byte> input, Span<byte> output, Span<byte> tag16, bool opening)
    {
        ulong k0 = AsconState.Load(key16);
        ulong k1 = AsconState.Load(key16[8..]);
        AsconState state = new()
        {
            X0 = Iv,
            X1 = k0,
            X2 = k1,
            X3 = AsconState.Load(nonce16),
            X4 = AsconState.Load(nonce16[8..]),
        };
        state.Permute12();
        state.X3 ^= k0;
        state.X4 ^= k1;
        Absorb(ref state, associated);
        state.X4 ^= DomainBit;
        while (input.Length >= 16)
        {
            Transform(ref state.X0, input[..8], output[..8], opening);
            Transform(ref state.X1, input[8..16], output[8..16], opening);
            state.Permute8();
            input = input[16..];
            output = output[16..];
        }

        int low = Math.Min(8, input.Length);
        Transform(ref state.X0, input[..low], output[..low], opening);
        Transform(ref state.X1, input[low..], output[low..input.Length], opening);
        Pad(ref state, input.Length);
        state.X2 ^= k0;
        state.X3 ^= k1;
        state.Permute12();
        AsconState.Store(state.X3 ^ k0, tag16[..8]);
        AsconState.Store(state.X4 ^ k1, tag16[8..]);
    }

    private static void Absorb(ref AsconState state, ReadOnlySpan<byte> associated)
    {
        if (associated.IsEmpty)
        {
            return;
        }

        while (associated.Length >= 16)
        {
            state.X0 ^= AsconState.Load(associated);
            state.X1 ^= AsconState.Load(associated[8..]);
            state.Permute8();
            associated = associated[16..];
        }

        int low = Math.Min(8, associated.Length);
        state.X0 ^= AsconState.Load(associated[..low]);
        state.X1 ^= AsconState.Load(associated[low..]);
        Pad(ref state, associated.Length);
        state.Permute8();
    }

    /// <summary>One word of at most 8 bytes: the output is input xor state, the state takes the ciphertext.</summary>
    private static void Transform(ref ulong word, ReadOnlySpan<byte> input, Span<byte> output, bool opening)
    {
        ulong taken = AsconState.Load(input);
        ulong given = word ^ taken;
        AsconState.Store(given, output);
        ulong mask = input.Length == 8 ? ulong.MaxValue : (1UL << (8 * input.Length)) - 1;
        word = (word & ~mask) | ((opening ? taken : given) & mask);
    }

    private static void Pad(ref AsconState state, int length)
    {
        if (length < 8)
        {
            state.X0 ^= 1UL << (8 * length);
        }
        else
        {
            state.X1 ^= 1UL << (8 * (length - 8));
        }
    }
}
