using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace VotingHall.Screens;

/// <summary>
/// 静态文件: scripts and styles inside this assembly, a closed list. They hold nothing of any meeting, so they are served before anybody has signed in.
/// </summary>
public static class Assets
{
    private static readonly FrozenDictionary<string, Asset> ByPath = Load();

    public static IReadOnlyCollection<string> Paths => ByPath.Keys;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/assets/{**path}", (string path, HttpContext http) =>
        {
            if (!ByPath.TryGetValue(path, out Asset? asset))
                return Results.NotFound();
            // Checked again each time: a new server must never meet an old script.
            http.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(asset.Bytes, asset.ContentType, entityTag: new EntityTagHeaderValue(asset.Tag));
        })
        .AllowAnonymous()
        .ExcludeFromDescription();

    private static FrozenDictionary<string, Asset> Load()
    {
        Assembly assembly = typeof(Assets).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("assets/", StringComparison.Ordinal) && ContentType(name) is not null)
            .ToFrozenDictionary(name => name["assets/".Length..], name =>
            {
                using Stream stream = assembly.GetManifestResourceStream(name)!;
                byte[] bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                return new Asset(bytes, ContentType(name)!, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");
            }, StringComparer.Ordinal);
    }

    private static string? ContentType(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => null,
    };

    private sealed record Asset(byte[] Bytes, string ContentType, string Tag);
}
