using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Connectors.Amazon;

/// <summary>
/// What left, as Output invoices of the document. Amazon tells sums, so what is new since the last look becomes one more invoice; what the store
/// invoiced here is not told a second time.
/// </summary>
internal static class AmazonShipments
{
    /// <param name="known">The order's facts here; null: it is not on record.</param>
    /// <param name="document">The stored document; null: there is none.</param>
    public static JsonArray Of(AmazonOrder order, OrderFacts? known, byte[]? document)
    {
        var packages = document is { } stored ? PackagesOf(stored) : [];
        var left = order.OrderItems.Select((item, index) => (Index: index, Item: item, Units: LeftNow(order, item) - Invoiced(known, index)))
            .Where(line => line.Units > 0).ToList();
        if (left.Count == 0 || known is { Stage: Stage.Invoiced or Stage.Canceled or Stage.Replaced })
        {
            return packages;
        }

        var value = order.StatusHere() == Status.Invoiced
            ? AmazonDocument.ValueOf(order) - (known?.InvoicedValue ?? 0)
            : left.Sum(line => line.Units * AmazonDocument.UnitPrice(line.Item));
        packages.Add(Package(order, packages.Count + 1, value, left.Select(line => (line.Index, line.Units))));
        return packages;
    }

    private static int LeftNow(AmazonOrder order, AmazonItem item) => order.Fulfillment?.FulfillmentStatus switch
    {
        AmazonWords.Shipped => item.Fulfillment?.QuantityFulfilled ?? item.QuantityOrdered,
        AmazonWords.PartiallyShipped => item.Fulfillment?.QuantityFulfilled ?? 0,
        _ => 0,
    };

    private static int Invoiced(OrderFacts? known, int index) => known?.Items.FirstOrDefault(item => item.Index == index)?.InvoicedQuantity ?? 0;

    private static JsonObject Package(AmazonOrder order, int number, long value, IEnumerable<(int Index, int Units)> lines) => new()
    {
        ["type"] = nameof(InvoiceType.Output),
        ["invoiceNumber"] = string.Create(CultureInfo.InvariantCulture, $"{order.OrderId}-{number}"),
        ["invoiceValue"] = Math.Max(0, value),
        ["issuanceDate"] = AmazonDocument.Instant(order.LastUpdatedTime),
        ["items"] = new JsonArray([.. lines.Select(line => new JsonObject { ["itemIndex"] = line.Index, ["quantity"] = line.Units })]),
    };

    private static JsonArray PackagesOf(byte[] document)
    {
        using var stored = JsonDocument.Parse(document);
        return stored.RootElement.TryGetProperty("packageAttachment", out var attachment) && attachment.TryGetProperty("packages", out var packages)
            ? JsonArray.Create(packages.Clone()) ?? []
            : [];
    }
}
