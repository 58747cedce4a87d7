using System.Buffers.Text;
using System.Text.Json;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>What a document tells of a field: JSON that is known to be valid, or nothing.</summary>
internal static class Told
{
    public static bool IsObject(ReadOnlySpan<byte> told) => !told.IsEmpty && told[0] == (byte)'{';

    public static bool IsList(ReadOnlySpan<byte> told) => !told.IsEmpty && told[0] == (byte)'[';

    /// <summary>Writes it as it came, with what its template names besides; null where there is nothing.</summary>
    public static void Copy(Utf8JsonWriter json, Template template, ReadOnlySpan<byte> told)
    {
        if (told.IsEmpty)
        {
            json.WriteNullValue();
            return;
        }

        var reader = new Utf8JsonReader(told);
        reader.Read();
        template.Copy(json, ref reader, told);
    }

    /// <summary>The JSON of the member; empty where there is none.</summary>
    public static ReadOnlySpan<byte> Member(ReadOnlySpan<byte> told, string name)
    {
        if (!IsObject(told))
        {
            return [];
        }

        var reader = new Utf8JsonReader(told);
        reader.Read();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            var value = Template.RawValue(ref reader, told);
            if (found)
            {
                return value;
            }
        }

        return [];
    }

    /// <summary>The text of the member, where it is one.</summary>
    public static string? Text(ReadOnlySpan<byte> told, string name) => Text(Member(told, name));

    /// <summary>The text, where it is one.</summary>
    public static string? Text(ReadOnlySpan<byte> told)
    {
        if (told.IsEmpty || told[0] != (byte)'"')
        {
            return null;
        }

        var reader = new Utf8JsonReader(told);
        reader.Read();
        return reader.GetString();
    }

    /// <summary>The whole number of the member, where it is one.</summary>
    public static int? Number(ReadOnlySpan<byte> told, string name)
    {
        var member = Member(told, name);
        return Utf8Parser.TryParse(member, out int number, out var length) && length == member.Length ? number : null;
    }

    /// <summary>A field that comes back as it came, and is written from our own state only where the document does not have it.</summary>
    public static Computed<TPart> OrElse<TPart>(Template template, Action<Utf8JsonWriter, TPart> write) => (json, part, told) =>
    {
        if (told.IsEmpty)
        {
            write(json, part);
        }
        else
        {
            Copy(json, template, told);
        }
    };
}
