namespace VotingHall.Signing;

/// <summary>
/// 检查点核对: the head is of the policy's log, the system signed it with every algorithm of the suite, and no signature line is left that
/// does not belong to a key of the policy.
/// </summary>
public static class CheckpointCheck
{
    public static bool IsGood(CheckpointNote note, TrustPolicy policy)
    {
        if (note.Head.Origin != policy.Origin || note.Head.Roots.Count != policy.Suite.Digests.Count)
            return false;
        int accounted = 0;
        foreach (SignatureAlgorithm algorithm in policy.Suite.Algorithms)
        {
            int log = policy.KeysOf(SignerRole.System).Count(key => key.Key.Algorithm == algorithm && note.IsSignedBy(key.Key));
            if (log == 0)
                return false;
            accounted += log;
        }
        accounted += policy.KeysOf(SignerRole.Station).Count(key => note.IsSignedBy(key.Key, Witness));
        return accounted == note.Signatures.Count;
    }

    /// <summary>Name under which the scrutineer station signs as a witness.</summary>
    public const string Witness = "station";
}
