namespace VotingHall.Core.Tests.Guards;

/// <summary>
/// 许可清单: what the pure rooms may take from the framework: values, collections, text, bits. No clock, no randomness, no input or output, no threads,
/// no floating point, no reflection. A new entry needs a reason in review.
/// </summary>
internal static class AllowList
{
    /// <summary>Whole namespaces without effects.</summary>
    private static readonly string[] Namespaces =
    [
        "System.Collections", "System.Collections.Generic", "System.Collections.Immutable", "System.Collections.Frozen",
        "System.Collections.ObjectModel", "System.Linq", "System.Text", "System.Text.Unicode", "System.Globalization", "System.Buffers",
        "System.Buffers.Binary", "System.Runtime.CompilerServices", "System.Diagnostics.CodeAnalysis", "System.Runtime.Versioning",
        "Microsoft.CodeAnalysis",
    ];

    /// <summary>Single types of namespaces that also hold effects.</summary>
    private static readonly string[] Types =
    [
        .. new[]
        {
            "Object", "ValueType", "Enum", "Attribute", "AttributeUsageAttribute", "AttributeTargets", "FlagsAttribute", "ParamArrayAttribute",
            "ObsoleteAttribute", "Boolean", "Byte", "SByte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Int128", "UInt128", "Char", "DateOnly",
            "String", "Void", "IntPtr", "Nullable", "Nullable`1", "Array", "ArraySegment`1", "Span`1", "ReadOnlySpan`1", "Memory`1", "ReadOnlyMemory`1",
            "MemoryExtensions", "Index", "Range", "Tuple", "ValueTuple", "Math", "BitConverter", "Convert", "HashCode", "Type", "RuntimeTypeHandle",
            "RuntimeFieldHandle", "Delegate", "MulticastDelegate", "Action", "Predicate`1", "Comparison`1", "Exception", "ArgumentException",
            "ArgumentNullException", "ArgumentOutOfRangeException", "InvalidOperationException", "NotSupportedException", "OverflowException",
            "IndexOutOfRangeException", "UnreachableException", "FormatException", "IFormatProvider", "IFormattable", "ISpanFormattable", "IDisposable",
            "IComparable", "IComparable`1", "IEquatable`1", "ICloneable", "StringComparison", "StringComparer", "StringSplitOptions", "AsyncCallback",
            "IAsyncResult", "ReadOnlySpan`1+Enumerator", "Span`1+Enumerator", "MemoryExtensions+TryWriteInterpolatedStringHandler",
        }.Select(name => "System." + name),
        "System.Numerics.BitOperations",
        "System.Diagnostics.DebuggableAttribute", "System.Diagnostics.DebuggableAttribute+DebuggingModes", "System.Diagnostics.DebuggerHiddenAttribute",
        "System.Diagnostics.DebuggerBrowsableAttribute", "System.Diagnostics.DebuggerBrowsableState", "System.Diagnostics.UnreachableException",
        "System.Reflection.AssemblyCompanyAttribute", "System.Reflection.AssemblyConfigurationAttribute", "System.Reflection.AssemblyFileVersionAttribute",
        "System.Reflection.AssemblyInformationalVersionAttribute", "System.Reflection.AssemblyProductAttribute",
        "System.Reflection.AssemblyTitleAttribute", "System.Reflection.AssemblyMetadataAttribute", "System.Reflection.DefaultMemberAttribute",
        "System.Resources.NeutralResourcesLanguageAttribute",
        "System.Runtime.InteropServices.InAttribute", "System.Runtime.InteropServices.CollectionsMarshal", "System.Runtime.InteropServices.MemoryMarshal",
        "System.Runtime.InteropServices.ImmutableCollectionsMarshal",
    ];

    /// <summary>Members that reach the outside through an allowed type.</summary>
    private static readonly string[] ForbiddenMembers = ["System.Type.GetType", "System.Type.InvokeMember"];

    /// <summary>Types an assembly uses that are not allowed; its own sibling assemblies count as foreign too.</summary>
    public static IReadOnlyList<string> OffencesOf(string assemblyFile) =>
    [
        .. FrameworkUse.TypesOf(assemblyFile).Where(type => !Allows(type)),
        .. FrameworkUse.MembersOf(assemblyFile).Where(ForbiddenMembers.Contains),
    ];

    private static bool Allows(string type)
    {
        string outer = type.Split('+')[0];
        string space = outer[..Math.Max(0, outer.LastIndexOf('.'))];
        return Namespaces.Contains(space) || Types.Contains(type)
            || outer.StartsWith("System.Func`", StringComparison.Ordinal) || outer.StartsWith("System.Action`", StringComparison.Ordinal)
            || outer.StartsWith("System.ValueTuple`", StringComparison.Ordinal);
    }
}
