using System.Text;

namespace VotingHall.Core;

/// <summary>宣读词的写作: sentences in both languages side by side.</summary>
internal sealed class Speech
{
    private readonly StringBuilder chinese = new();
    private readonly StringBuilder english = new();

    /// <summary>A sentence in the same paragraph.</summary>
    public Speech Say(string chineseSentence, string englishSentence)
    {
        chinese.Append(chineseSentence);
        if (english.Length > 0 && english[^1] != '\n')
            english.Append(' ');
        english.Append(englishSentence);
        return this;
    }

    /// <summary>A sentence that begins a paragraph.</summary>
    public Speech Then(string chineseSentence, string englishSentence)
    {
        if (chinese.Length > 0)
        {
            chinese.Append('\n');
            english.Append('\n');
        }
        return Say(chineseSentence, englishSentence);
    }

    public Announcement Text => new(chinese.ToString(), english.ToString());
}
