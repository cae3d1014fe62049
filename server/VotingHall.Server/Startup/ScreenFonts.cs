using System.Globalization;
using System.Text;
using VotingHall.Core;
using VotingHall.Screens;
using VotingHall.Server.Papers;

namespace VotingHall.Server.Startup;

/// <summary>屏幕字体的样式表: which file holds which characters, for screens without Noto CJK. Cut when first asked for, anew when the meeting changes.</summary>
internal sealed class ScreenFonts(WebFonts fonts, Func<Meeting?> meeting) : IScreenFonts
{
    private static readonly (WebFace Face, string Family, int Weight)[] Faces =
    [
        (WebFace.Serif700, "VotingHall Serif", 700), (WebFace.Sans400, "VotingHall Sans", 400), (WebFace.Sans700, "VotingHall Sans", 700),
    ];

    private readonly Lock gate = new();
    private (Meeting? Meeting, string StyleSheet)? made;

    public string StyleSheet
    {
        get
        {
            Meeting? now = meeting();
            lock (gate)
            {
                if (made is not { } known || !ReferenceEquals(known.Meeting, now))
                    made = (now, Make(OwnWords.Of(now)));
                return made.Value.StyleSheet;
            }
        }
    }

    public byte[]? Find(string file) => fonts.Find(file)?.Bytes;

    private string Make(string text)
    {
        StringBuilder css = new();
        foreach ((WebFace face, string family, int weight) in Faces)
            foreach (WebFontFile file in fonts.Of(face, text).Files)
                css.Append(CultureInfo.InvariantCulture,
                    $$"""@font-face { font-family: "{{family}}"; font-weight: {{weight}}; font-display: swap; src: url("/fonts/{{file.Name}}") format("opentype"); unicode-range: {{RangeOf(file.Characters)}}; }""").Append('\n');
        return css.ToString();
    }

    private static string RangeOf(string characters) =>
        string.Join(", ", characters.EnumerateRunes().Select(rune => "U+" + rune.Value.ToString("X", CultureInfo.InvariantCulture)));
}
