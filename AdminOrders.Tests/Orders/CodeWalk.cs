using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace AdminOrders.Tests.Orders;

/// <summary>Collects the full names of types and members that compiled code mentions: in signatures and in instructions.</summary>
internal sealed class CodeWalk(PEReader file, MetadataReader code)
{
    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    public void Type(TypeDefinition type)
    {
        Mention(type.BaseType);
        foreach (var field in type.GetFields())
        {
            code.GetFieldDefinition(field).DecodeSignature(new Names(this), null);
        }

        foreach (var handle in type.GetMethods())
        {
            Method(handle);
        }
    }

    public string NameOf(TypeDefinitionHandle handle)
    {
        var type = code.GetTypeDefinition(handle);
        var name = code.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } outer ? $"{NameOf(outer)}+{name}" : $"{code.GetString(type.Namespace)}.{name}";
    }

    private void Method(MethodDefinitionHandle handle)
    {
        var method = code.GetMethodDefinition(handle);
        Used.Add($"{NameOf(method.GetDeclaringType())}.{code.GetString(method.Name)}");
        method.DecodeSignature(new Names(this), null);
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            code.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(new Names(this), null);
        }

        Instructions(body.GetILBytes()!);
    }

    // Every four bytes that are a token of a member or a type count: reading too much is safe, reading too little is not.
    private void Instructions(byte[] bytes)
    {
        for (var at = 0; at + 4 <= bytes.Length; at++)
        {
            var token = BitConverter.ToInt32(bytes, at);
            if ((token >> 24) is 0x0A or 0x01 or 0x2B && IsThere(token))
            {
                Mention(MetadataTokens.EntityHandle(token));
            }
        }
    }

    private bool IsThere(int token)
    {
        MetadataTokens.TryGetTableIndex(MetadataTokens.EntityHandle(token).Kind, out var table);
        var row = token & 0xFFFFFF;
        return row > 0 && row <= code.GetTableRowCount(table);
    }

    private void Mention(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                Used.Add(NameOf((TypeReferenceHandle)handle));
                break;
            case HandleKind.TypeSpecification:
                code.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(new Names(this), null);
                break;
            case HandleKind.MemberReference:
                var member = code.GetMemberReference((MemberReferenceHandle)handle);
                Mention(member.Parent);
                if (member.Parent.Kind is HandleKind.TypeReference)
                {
                    Used.Add($"{NameOf((TypeReferenceHandle)member.Parent)}.{code.GetString(member.Name)}");
                }

                break;
            case HandleKind.MethodSpecification:
                var method = code.GetMethodSpecification((MethodSpecificationHandle)handle);
                Mention(method.Method);
                method.DecodeSignature(new Names(this), null);
                break;
            default:
                break;
        }
    }

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = code.GetTypeReference(handle);
        var name = code.GetString(type.Name);
        return type.ResolutionScope.Kind is HandleKind.TypeReference
            ? $"{NameOf((TypeReferenceHandle)type.ResolutionScope)}+{name}"
            : $"{code.GetString(type.Namespace)}.{name}";
    }

    /// <summary>Notes every type that a signature names.</summary>
    private sealed class Names(CodeWalk walk) : ISignatureTypeProvider<bool, object?>
    {
        public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => walk.Used.Add(walk.NameOf(handle));

        public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => walk.Used.Add(walk.NameOf(handle));

        public bool GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

        public bool GetArrayType(bool elementType, ArrayShape shape) => true;

        public bool GetByReferenceType(bool elementType) => true;

        public bool GetFunctionPointerType(MethodSignature<bool> signature) => true;

        public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) => true;

        public bool GetGenericMethodParameter(object? genericContext, int index) => true;

        public bool GetGenericTypeParameter(object? genericContext, int index) => true;

        public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => true;

        public bool GetPinnedType(bool elementType) => true;

        public bool GetPointerType(bool elementType) => true;

        public bool GetPrimitiveType(PrimitiveTypeCode typeCode) => true;

        public bool GetSZArrayType(bool elementType) => true;
    }
}
