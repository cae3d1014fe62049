using VotingHall.Screens;

namespace VotingHall.Server.Api;

/// <summary>接口目录: every resource of the API. Orders are POSTs with the version seen and a key of their own. Source: design.md, decision 11.</summary>
public static class ApiRoutes
{
    public static IServiceCollection AddApi(this IServiceCollection services, ApiHall hall)
    {
        services.AddSingleton(hall);
        services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        ApiDescription.Add(services);
        return services;
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/api");
        SittingsApi.Map(api);
        RoundsApi.Map(api);
        CountsApi.Map(api);
        PrintsApi.Map(api);
        RecordsApi.Map(api);
        AgendaApi.Map(api);
        MeetingApi.Map(api);
        RosterApi.Map(api);
        KeypadsApi.Map(api);
        BoardApi.Map(api);
        ApiDescription.Map(api);
    }

    /// <summary>Only accounts of these roles.</summary>
    internal static void For(this RouteHandlerBuilder route, params Audience[] roles) =>
        route.RequireAuthorization(policy => policy.RequireRole(roles.Select(Audiences.Name)));

    /// <summary>An agenda number in an address: a slash in it travels escaped and is not unescaped by the server.</summary>
    internal static string AgendaNo(string segment) => segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
