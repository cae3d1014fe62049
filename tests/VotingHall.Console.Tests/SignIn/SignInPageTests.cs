using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using VotingHall.Screens.SignIn;
using Xunit;

namespace VotingHall.Screens.Tests.SignIn;

/// <summary>The sign-in page is an ordinary form; every problem has its words, in both languages.</summary>
public sealed class SignInPageTests
{
    [Theory]
    [InlineData("wrong")]
    [InlineData("wait")]
    [InlineData("badLink")]
    [InlineData("notAllowed")]
    public async Task Tells_the_problem_in_words(string problem)
    {
        foreach (ScreenLanguage language in Enum.GetValues<ScreenLanguage>())
        {
            string page = await Render(language, problem, rehearsal: false, "/chair");

            Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
            Assert.Contains("name=\"back\" value=\"/chair\"", page, StringComparison.Ordinal);
            Assert.Contains("action=\"/sign-in\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Says_that_it_is_a_rehearsal()
    {
        Assert.Contains("<p class=\"rehearsal\">", await Render(ScreenLanguage.Chinese, null, rehearsal: true, ""), StringComparison.Ordinal);
        Assert.Contains("<p class=\"rehearsal\" hidden>", await Render(ScreenLanguage.Chinese, null, rehearsal: false, ""), StringComparison.Ordinal);
    }

    private static async Task<string> Render(ScreenLanguage language, string? problem, bool rehearsal, string back)
    {
        await using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
        await using HtmlRenderer renderer = new(services, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<SignInPage>(ParameterView.FromDictionary(
            new Dictionary<string, object?>
            {
                ["Language"] = language,
                ["Problem"] = problem,
                ["Rehearsal"] = rehearsal,
                ["Back"] = back,
            }))).ToHtmlString());
    }
}
