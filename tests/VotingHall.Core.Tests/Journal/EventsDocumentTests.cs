using System.Text;
using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>server/EVENTS.md lists what the code knows, no more and no less; VOTINGHALL_REWRITE=1 writes it anew.</summary>
public sealed class EventsDocumentTests
{
    [Fact]
    public void The_document_is_up_to_date()
    {
        StringBuilder text = new();
        text.Append("# Events and refusals\n\nGenerated from the code (`VOTINGHALL_REWRITE=1` and the Core tests write it anew). ");
        text.Append("Names and codes are stable: none is renamed or used again.\n\n## Events\n\nLeaves of the public log, canonical JSON: ");
        text.Append("`{at, by {person, role}, commitment?, event, fields, key?, n}`.\n\n| event | 含义 | meaning | type |\n|---|---|---|---|\n");
        foreach (EventCodec codec in EventNames.All)
            text.Append($"| `{codec.Name}` | {codec.Chinese} | {codec.English} | `{codec.Type.Name}` |\n");
        text.Append("\n`MaskedBallotHeld` and `BallotSealed` are facts inside the server and never leaves.\n\n");
        text.Append("## Refusals\n\n| code | 中文 | English |\n|---|---|---|\n");
        foreach (Refusal refusal in RefusalTests.All.OrderBy(refusal => refusal.Code, StringComparer.Ordinal))
            text.Append($"| `{refusal.Code}` | {refusal.Chinese} | {refusal.English} |\n");
        Repository.AssertGolden(text.ToString(), "server", "EVENTS.md");
    }
}
