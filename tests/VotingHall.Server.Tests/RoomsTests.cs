using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using VotingHall.Server.Loop;
using Xunit;

namespace VotingHall.Server.Tests;

/// <summary>
/// The walls inside the server: an adapter (a folder named after whom it talks to) uses the loop and what lies below it, never another adapter.
/// Read from the built assembly: every type a member mentions or a method body touches.
/// </summary>
public sealed class RoomsTests
{
    private const string Root = "VotingHall.Server.";

    /// <summary>Below the loop: ports and plans without a partner.</summary>
    private static readonly string[] Below = ["Stores", "Lines", "Plans"];

    /// <summary>What each room may use besides itself.</summary>
    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Stores"] = [],
        ["Lines"] = [],
        ["Plans"] = ["Lines"],
        ["Loop"] = ["Stores"],
        ["Bridges"] = ["Loop", .. Below],
        ["Stations"] = ["Loop", .. Below],
        ["Papers"] = ["Loop", .. Below],
        ["Printing"] = ["Loop", .. Below],
        ["Signing"] = ["Loop", .. Below],
        ["Archive"] = ["Loop", .. Below],
        ["Conduct"] = ["Loop", .. Below],
        ["Accounts"] = [],
        ["Api"] = ["Loop", "Conduct", .. Below],
        ["Board"] = ["Loop", "Conduct", .. Below],
    };

    [Fact]
    public void An_adapter_uses_no_other_adapter() =>
        Assert.Empty(Trespasses(typeof(HallLoop).Assembly.GetTypes()));

    [Fact]
    public void Every_room_is_in_the_plan()
    {
        IEnumerable<string> rooms = typeof(HallLoop).Assembly.GetTypes().Select(RoomOf).OfType<string>().Distinct();
        // Startup and Rehearsal join the rooms and may use all of them.
        Assert.Empty(rooms.Except(May.Keys).Except(["Startup", "Rehearsal"]));
    }

    /// <summary>It can fail: a type in one adapter's namespace that calls another one is found.</summary>
    [Fact]
    public void A_trespass_is_found()
    {
        ModuleBuilder module = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("trespass"), AssemblyBuilderAccess.Run).DefineDynamicModule("m");
        TypeBuilder type = module.DefineType(Root + "Papers.Trespasser", TypeAttributes.Public);
        type.DefineField("station", typeof(VotingHall.Server.Stations.LocalStation), FieldAttributes.Public);
        Assert.Single(Trespasses([type.CreateType()]));
    }

    private static List<string> Trespasses(IEnumerable<Type> types)
    {
        List<string> found = [];
        foreach (Type type in types)
            if (RoomOf(type) is { } room && May.TryGetValue(room, out string[]? allowed))
                foreach (Type used in Uses(type).Distinct())
                    if (RoomOf(used) is { } other && other != room && !allowed.Contains(other))
                        found.Add($"{type.FullName} uses {used.FullName}");
        return [.. found.Distinct()];
    }

    private static string? RoomOf(Type type) =>
        type.Namespace is { } name && name.StartsWith(Root, StringComparison.Ordinal) ? name[Root.Length..].Split('.')[0] : null;

    private static IEnumerable<Type> Uses(Type type)
    {
        const BindingFlags All = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;
        IEnumerable<Type?> mentioned =
        [
            type.BaseType, .. type.GetInterfaces(), .. type.GetFields(All).Select(field => field.FieldType),
            .. type.GetMethods(All).Select(method => method.ReturnType),
            .. type.GetMembers(All).OfType<MethodBase>().SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType),
            .. type.GetMembers(All).OfType<MethodBase>().SelectMany(InBody),
        ];
        return mentioned.OfType<Type>().SelectMany(Whole);
    }

    /// <summary>A generic type stands for itself and its arguments.</summary>
    private static IEnumerable<Type> Whole(Type type) =>
        type.HasElementType ? Whole(type.GetElementType()!) : [type, .. type.GetGenericArguments().SelectMany(Whole)];

    /// <summary>Locals, and whatever a metadata token in the body names. A byte that only looks like a token resolves to nothing or to noise of this assembly.</summary>
    private static IEnumerable<Type?> InBody(MethodBase method)
    {
        if (!RuntimeFeature.IsDynamicCodeSupported || method.Module.Assembly.IsDynamic || method.GetMethodBody() is not { } body)
            yield break;
        foreach (LocalVariableInfo local in body.LocalVariables)
            yield return local.LocalType;
        byte[] code = body.GetILAsByteArray() ?? [];
        for (int at = 0; at + 5 <= code.Length; at++)
        {
            // call, callvirt and newobj are what reaches another room.
            if (code[at] is 0x28 or 0x6F or 0x73 && Resolve(method, BitConverter.ToInt32(code, at + 1)) is { } called)
                yield return called.DeclaringType;
        }
    }

    private static MethodBase? Resolve(MethodBase within, int token)
    {
        try
        {
            return (token >> 24) is 0x06 or 0x0A or 0x2B
                ? within.Module.ResolveMethod(token, within.DeclaringType?.GetGenericArguments(), within is MethodInfo { IsGenericMethod: true } m ? m.GetGenericArguments() : null)
                : null;
        }
        catch (Exception noToken) when (noToken is ArgumentException or BadImageFormatException or MissingMethodException or TypeLoadException)
        {
            return null;
        }
    }
}
