using System.Net.Mime;
using System.Text.Json;
using System.Text.Json.Serialization;
using AdminOrders.Web.Api.Errors;
using Microsoft.Net.Http.Headers;

namespace AdminOrders.Web.Api;

/// <summary>
/// What was sent, read as JSON into the operation's own record. A handler takes it as a parameter; it is not called with a body that cannot be
/// read: the sender is told which field is wrong. Fields that the record does not name are passed over, as VTEX passes them over.
/// </summary>
/// <param name="Value">The body; null where nothing was sent.</param>
internal sealed record JsonBody<T>(T? Value)
    where T : class
{
    /// <exception cref="ApiRefusedException">415: it is not JSON by its content type; 400: it is not JSON, or not of this shape.</exception>
    public static ValueTask<JsonBody<T>?> BindAsync(HttpContext context)
    {
        var sent = context.Features.Get<SentBody>();
        return ValueTask.FromResult<JsonBody<T>?>(new(sent is { Bytes.IsEmpty: false } ? StrictJson.Read<T>(sent) : null));
    }
}

/// <summary>How bodies are read: names in any casing, nothing twice, numbers as numbers.</summary>
internal static class StrictJson
{
    private const int Deepest = 32;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        MaxDepth = Deepest,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        Converters = { new StorableText() },
    };

    /// <exception cref="ApiRefusedException">415 or 400.</exception>
    public static T? Read<T>(SentBody sent)
        where T : class
    {
        if (!IsJson(sent.ContentType))
        {
            throw new ApiRefusedException(ApiErrors.UnsupportedMediaType());
        }

        try
        {
            return JsonSerializer.Deserialize<T>(sent.Bytes.Span, Options);
        }
        catch (JsonException wrong)
        {
            throw new ApiRefusedException(ApiErrors.Malformed(FieldOf(wrong.Path)));
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (type.MediaType.Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));

    private static string? FieldOf(string? path) => path is null or "$" ? null : path.TrimStart('$').TrimStart('.');

    /// <summary>Text that every store can keep: without the character U+0000.</summary>
    private sealed class StorableText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.TokenType is JsonTokenType.String ? reader.GetString() : throw new JsonException();
            return text!.Contains('\0', StringComparison.Ordinal) ? throw new JsonException() : text;
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
