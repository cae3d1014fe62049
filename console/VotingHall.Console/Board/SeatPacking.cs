namespace VotingHall.Screens;

/// <summary>席位打包: 4 bits a seat, first seat in the low half of the first byte, base64. 3,000 seats are 2,000 characters.</summary>
public static class SeatPacking
{
    public static string Pack(IReadOnlyList<SeatState> seats) => Pack(seats, seat => (int)seat);

    public static string Pack(IReadOnlyList<KeypadState> keypads) => Pack(keypads, keypad => (int)keypad);

    private static string Pack<T>(IReadOnlyList<T> seats, Func<T, int> number)
    {
        byte[] packed = new byte[(seats.Count + 1) / 2];
        for (int i = 0; i < seats.Count; i++)
            packed[i / 2] |= (byte)(i % 2 == 0 ? number(seats[i]) : number(seats[i]) << 4);
        return Convert.ToBase64String(packed);
    }
}
