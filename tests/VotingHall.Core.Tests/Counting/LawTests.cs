using System.Reflection;
using Xunit;

namespace VotingHall.Core.Tests.Counting;

/// <summary>Aim: the catalogue of articles is closed and complete, so a citation is never typed twice.</summary>
public sealed class LawTests
{
    [Fact]
    public void Every_article_is_listed_once()
    {
        Law[] declared = [.. typeof(Law).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Law)).Select(property => (Law)property.GetValue(null)!)];

        Assert.Equal(declared.OrderBy(law => law.Code, StringComparer.Ordinal), Law.All.OrderBy(law => law.Code, StringComparer.Ordinal));
        Assert.Equal(Law.All.Count, Law.All.Select(law => law.Code).Distinct().Count());
        Assert.Equal(Law.All.Count, Law.All.Select(law => law.Chinese).Distinct().Count());
        Assert.Equal("地方组织法第二十五条", Law.OL25.Chinese);
    }
}
