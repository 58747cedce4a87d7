using System.Text.Json;

namespace AdminOrders.Web.Api.Orders.Document;

/// <summary>Where the order stands, what it is worth, when it came there and what may be done.</summary>
internal static class StatusPart
{
    public static IReadOnlyDictionary<string, Computed<OrderAnswer>> Fields(Template root) => new Dictionary<string, Computed<OrderAnswer>>(StringComparer.Ordinal)
    {
        ["status"] = (json, order, _) => json.WriteStringValue(order.Facts.Status),
        ["state"] = (json, order, _) => json.WriteStringValue(order.Facts.Status),
        ["statusDescription"] = (json, order, _) => json.WriteStringValue(OrderTerms.StatusDescription(order.Facts.Status)),
        ["workflowIsInError"] = (json, order, _) => json.WriteBooleanValue(OrderTerms.IsInError(order.Facts.Status, order.Facts.StatusDueAt, order.Now)),
        ["isCompleted"] = (json, order, _) => json.WriteBooleanValue(OrderTerms.IsComplete(order.Facts.Status)),
        ["allowCancellation"] = (json, order, _) => json.WriteBooleanValue(order.AllowsCancellation),
        ["allowEdition"] = (json, order, _) => json.WriteBooleanValue(order.AllowsEdition),
        ["value"] = (json, order, _) => json.WriteNumberValue(order.Facts.Value),
        ["lastChange"] = (json, order, _) => json.WriteInstant(order.Record.Description.LastChangeAt),
        ["authorizedDate"] = (json, order, _) => json.WriteInstant(order.Record.Description.AuthorizedAt),
        ["invoicedDate"] = (json, order, _) => json.WriteInstant(order.Record.Description.InvoicedAt),
        ["timeZoneCreationDate"] = Told.OrElse<OrderAnswer>(root.At("timeZoneCreationDate"), (json, order) => WriteLocal(json, order, order.Facts.CreatedAt)),
        ["timeZoneLastChange"] = (json, order, _) => WriteLocal(json, order, order.Record.Description.LastChangeAt),
    };

    // The store's own wall clock, with the Z that VTEX puts behind it.
    private static void WriteLocal(Utf8JsonWriter json, OrderAnswer order, DateTimeOffset at)
    {
        var zone = Told.Text(Told.Member(order.Record.Document, "storePreferencesData"), "timeZone");
        var local = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? TimeZoneInfo.ConvertTime(at, known) : at.ToUniversalTime();
        json.WriteStringValue(local.DateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }
}
