using System.Security.Claims;

namespace VotingHall.Screens;

/// <summary>观众的名称与权限: the name of a role in addresses, claims and groups.</summary>
public static class Audiences
{
    public static IReadOnlyList<Audience> All { get; } = Enum.GetValues<Audience>();

    public static string Name(Audience audience) => audience switch
    {
        Audience.Chair => "chair",
        Audience.Secretariat => "secretariat",
        Audience.Scrutineer => "scrutineer",
        Audience.Technician => "technician",
        Audience.Screen => "screen",
        _ => throw new InvalidOperationException("unknown audience"),
    };

    /// <summary>Address of the page of a role.</summary>
    public static string Page(Audience audience) => audience == Audience.Screen ? "/board" : "/" + Name(audience);

    public static bool TryParse(string name, out Audience audience)
    {
        foreach (Audience one in All)
        {
            audience = one;
            if (Name(one) == name)
                return true;
        }
        audience = default;
        return false;
    }

    public static bool MaySee(ClaimsPrincipal person, Audience audience) =>
        audience == Audience.Screen ? person.Identity?.IsAuthenticated == true : person.IsInRole(Name(audience));
}
