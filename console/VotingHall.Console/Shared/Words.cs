namespace VotingHall.Screens;

/// <summary>双语文字: a text that the hall itself makes (a reason, a title), in both languages. Fixed texts of pages are in resource files.</summary>
public sealed record Words(string Zh, string En)
{
    public static Words Same(string text) => new(text, text);

    public string In(ScreenLanguage language) => language == ScreenLanguage.English ? En : Zh;
}

/// <summary>界面语言.</summary>
public enum ScreenLanguage
{
    Chinese = 1,
    English = 2,
}
