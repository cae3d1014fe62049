namespace VotingHall.Core;

/// <summary>宣读词: what the chair reads aloud, Chinese to be read, English as a reading aid beneath it. Paragraphs are parted by a line feed.</summary>
public sealed record Announcement(string Chinese, string English);

/// <summary>宣读词的提供: the text, or why there is none. A text whose numbers do not add up is never offered. Source: screens 6.</summary>
public abstract record AnnouncementOffer
{
    private AnnouncementOffer() { }

    public static implicit operator AnnouncementOffer(Announcement text) => new Offered(text);

    /// <summary>The text, or null where it is withheld.</summary>
    public Announcement? TextOrNone => (this as Offered)?.Text;

    /// <summary>可以宣读.</summary>
    public sealed record Offered(Announcement Text) : AnnouncementOffer;

    /// <summary>不提供宣读词: these figures do not make a whole.</summary>
    public sealed record Withheld(SumFinding Finding) : AnnouncementOffer
    {
        public string Chinese => Finding.Check switch
        {
            SumCheck.Excess => $"票数之和多出 {-Gap}，不能宣读；请核对或作废重来。",
            SumCheck.Unaccounted => $"票数之和少 {Gap}，不能宣读；请核对。",
            _ => "票数不全，不能宣读；请核对。",
        };

        public string English => Finding.Check switch
        {
            SumCheck.Excess => $"The figures exceed their total by {-Gap} and are not read; check them, or void the round.",
            SumCheck.Unaccounted => $"The figures are {Gap} short of their total and are not read; check them.",
            _ => "A figure is missing, nothing is read; check them.",
        };

        private int Gap => Finding.Unaccounted ?? 0;
    }
}
