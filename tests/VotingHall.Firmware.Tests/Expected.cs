using System.Runtime.CompilerServices;

namespace VotingHall.Firmware.Tests;

/// <summary>Pictures a keypad must show dot for dot; they lie beside this file as text.</summary>
internal static class Expected
{
    /// <exception cref="FileNotFoundException">No such picture.</exception>
    public static DisplayPicture Picture(string name, [CallerFilePath] string file = "") =>
        DisplayPicture.OfText(File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "Pictures", name + ".txt")));
}
