using System.Reflection;
using Xunit;

namespace VotingHall.Core.Tests;

/// <summary>Every refusal has a stable code of its own and says in both languages what is not so and what to do.</summary>
public sealed class RefusalTests
{
    public static IReadOnlyList<Refusal> All { get; } = [.. typeof(Refusal).GetNestedTypes()
        .Where(type => type.IsSubclassOf(typeof(Refusal)))
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .Select(Make)];

    [Fact]
    public void Codes_are_the_names_and_differ()
    {
        Assert.All(All, refusal => Assert.Equal(char.ToLowerInvariant(refusal.GetType().Name[0]) + refusal.GetType().Name[1..], refusal.Code));
        Assert.Equal(All.Count, All.Select(refusal => refusal.Code).Distinct().Count());
        Assert.True(All.Count > 40);
    }

    [Fact]
    public void Texts_are_whole_sentences_in_both_languages()
    {
        Assert.All(All, refusal =>
        {
            Assert.EndsWith("。", refusal.Chinese, StringComparison.Ordinal);
            Assert.Contains(refusal.Chinese, c => c is >= '一' and <= '龥');
            Assert.EndsWith(".", refusal.English, StringComparison.Ordinal);
            Assert.DoesNotContain(refusal.English, c => c is >= '一' and <= '龥');
        });
    }

    private static Refusal Make(Type type)
    {
        ConstructorInfo constructor = type.GetConstructors().Single();
        return (Refusal)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Sample(parameter.ParameterType))]);
    }

    private static object Sample(Type type) =>
        type == typeof(string) ? "rows"
        : type == typeof(Law) ? Law.SL62
        : type == typeof(IReadOnlyList<MeetingError>) ? new List<MeetingError> { new("members", "重复", "twice") }
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)!
        : Activator.CreateInstance(type)!;
}
