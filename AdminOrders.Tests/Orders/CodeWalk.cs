using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace AdminOrders.Tests.Orders;

/// <summary>Collects the full names of types and members that compiled code mentions: in signatures and in instructions.</summary>
internal sealed class CodeWalk(PEReader file, MetadataReader code)
{
    private const byte TwoBytes = 0xFE;

    // ECMA-335, partition III: what follows each instruction.
    private static readonly Dictionary<short, OperandType> Operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value, code => code.OperandType);

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
        Used.Add(NameOf(method));
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

        Instructions(body.GetILReader());
    }

    private void Instructions(BlobReader bytes)
    {
        while (bytes.RemainingBytes > 0)
        {
            var first = bytes.ReadByte();
            var operand = Operands[first == TwoBytes ? (short)((TwoBytes << 8) | bytes.ReadByte()) : first];
            switch (operand)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    Mention(MetadataTokens.EntityHandle(bytes.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var targets = bytes.ReadInt32();
                    bytes.Offset += 4 * targets;
                    break;
                default:
                    bytes.Offset += SizeOf(operand);
                    break;
            }
        }
    }

    private static int SizeOf(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };

    private void Mention(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                Used.Add(NameOf((TypeReferenceHandle)handle));
                break;
            case HandleKind.TypeDefinition:
                Used.Add(NameOf((TypeDefinitionHandle)handle));
                break;
            case HandleKind.MethodDefinition:
                Used.Add(NameOf(code.GetMethodDefinition((MethodDefinitionHandle)handle)));
                break;
            case HandleKind.FieldDefinition:
                Used.Add(NameOf(code.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()));
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

    private string NameOf(MethodDefinition method) => $"{NameOf(method.GetDeclaringType())}.{code.GetString(method.Name)}";

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
