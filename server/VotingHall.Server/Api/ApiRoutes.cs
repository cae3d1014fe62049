namespace VotingHall.Server.Api;

/// <summary>接口目录: every resource of the API. Orders are POSTs with the version seen and a key of their own. Source: design.md, decision 11.</summary>
public static class ApiRoutes
{
    public static IServiceCollection AddApi(this IServiceCollection services, ApiHall hall)
    {
        services.AddSingleton(hall);
        services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        return services;
    }

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup("/api");
        BoardApi.Map(api);
    }

    /// <summary>Only accounts of these roles.</summary>
    internal static RouteHandlerBuilder For(this RouteHandlerBuilder route, params string[] roles) => route.RequireAuthorization(policy => policy.RequireRole(roles));
}
