using System.Text;

namespace VotingHall.Firmware.Tests;

/// <summary>The 128 x 64 dots of a keypad's display, lit or dark; two are equal when every dot is.</summary>
internal sealed class DisplayPicture : IEquatable<DisplayPicture>
{
    private const int Width = 128;
    private const int Height = 64;
    private const int Bright = 96;

    private readonly string dots;

    private DisplayPicture(string dots) => this.dots = dots;

    /// <summary>A screen dump of the emulator, each dot drawn as a square of several.</summary>
    public static DisplayPicture OfPortablePixmap(byte[] file)
    {
        int at = 0;
        string[] head = [Word(file, ref at), Word(file, ref at), Word(file, ref at), Word(file, ref at)];
        int width = int.Parse(head[1], System.Globalization.CultureInfo.InvariantCulture);
        int scale = width / Width;
        StringBuilder dots = new();
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                dots.Append(file[at + (((y * scale * width) + (x * scale)) * 3)] > Bright ? '#' : '.');
            dots.Append('\n');
        }
        return new DisplayPicture(dots.ToString());
    }

    /// <summary>From a text that <see cref="ToString"/> has written.</summary>
    public static DisplayPicture OfText(string text) => new(text.Replace("\r", "", StringComparison.Ordinal));

    /// <summary>The first line is lit: the keypad says where one is and asks for something, or is in trouble.</summary>
    public bool HasHeading => dots[..Width].Count(dot => dot == '#') > Width / 2;

    public bool Equals(DisplayPicture? other) => other is not null && dots == other.dots;

    public override bool Equals(object? obj) => Equals(obj as DisplayPicture);

    public override int GetHashCode() => dots.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => dots;

    private static string Word(byte[] file, ref int at)
    {
        int start = at;
        while (file[at] > ' ')
            at++;
        return Encoding.ASCII.GetString(file[start..at++]);
    }
}
