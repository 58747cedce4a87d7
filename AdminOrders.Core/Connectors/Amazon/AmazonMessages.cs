using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>Answer of searchOrders. The orders are read one by one: one that cannot be read keeps no other.</summary>
internal sealed record SearchReply(JsonElement[] Orders, SearchPagination? Pagination = null, DateTimeOffset? LastUpdatedBefore = null);

internal sealed record SearchPagination(string? NextToken = null);

/// <summary>Answer of getOrder.</summary>
internal sealed record OrderReply(AmazonOrder Order);

/// <summary>Body of <c>PUT …/cancellation</c>.</summary>
internal sealed record CancelCall(string CancelReasonCode);

/// <summary>What Amazon answers when it does not do what it was asked.</summary>
internal sealed record ErrorReply(ErrorOfReply[] Errors);

internal sealed record ErrorOfReply(string? Code = null, string? Message = null, string? Details = null);

/// <summary>Answer of Login with Amazon, an OAuth 2.0 token endpoint.</summary>
/// <param name="ExpiresIn">Seconds.</param>
internal sealed record TokenReply(
    [property: JsonPropertyName("access_token")] string? AccessToken = null,
    [property: JsonPropertyName("expires_in")] int? ExpiresIn = null,
    string? Error = null,
    [property: JsonPropertyName("error_description")] string? ErrorDescription = null)
{
    /// <summary>Without the token.</summary>
    public override string ToString() => Error ?? "token";
}

/// <summary>Text as every store can keep it: PostgreSQL takes no U+0000, and one order of that kind would hold up all others.</summary>
internal sealed class AmazonText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String ? reader.GetString()!.Replace('\0', ' ') : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(AmazonText)], RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SearchReply))]
[JsonSerializable(typeof(OrderReply))]
[JsonSerializable(typeof(AmazonOrder))]
[JsonSerializable(typeof(CancelCall))]
[JsonSerializable(typeof(ErrorReply))]
[JsonSerializable(typeof(TokenReply))]
internal sealed partial class AmazonJson : JsonSerializerContext
{
    /// <summary>Null: the body is none of the kind.</summary>
    public static T? Read<T>(byte[] body, JsonTypeInfo<T> type)
        where T : class => Try(() => JsonSerializer.Deserialize(body, type));

    /// <summary>Null: the element is none of the kind.</summary>
    public static T? Read<T>(JsonElement element, JsonTypeInfo<T> type)
        where T : class => Try(() => element.Deserialize(type));

    private static T? Try<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
