using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace AdminOrders.Web.Api.OpenApi;

/// <summary>The schema of an example, so that both never say different things: names and types, nothing required, nothing forbidden.</summary>
internal static class ExampleSchema
{
    public static OpenApiSchema Of(JsonNode? example) => example switch
    {
        JsonObject members => new()
        {
            Type = JsonSchemaType.Object,
            Properties = members.ToDictionary(member => member.Key, IOpenApiSchema (member) => Of(member.Value), StringComparer.Ordinal),
        },
        JsonArray items => new() { Type = JsonSchemaType.Array, Items = items.Count == 0 ? new OpenApiSchema() : Of(items[0]) },
        null => new() { Type = JsonSchemaType.Null | JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean | JsonSchemaType.Object | JsonSchemaType.Array },
        _ => new() { Type = TypeOf(example) },
    };

    private static JsonSchemaType TypeOf(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => JsonSchemaType.String,
        JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
        JsonValueKind.Number => value.ToJsonString().AsSpan().ContainsAny('.', 'e', 'E') ? JsonSchemaType.Number : JsonSchemaType.Integer,
        var other => throw new InvalidOperationException($"A {other} is no value."),
    };
}
