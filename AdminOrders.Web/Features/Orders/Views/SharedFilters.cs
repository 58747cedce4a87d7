using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Orders.List;
using AdminOrders.Web.Shell;

namespace AdminOrders.Web.Features.Orders.Views;

/// <summary>What somebody else's filters say.</summary>
/// <param name="Text">What is to be searched for; null: nothing.</param>
internal sealed record SharedFilters(OrderListQuery Query, string? Text)
{
    /// <summary>The name under which the text stands, as in VTEX's list of orders; an address never has it.</summary>
    public const string TextName = "q";
    private const int Longest = 20_000;

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        AllowDuplicateProperties = false,
        Converters = { new TextOrTexts() },
    };

    // What is as always is not written; who writes it by hand means it.
    private static readonly (string Name, string Value)[] AsAlways = [("date", "any"), ("sort", "createdAt"), ("dir", "desc")];

    /// <summary>
    /// Filter and order as JSON: the names of an address, each with a text or a list of texts. Nothing of it is personal, unless there is a text.
    /// </summary>
    public static string Write(OrderListQuery query, string? text)
    {
        var written = Pairs(query).GroupBy(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal).ToDictionary(named => named.Key, named => named.ToList(), StringComparer.Ordinal);
        if (text is not null)
        {
            written[TextName] = [text];
        }

        return JsonSerializer.Serialize(written, Format);
    }

    /// <summary>Reads such JSON; where something is wrong with it, the problem says which field, or which line.</summary>
    public static (SharedFilters? Filters, SharedFiltersProblem? Problem) Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, List<string>>>(json.Length <= Longest ? json : "", Format) is { } fields
                ? Read(fields)
                : (null, new(null, 1));
        }
        catch (JsonException broken)
        {
            // What breaks the grammar says where it was met and nothing about a field.
            var field = broken is { InnerException: not JsonException, Path: { Length: > 2 } path } ? path[2..].Split('[')[0] : null;
            return (null, new(field, (broken.LineNumber ?? 0) + 1));
        }
    }

    private static (SharedFilters? Filters, SharedFiltersProblem? Problem) Read(Dictionary<string, List<string>> fields)
    {
        var text = fields.Remove(TextName, out var told) ? told : null;
        if (text is not null and not [{ Length: > 0 and <= OrderViewStore.LongestText }] || (text is [{ } only] && string.IsNullOrWhiteSpace(only)))
        {
            return (null, new(TextName, 1));
        }

        var pairs = fields.SelectMany(field => (field.Value ?? []).Select(value => (Name: field.Key, Value: value))).ToList();
        var query = OrderListQuery.Parse($"?{AddressQuery.Write(pairs.Select(pair => (pair.Name, (string?)pair.Value)))}").Lasting;
        var understood = Pairs(query).Concat(AsAlways).ToHashSet();
        var strange = fields.Where(field => field.Value is null).Select(field => field.Key)
            .Concat(pairs.Where(pair => !understood.Contains(pair)).Select(pair => pair.Name)).FirstOrDefault();
        return strange is null ? (new(query, text?[0].Trim()), null) : (null, new(strange, 1));
    }

    private static IEnumerable<(string Name, string Value)> Pairs(OrderListQuery query) => new AddressQuery("?" + query.Lasting.ToQueryString()).Pairs();

    private sealed class TextOrTexts : JsonConverter<List<string>>
    {
        public override List<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.String)
            {
                return [reader.GetString()!];
            }

            var texts = new List<string>();
            while (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.String && reader.Read() && reader.TokenType is JsonTokenType.String)
            {
                texts.Add(reader.GetString()!);
            }

            return reader.TokenType is JsonTokenType.EndArray ? texts : throw new JsonException();
        }

        public override void Write(Utf8JsonWriter writer, List<string> value, JsonSerializerOptions options)
        {
            if (value is [var only])
            {
                writer.WriteStringValue(only);
                return;
            }

            writer.WriteStartArray();
            value.ForEach(writer.WriteStringValue);
            writer.WriteEndArray();
        }
    }
}

/// <summary>What is wrong with JSON that was to be filters.</summary>
/// <param name="Field">The field that is unknown, or has a value that it cannot have; null: none is.</param>
/// <param name="Line">From 1: where it cannot be read.</param>
internal sealed record SharedFiltersProblem(string? Field, long Line);
