using System.Collections.Immutable;
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
        var told = UnitsOf(packages);
        var left = order.OrderItems.Select((item, index) => (Index: index, Item: item, Units: LeftNow(order, item) - Math.Max(Invoiced(known, index), told.GetValueOrDefault(index))))
            .Where(line => line.Units > 0).ToList();
        var rest = order.StatusHere() == Status.Invoiced ? ValueOf(order) - (known?.InvoicedValue ?? 0) : 0;
        if (known is { Stage: Stage.Invoiced or Stage.Canceled or Stage.Replaced } || (left.Count == 0 && !IsOwed(known, rest)))
        {
            return packages;
        }

        var value = order.StatusHere() == Status.Invoiced ? rest : ShareOf(order, left.Sum(line => line.Units * AmazonDocument.UnitPrice(line.Item)));
        packages.Add(Package(order, packages.Count + 1, value, left.Select(line => (line.Index, line.Units))));
        return packages;
    }

    /// <summary>Of what is sent, minor units: what Amazon tells of the whole order, without what it still counts of items that it canceled.</summary>
    public static long ValueOf(AmazonOrder order)
    {
        var isTotalTold = order.Proceeds?.GrandTotal is not null;
        var counted = order.OrderItems.Where(AmazonReading.IsCanceled).Sum(item => isTotalTold ? item.Proceeds?.ProceedsTotal?.MinorUnits() ?? 0 : AmazonDocument.ValueOf(item));
        return Math.Max(0, AmazonDocument.ValueOf(order) - counted);
    }

    /// <summary>What was sent of the lines with canceled units, once no more of them will be; none before that.</summary>
    public static ImmutableArray<ItemQuantity> SentOfCanceled(AmazonOrder order) => order.Fulfillment?.FulfillmentStatus == AmazonWords.Shipped
        ? [.. order.OrderItems.Select((item, index) => (item, index)).Where(line => line.item.HasCanceledUnits()).Select(line => new ItemQuantity(line.index, LeftNow(order, line.item)))]
        : [];

    /// <summary>The order as it was before anything was sent.</summary>
    public static AmazonOrder BeforeSent(AmazonOrder order) => order with { Fulfillment = order.Fulfillment! with { FulfillmentStatus = AmazonWords.Unshipped } };

    private static int LeftNow(AmazonOrder order, AmazonItem item) => order.Fulfillment?.FulfillmentStatus switch
    {
        AmazonWords.Shipped => item.Fulfillment?.QuantityFulfilled ?? (item.IsCanceled() ? 0 : item.QuantityOrdered),
        AmazonWords.PartiallyShipped => item.Fulfillment?.QuantityFulfilled ?? 0,
        _ => 0,
    };

    private static int Invoiced(OrderFacts? known, int index) => known?.Items.FirstOrDefault(item => item.Index == index)?.InvoicedQuantity ?? 0;

    // A part must not cover the whole order: of a total that is less than the prices, as by a discount, it takes its share.
    private static long ShareOf(AmazonOrder order, long prices)
    {
        var (value, all) = (ValueOf(order), order.OrderItems.Where(item => !item.IsCanceled()).Sum(AmazonDocument.ValueOf));
        return value < all ? (long)((Int128)prices * value / all) : prices;
    }

    // Sent before, and then the last of the others was canceled: what is no unit's, as the shipping, is invoiced as it is when units are sent last.
    private static bool IsOwed(OrderFacts? known, long rest) => rest > 0 && known is { OutputInvoices: > 0 } && known.InvoicedValue + rest <= known.Value;

    private static JsonObject Package(AmazonOrder order, int number, long value, IEnumerable<(int Index, int Units)> lines) => new()
    {
        ["type"] = nameof(InvoiceType.Output),
        ["invoiceNumber"] = string.Create(CultureInfo.InvariantCulture, $"{order.OrderId}-{number}"),
        ["invoiceValue"] = Math.Max(0, value),
        ["issuanceDate"] = AmazonDocument.Instant(order.LastUpdatedTime),
        ["items"] = new JsonArray([.. lines.Select(line => new JsonObject { ["itemIndex"] = line.Index, ["quantity"] = line.Units })]),
    };

    // Lines that were changed here are no longer counted by documents: what these told before is not told again.
    private static Dictionary<int, int> UnitsOf(JsonArray packages) => packages.SelectMany(package => package!["items"]?.AsArray() ?? [])
        .GroupBy(line => line!["itemIndex"]!.GetValue<int>()).ToDictionary(line => line.Key, line => line.Sum(units => units!["quantity"]!.GetValue<int>()));

    private static JsonArray PackagesOf(byte[] document)
    {
        using var stored = JsonDocument.Parse(document);
        return stored.RootElement.TryGetProperty("packageAttachment", out var attachment) && attachment.TryGetProperty("packages", out var packages)
            ? JsonArray.Create(packages.Clone()) ?? []
            : [];
    }
}
