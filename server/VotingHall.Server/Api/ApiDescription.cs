using Microsoft.OpenApi;

namespace VotingHall.Server.Api;

/// <summary>接口说明 (OpenAPI): made from the routes themselves; committed as server/openapi.json, which a test compares.</summary>
internal static class ApiDescription
{
    /// <summary>The one a route without a document's name stands for.</summary>
    private const string Name = "v1";

    public static void Add(IServiceCollection services) => services.AddOpenApi(Name, openApi =>
    {
        openApi.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "VotingHall 电子表决系统接口", Version = "1" };
            // The address is where the hall runs.
            document.Servers = null;
            return Task.CompletedTask;
        });
        openApi.AddOperationTransformer((operation, context, _) =>
        {
            Refusals(operation);
            if (context.Description.HttpMethod == HttpMethods.Post && context.Description.RelativePath?.EndsWith("/check", StringComparison.Ordinal) == false)
                Key(operation);
            return Task.CompletedTask;
        });
    });

    /// <summary>For everybody who is signed in.</summary>
    public static void Map(RouteGroupBuilder api) => api.MapOpenApi("/openapi.json").RequireAuthorization();

    private static void Key(OpenApiOperation operation) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = OrderDesk.KeyHeader,
        In = ParameterLocation.Header,
        Required = true,
        Description = "Same key again: taken at most once.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Za-z0-9-]{8,64}$" },
    });

    private static void Refusals(OpenApiOperation operation)
    {
        operation.Responses ??= [];
        foreach ((string status, string description) in new[] { ("401", "Signed out"), ("403", "Another role, or another site"), ("429", "Too many orders at once") })
            operation.Responses.TryAdd(status, new OpenApiResponse { Description = description });
    }
}
