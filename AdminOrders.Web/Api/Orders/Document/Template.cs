using System.Buffers;
using System.Text;
using System.Text.Json;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>
/// What an answer holds at least: the fields of an object, each with what stands there where a document has no such field.
/// Read from JSON in which a value is its own default, the element of a list is the shape of each, and <c>name?</c> is null unless it is there.
/// An object without fields is taken as it comes.
/// </summary>
internal sealed class Template
{
    private readonly TemplateField[] fields;
    private readonly Template? element;

    private Template(TemplateField[] fields, Template? element) => (this.fields, this.element) = (fields, element);

    public IReadOnlyList<TemplateField> Fields => fields;

    /// <exception cref="InvalidOperationException">There is no template of that name.</exception>
    public static Template Load(string name)
    {
        using var stream = typeof(Template).Assembly.GetManifestResourceStream($"{typeof(Template).Namespace}.Templates.{name}.json")
            ?? throw new InvalidOperationException($"There is no template {name}.");
        using var json = JsonDocument.Parse(stream);
        return Of(json.RootElement);
    }

    /// <summary>Of a value that is never looked into.</summary>
    public static Template AsItCame { get; } = new([], null);

    /// <summary>The template of the object, or of the list's elements, at the end of the path.</summary>
    public Template At(params ReadOnlySpan<string> path)
    {
        var found = Field(path);
        return found.element ?? found;
    }

    /// <summary>The template of what stands at the end of the path, a list as a whole.</summary>
    public Template Field(params ReadOnlySpan<string> path)
    {
        var found = this;
        foreach (var step in path)
        {
            var inside = found.element ?? found;
            found = Array.Find(inside.fields, field => field.Name == step)?.Value ?? AsItCame;
        }

        return found;
    }

    /// <summary>Place of the field in <see cref="Fields"/>; a first letter in the other case counts, where nothing else fits; -1: none.</summary>
    /// <param name="expected">Where it is looked for first: documents keep an order.</param>
    public int IndexOf(ReadOnlySpan<byte> name, int expected)
    {
        if (expected < fields.Length && fields[expected].Is(name))
        {
            return expected;
        }

        for (var index = 0; index < fields.Length; index++)
        {
            if (fields[index].Is(name))
            {
                return index;
            }
        }

        return IndexInOtherCase(name);
    }

    /// <summary>Writes the value at which the reader stands, with the fields that it lacks.</summary>
    /// <param name="told">What the reader reads.</param>
    public void Copy(Utf8JsonWriter json, ref Utf8JsonReader reader, ReadOnlySpan<byte> told)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when fields.Length > 0:
                CopyObject(json, ref reader, told);
                break;
            case JsonTokenType.StartArray when element is not null:
                json.WriteStartArray();
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
                {
                    element.Copy(json, ref reader, told);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteRawValue(RawValue(ref reader, told), skipInputValidation: true);
                break;
        }
    }

    /// <summary>The JSON of the value at which the reader stands; the reader goes on to its end.</summary>
    public static ReadOnlySpan<byte> RawValue(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> told)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return told[start..(int)reader.BytesConsumed];
    }

    /// <summary>The name at which the reader stands, however it is written.</summary>
    public static ReadOnlySpan<byte> NameOf(in Utf8JsonReader reader) => reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;

    private void CopyObject(Utf8JsonWriter json, ref Utf8JsonReader reader, ReadOnlySpan<byte> told)
    {
        Span<bool> seen = stackalloc bool[fields.Length];
        var expected = 0;
        json.WriteStartObject();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var index = IndexOf(NameOf(reader), expected);
            if (index < 0 || seen[index])
            {
                json.WritePropertyName(NameOf(reader));
                reader.Read();
                json.WriteRawValue(RawValue(ref reader, told), skipInputValidation: true);
                continue;
            }

            seen[index] = true;
            expected = index + 1;
            json.WritePropertyName(fields[index].Encoded);
            reader.Read();
            fields[index].Value.Copy(json, ref reader, told);
        }

        for (var index = 0; index < fields.Length; index++)
        {
            if (!seen[index])
            {
                fields[index].WriteMissing(json);
            }
        }

        json.WriteEndObject();
    }

    private static Template Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new([.. json.EnumerateObject().Select(FieldOf)], null),
        JsonValueKind.Array when json.GetArrayLength() > 0 => new([], Of(json[0])),
        _ => new([], null),
    };

    private static TemplateField FieldOf(JsonProperty property)
    {
        var isOptional = property.Name.EndsWith('?');
        return new(isOptional ? property.Name[..^1] : property.Name, Of(property.Value), isOptional ? "null"u8.ToArray() : DefaultOf(property.Value));
    }

    private static byte[] DefaultOf(JsonElement json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            WriteDefault(writer, json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteDefault(Utf8JsonWriter writer, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var field in json.EnumerateObject())
                {
                    FieldOf(field).WriteMissing(writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                writer.WriteEndArray();
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }

    private int IndexInOtherCase(ReadOnlySpan<byte> name)
    {
        for (var index = 0; index < fields.Length; index++)
        {
            if (fields[index].IsInOtherCase(name))
            {
                return index;
            }
        }

        return -1;
    }
}

/// <summary>A field that an answer always has.</summary>
/// <param name="Missing">The JSON that stands there where the document has no such field.</param>
internal sealed record TemplateField(string Name, Template Value, byte[] Missing)
{
    private const byte CaseBit = 0x20;
    private readonly byte[] name = Encoding.UTF8.GetBytes(Name);

    public JsonEncodedText Encoded { get; } = JsonEncodedText.Encode(Name);

    public bool Is(ReadOnlySpan<byte> other) => other.SequenceEqual(name);

    public bool IsInOtherCase(ReadOnlySpan<byte> other) =>
        other.Length == name.Length && name.Length > 0 && (other[0] ^ CaseBit) == name[0] && other[1..].SequenceEqual(name.AsSpan(1));

    public void WriteMissing(Utf8JsonWriter json)
    {
        json.WritePropertyName(Encoded);
        json.WriteRawValue(Missing, skipInputValidation: true);
    }
}
