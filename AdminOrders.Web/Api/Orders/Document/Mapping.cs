using System.Text.Json;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>Writes the value of a field that we compute.</summary>
/// <param name="told">The field's JSON in the document; empty where it has none.</param>
internal delegate void Computed<in TPart>(Utf8JsonWriter json, TPart part, ReadOnlySpan<byte> told);

/// <summary>
/// An object of a document, written out: fields that we compute from our own state, all others as they came, and those that the template
/// names and the document lacks.
/// </summary>
internal sealed class Mapping<TPart>
{
    private readonly Template template;
    private readonly Computed<TPart>?[] byField;
    private readonly Dictionary<string, Computed<TPart>> elsewhere;

    /// <param name="computed">By name. A field that the template does not name is computed only where the document has it.</param>
    public Mapping(Template template, IReadOnlyDictionary<string, Computed<TPart>> computed)
    {
        this.template = template;
        byField = [.. template.Fields.Select(field => computed.GetValueOrDefault(field.Name))];
        elsewhere = computed.Where(field => template.Fields.All(named => named.Name != field.Key)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>Writes the object.</summary>
    /// <param name="told">It as the document has it; empty where there is none.</param>
    public void Write(Utf8JsonWriter json, TPart part, ReadOnlySpan<byte> told)
    {
        Span<bool> seen = stackalloc bool[byField.Length];
        json.WriteStartObject();
        if (!told.IsEmpty)
        {
            WriteTold(json, part, told, seen);
        }

        for (var index = 0; index < byField.Length; index++)
        {
            if (!seen[index])
            {
                WriteMissing(json, part, index);
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Writes each element of the list that the document has, and the part that belongs to it.</summary>
    /// <param name="partAt">By the element's place; null: the element is written as it came.</param>
    public void WriteElements(Utf8JsonWriter json, ReadOnlySpan<byte> list, Func<int, TPart?> partAt)
    {
        var reader = new Utf8JsonReader(list);
        reader.Read();
        for (var index = 0; reader.Read() && reader.TokenType is not JsonTokenType.EndArray; index++)
        {
            if (partAt(index) is { } part && reader.TokenType is JsonTokenType.StartObject)
            {
                Write(json, part, Template.RawValue(ref reader, list));
            }
            else
            {
                template.Copy(json, ref reader, list);
            }
        }
    }

    private void WriteTold(Utf8JsonWriter json, TPart part, ReadOnlySpan<byte> told, Span<bool> seen)
    {
        var reader = new Utf8JsonReader(told);
        var expected = 0;
        reader.Read();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var index = template.IndexOf(Template.NameOf(reader), expected);
            if (index < 0 || seen[index])
            {
                WriteUnnamed(json, part, ref reader, told);
                continue;
            }

            seen[index] = true;
            expected = index + 1;
            var field = template.Fields[index];
            json.WritePropertyName(field.Encoded);
            reader.Read();
            if (byField[index] is { } compute)
            {
                compute(json, part, Template.RawValue(ref reader, told));
            }
            else
            {
                field.Value.Copy(json, ref reader, told);
            }
        }
    }

    private void WriteUnnamed(Utf8JsonWriter json, TPart part, ref Utf8JsonReader reader, ReadOnlySpan<byte> told)
    {
        var compute = elsewhere.Count > 0 ? elsewhere.GetValueOrDefault(reader.GetString()!) : null;
        json.WritePropertyName(Template.NameOf(reader));
        reader.Read();
        var value = Template.RawValue(ref reader, told);
        if (compute is not null)
        {
            compute(json, part, value);
        }
        else
        {
            json.WriteRawValue(value, skipInputValidation: true);
        }
    }

    private void WriteMissing(Utf8JsonWriter json, TPart part, int index)
    {
        var field = template.Fields[index];
        if (byField[index] is not { } compute)
        {
            field.WriteMissing(json);
            return;
        }

        json.WritePropertyName(field.Encoded);
        compute(json, part, []);
    }
}
