using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using VotingHall.Core;
using VotingHall.Screens;

namespace VotingHall.Server.Startup;

/// <summary>
/// 本系统会说的字: every character that a screen of this hall can show: the fixed texts of pages, every word in the programs (reasons, articles, announcements),
/// and what the meeting brings. Read from the programs themselves, so none can be forgotten.
/// </summary>
internal static class OwnWords
{
    private const string Latin = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~";

    private static readonly Lazy<string> OfPrograms = new(() =>
        Latin + string.Concat(Texts.Sets.SelectMany(set => Enum.GetValues<ScreenLanguage>().SelectMany(language => Texts.Of(set, language).ByKey.Values)))
            + string.Concat(new[] { typeof(Hall).Assembly, typeof(Texts).Assembly, typeof(OwnWords).Assembly }.SelectMany(StringsOf)));

    public static string Of(Meeting? meeting)
    {
        StringBuilder text = new(OfPrograms.Value);
        if (meeting is null)
            return text.ToString();
        text.Append(meeting.Hall.Name).Append(meeting.Session.BodyName).Append(meeting.Session.Name).Append(meeting.Session.Location);
        foreach (Sitting sitting in meeting.Sittings)
            text.Append(sitting.Name);
        foreach (Member member in meeting.Members)
            text.Append(member.Name).Append(member.Seat.Value);
        foreach (AgendaItem item in meeting.Agenda)
            text.Append(item.No).Append(Encoding.UTF8.GetString(CanonicalJson.Write(QuestionJson.Write(item.Question))));
        foreach (string cite in meeting.Rules.Cites.Values)
            text.Append(cite);
        return text.ToString();
    }

    /// <summary>The string literals of a program.</summary>
    private static IEnumerable<string> StringsOf(Assembly assembly)
    {
        using PEReader file = new(File.OpenRead(assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();
        List<string> strings = [];
        UserStringHandle at = MetadataTokens.UserStringHandle(0);
        while (!at.IsNil || strings.Count == 0)
        {
            strings.Add(metadata.GetUserString(at));
            at = metadata.GetNextHandle(at);
        }
        return strings;
    }
}
