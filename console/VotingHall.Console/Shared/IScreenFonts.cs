namespace VotingHall.Screens;

/// <summary>
/// 屏幕字体: fonts for screens that lack the right ones, cut to the characters of this hall. A screen that has Noto CJK never asks for a file. Optional: who
/// hosts the console without it serves screens that have their fonts.
/// </summary>
public interface IScreenFonts
{
    /// <summary>The style sheet that names the files; made anew when the meeting brings new characters.</summary>
    string StyleSheet { get; }

    /// <summary>The bytes of a file named there, or null. What a name stands for never changes.</summary>
    byte[]? Find(string file);
}
