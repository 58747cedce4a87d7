using System.Text.Json;

namespace AdminOrders.Core.Documents;

/// <summary>The language in which an order's customer shopped.</summary>
public static class CustomerLocale
{
    /// <summary>As the document writes it, <c>pt-BR</c>; null: it says none.</summary>
    /// <param name="document">UTF-8 JSON; empty: there is no document.</param>
    public static string? Of(ReadOnlyMemory<byte> document)
    {
        if (document.IsEmpty)
        {
            return null;
        }

        using var json = JsonDocument.Parse(document);
        return Of(json.RootElement);
    }

    /// <inheritdoc cref="Of(ReadOnlyMemory{byte})"/>
    /// <param name="document">Undefined: there is no document.</param>
    public static string? Of(JsonElement document) =>
        document.ValueKind is JsonValueKind.Object
        && document.TryGetProperty("clientPreferencesData", out var preferences) && preferences.ValueKind is JsonValueKind.Object
        && preferences.TryGetProperty("locale", out var locale) && locale.ValueKind is JsonValueKind.String
            ? locale.GetString()
            : null;
}
