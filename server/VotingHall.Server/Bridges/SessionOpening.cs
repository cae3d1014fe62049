using System.Diagnostics.CodeAnalysis;
using VotingHall.Link;

namespace VotingHall.Server.Bridges;

/// <summary>
/// 会话帧开启: opens a class S frame under the key in use, or under the key just sent, and keeps counters from going back.
/// Source: protocol 7.1 rule 2.
/// </summary>
internal static class SessionOpening
{
    public static bool TryOpen(
        ISuite suite, KeypadSession keypad, byte[] body, Digest32 ctx, CloseNonce nonce, [NotNullWhen(true)] out byte[]? plaintext,
        out bool confirmsKey)
    {
        confirmsKey = false;
        plaintext = null;
        if (keypad.Key is { } key && LineFrames.TryOpenSession(suite, key, body, ctx, nonce, out SessionFrame? frame))
        {
            if (frame.Counter <= keypad.LastCounter)
                return false;
        }
        else if (keypad.PendingKey is { } pending && LineFrames.TryOpenSession(suite, pending, body, ctx, nonce, out frame))
        {
            keypad.Key = pending;
            keypad.PendingKey = null;
            keypad.Seq = keypad.PendingSeq;
            confirmsKey = true;
        }
        else
        {
            return false;
        }
        keypad.LastCounter = frame.Counter;
        plaintext = frame.Plaintext;
        return true;
    }

    /// <summary>A frame with a counter already seen (the bridge heard it twice): a no-op, no sign of a wrong key.</summary>
    public static bool IsReplay(KeypadSession keypad, byte[] body) =>
        body.Length >= 5 && (uint)(body[2] | (body[3] << 8) | (body[4] << 16)) <= keypad.LastCounter;
}
