using VotingHall.Screens;

namespace VotingHall.Server.Startup;

/// <summary>最近的线路情况: the newest notes of the lines, for the technician's page. Written by the lines' thread, read by the feed.</summary>
internal sealed class NoteRing
{
    private const int Kept = 100;

    private readonly Lock gate = new();
    private readonly LinkedList<NoteLine> newestFirst = [];

    public void Add(NoteLine note)
    {
        lock (gate)
        {
            newestFirst.AddFirst(note);
            if (newestFirst.Count > Kept)
                newestFirst.RemoveLast();
        }
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<NoteLine> Newest()
    {
        lock (gate)
            return [.. newestFirst];
    }
}
