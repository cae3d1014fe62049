using System.Diagnostics.CodeAnalysis;

namespace VotingHall.Link;

/// <summary>已解封的应答 of class S: the good tag is behind it, the plaintext is still unread.</summary>
/// <param name="Counter">ctr; the receiver requires it to grow under one SK.</param>
public sealed record SessionFrame(UpKind Kind, byte Address, uint Counter, byte[] Plaintext);

/// <summary>
/// 线路帧 of the hall server: builds bodies of class N, G, U and M, opens those of class S and M. All bodies are without CRC, as they travel
/// over the bridge link. Source: protocol 2.1.
/// </summary>
public static class LineFrames
{
    /// <summary>Class N: <c>kind addr payload</c>.</summary>
    public static byte[] Open(byte address, IDownPayload payload)
    {
        RequireClass(payload.Kind, FrameClass.Open);
        return [(byte)payload.Kind, address, .. payload.Write()];
    }

    /// <summary>Class G: readable by all, tag under the group key; goes to address 0.</summary>
    public static byte[] Group(ISuite suite, SecretKey groupKey, uint epoch, uint seq, IDownPayload payload)
    {
        RequireClass(payload.Kind, FrameClass.Group);
        byte[] clear = FrameSeal.DownHeader(payload.Kind, WireAddress.All, epoch, seq, payload.Write());
        return [.. clear, .. FrameSeal.GroupTag(suite, groupKey, clear)];
    }

    /// <summary>Class U: sealed for the keypad at <paramref name="slot"/>.</summary>
    public static byte[] Unicast(ISuite suite, SecretKey sk, byte slot, uint epoch, uint seq, IDownPayload payload)
    {
        RequireClass(payload.Kind, FrameClass.Unicast);
        byte[] plaintext = payload.Write();
        byte[] header = FrameSeal.DownHeader(payload.Kind, slot, epoch, seq, []);
        byte[] body = new byte[header.Length + plaintext.Length + ISuite.TagSize];
        header.CopyTo(body, 0);
        suite.Seal(
            sk.Aead, FrameSeal.Nonce(body[0], epoch, seq), FrameSeal.UnicastAssociated(suite, header), plaintext, body.AsSpan(header.Length));
        return body;
    }

    /// <summary>ADMIT of class M: clear, tag under KA with label "adm1".</summary>
    public static byte[] Admit(ISuite suite, SecretKey ka, byte slot, AdmitPayload payload)
    {
        byte[] clear = [(byte)payload.Kind, slot, .. payload.Write()];
        return [.. clear, .. FrameSeal.AdmitTag(suite, ka, clear)];
    }

    /// <summary>ADMIT_REPLY of class M, verified under KA with label "adm2" and the <paramref name="nonceS16"/> outstanding.</summary>
    public static bool TryOpenAdmitReply(
        ISuite suite, SecretKey ka, ReadOnlySpan<byte> body, ReadOnlySpan<byte> nonceS16, [NotNullWhen(true)] out AdmitReplyPayload? reply)
    {
        reply = null;
        if (body.Length != 2 + AdmitReplyPayload.Size + ISuite.TagSize || body[0] != (byte)UpKind.AdmitReply)
        {
            return false;
        }

        ReadOnlySpan<byte> clear = body[..^ISuite.TagSize];
        return ConstantTime.Same(FrameSeal.AdmitReplyTag(suite, ka, clear, nonceS16), body[^ISuite.TagSize..])
            && AdmitReplyPayload.TryParse(clear[2..], out reply);
    }

    /// <summary>Class S: false for another class, a short body or a bad tag (<c>tag_bad</c>).</summary>
    /// <param name="ctx">Zero for kinds that belong to no round.</param>
    /// <param name="closeNonce">Zero for kinds sent before the latch.</param>
    public static bool TryOpenSession(
        ISuite suite, SecretKey sk, ReadOnlySpan<byte> body, Digest32 ctx, CloseNonce closeNonce, [NotNullWhen(true)] out SessionFrame? frame)
    {
        frame = null;
        if (body.Length < FrameSeal.SessionHeader + ISuite.TagSize || !KindClasses.TryUp(body[0], out UpKind kind, out FrameClass frameClass)
            || frameClass != FrameClass.Session)
        {
            return false;
        }

        ReadOnlySpan<byte> header = body[..FrameSeal.SessionHeader];
        uint counter = FrameSeal.Counter(header);
        byte[] plaintext = new byte[body.Length - FrameSeal.SessionHeader - ISuite.TagSize];
        bool good = suite.TryOpen(
            sk.Aead, FrameSeal.Nonce(body[0], 0, counter), FrameSeal.SessionAssociated(suite, header, ctx, closeNonce),
            body[FrameSeal.SessionHeader..], plaintext);
        frame = good ? new SessionFrame(kind, body[1], counter, plaintext) : null;
        return good;
    }

    /// <summary>Class N from a keypad: HELLO.</summary>
    public static bool TryReadHello(ReadOnlySpan<byte> body, [NotNullWhen(true)] out HelloPayload? hello)
    {
        hello = null;
        return IsUp(body, UpKind.Hello) && HelloPayload.TryParse(body[2..], out hello);
    }

    /// <summary>Class N from a keypad: ASSIGNED.</summary>
    public static bool TryReadAssigned(ReadOnlySpan<byte> body, [NotNullWhen(true)] out AssignedPayload? assigned)
    {
        assigned = null;
        return IsUp(body, UpKind.Assigned) && AssignedPayload.TryParse(body[2..], out assigned);
    }

    private static bool IsUp(ReadOnlySpan<byte> body, UpKind kind) =>
        body.Length >= 2 && body[0] == (byte)kind && body[1] == WireAddress.Unassigned;

    private static void RequireClass(DownKind kind, FrameClass expected)
    {
        if (KindClasses.Of(kind) != expected)
        {
            throw new ArgumentException($"{kind} is not of class {expected}.", nameof(kind));
        }
    }
}
