using System.Buffers.Binary;
using System.Collections.Immutable;

namespace VotingHall.Core;

/// <summary>
/// 不公开部分的字节: how a private part rests in its table, keyed there by round and keypad. Layout, little-endian:
/// u8 form (1 named, 2 masked), u8 sealed, u64 S; named: u16 rows, u8 each (0 = not chosen), u16 places, u16 each; masked: the words.
/// </summary>
public static class PrivatePartBytes
{
    private const byte NamedForm = 1;
    private const byte MaskedForm = 2;
    private const int HeadLength = 10;
    private const int ItemsMax = 4096;

    public static byte[] Write(PrivatePart part) => part switch
    {
        PrivatePart.Named named => WriteNamed(named.Holding),
        PrivatePart.Masked masked => [.. Head(MaskedForm, masked.Holding.Sealed, masked.Holding.Press), .. masked.Holding.Words.Span],
        _ => throw new InvalidOperationException("unknown private part"),
    };

    /// <summary>Reads stored bytes; false for anything <see cref="Write"/> would not have made.</summary>
    public static bool TryRead(RoundNo round, KeypadUid keypad, ReadOnlySpan<byte> bytes, out PrivatePart part)
    {
        part = Nothing;
        if (bytes.Length <= HeadLength || bytes[1] > 1)
            return false;
        bool isSealed = bytes[1] == 1;
        PressId press = new(BinaryPrimitives.ReadUInt64LittleEndian(bytes[2..]));
        ReadOnlySpan<byte> body = bytes[HeadLength..];
        switch (bytes[0])
        {
            case NamedForm when TryReadNamed(press, isSealed, body, out NamedHolding? holding):
                part = new PrivatePart.Named(round, keypad, holding!);
                return true;
            case MaskedForm:
                part = new PrivatePart.Masked(round, keypad, new MaskedHolding(press, isSealed, new Octets(body)));
                return true;
            default:
                return false;
        }
    }

    private static byte[] Head(byte form, bool isSealed, PressId press)
    {
        byte[] head = new byte[HeadLength];
        head[0] = form;
        head[1] = isSealed ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(2), press.Value);
        return head;
    }

    private static byte[] WriteNamed(NamedHolding holding)
    {
        byte[] body = new byte[4 + holding.Marks.Length + (2 * holding.WriteIns.Length)];
        BinaryPrimitives.WriteUInt16LittleEndian(body, (ushort)holding.Marks.Length);
        for (int row = 0; row < holding.Marks.Length; row++)
            body[2 + row] = (byte)(holding.Marks[row] ?? 0);
        int at = 2 + holding.Marks.Length;
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(at), (ushort)holding.WriteIns.Length);
        for (int place = 0; place < holding.WriteIns.Length; place++)
            BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(at + 2 + (2 * place)), (ushort)holding.WriteIns[place].Value);
        return [.. Head(NamedForm, holding.Sealed, holding.Press), .. body];
    }

    private static bool TryReadNamed(PressId press, bool isSealed, ReadOnlySpan<byte> body, out NamedHolding? holding)
    {
        holding = null;
        if (body.Length < 4)
            return false;
        int rows = BinaryPrimitives.ReadUInt16LittleEndian(body);
        if (rows > ItemsMax || body.Length < 4 + rows)
            return false;
        ImmutableArray<Choice?>.Builder marks = ImmutableArray.CreateBuilder<Choice?>(rows);
        foreach (byte mark in body.Slice(2, rows))
        {
            if (mark > (int)Choice.Grade5)
                return false;
            marks.Add(mark == 0 ? null : (Choice)mark);
        }
        ReadOnlySpan<byte> rest = body[(2 + rows)..];
        int places = BinaryPrimitives.ReadUInt16LittleEndian(rest);
        if (rest.Length != 2 + (2 * places))
            return false;
        ImmutableArray<MemberId>.Builder names = ImmutableArray.CreateBuilder<MemberId>(places);
        for (int place = 0; place < places; place++)
            names.Add(new MemberId(BinaryPrimitives.ReadUInt16LittleEndian(rest[(2 + (2 * place))..])));
        holding = new NamedHolding(press, isSealed, marks.MoveToImmutable(), names.MoveToImmutable());
        return true;
    }

    private static PrivatePart Nothing { get; } = new PrivatePart.Masked(default, default, new MaskedHolding(default, false, Octets.Empty));
}
