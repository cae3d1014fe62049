using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace VotingHall.Core.Tests.Guards;

/// <summary>框架引用: reads a built assembly and lists what of the framework it uses.</summary>
internal static class FrameworkUse
{
    /// <summary>Full names of all types of other assemblies an assembly refers to.</summary>
    public static IReadOnlyList<string> TypesOf(string assemblyFile)
    {
        using FileStream stream = File.OpenRead(assemblyFile);
        using PEReader portable = new(stream);
        MetadataReader metadata = portable.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(handle => NameOf(metadata, handle)).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Members of other assemblies, "Namespace.Type.Member".</summary>
    public static IReadOnlyList<string> MembersOf(string assemblyFile)
    {
        using FileStream stream = File.OpenRead(assemblyFile);
        using PEReader portable = new(stream);
        MetadataReader metadata = portable.GetMetadataReader();
        List<string> members = [];
        foreach (MemberReferenceHandle handle in metadata.MemberReferences)
        {
            MemberReference member = metadata.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference)
                members.Add(NameOf(metadata, (TypeReferenceHandle)member.Parent) + "." + metadata.GetString(member.Name));
        }
        return members;
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        string name = metadata.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
            return NameOf(metadata, (TypeReferenceHandle)type.ResolutionScope) + "+" + name;
        return metadata.GetString(type.Namespace) + "." + name;
    }
}
