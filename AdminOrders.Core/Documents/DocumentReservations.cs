using System.Collections.Immutable;
using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Documents;

/// <summary>What warehouses keep for the order: one reservation per line and delivery of the document.</summary>
internal static class DocumentReservations
{
    public static ImmutableArray<ReservationFact> Read(IReadOnlyList<DocumentField> items, ImmutableArray<ItemFact> lines, DocumentContext context)
    {
        var reservations = ImmutableArray.CreateBuilder<ReservationFact>();
        var logistics = context.Root["shippingData"]["logisticsInfo"].List();
        for (var position = 0; position < logistics.Count; position++)
        {
            var index = logistics[position]["itemIndex"].Count() ?? position;
            if (index >= lines.Length)
            {
                logistics[position]["itemIndex"].Note(DocumentProblem.NoSuchItem);
                continue;
            }

            var deliveries = logistics[position]["deliveryIds"].List();
            var prefix = string.Create(CultureInfo.InvariantCulture, $"{LockOf(items[index], context)}/{position}/");
            reservations.AddRange(Of(deliveries, lines[index], prefix, context));
        }

        return reservations.ToImmutable();
    }

    private static IEnumerable<ReservationFact> Of(IReadOnlyList<DocumentField> deliveries, ItemFact line, string prefix, DocumentContext context)
    {
        var invoiced = line.InvoicedQuantity;
        for (var number = 0; number < deliveries.Count; number++)
        {
            var reserved = deliveries[number]["quantity"].Count() ?? line.Quantity;
            var consumed = context.Stage is Stage.Invoiced or Stage.Replaced ? reserved : Math.Min(reserved, invoiced);
            var released = context.Stage is Stage.Canceled ? reserved - consumed : 0;
            var state = consumed + released == reserved ? ReservationState.Closed : StateOf(context);
            var id = prefix + number.ToString(CultureInfo.InvariantCulture);
            yield return new(id, line.Index, deliveries[number]["warehouseId"].Text(100), line.SkuId, state, reserved, released, consumed);
            invoiced -= consumed;
        }
    }

    // One lock is shared by all lines, so the line's position and a number follow it.
    private static string LockOf(DocumentField item, DocumentContext context)
    {
        if (item["lockId"].Text(200) is { Length: > 0 } lockId)
        {
            return lockId;
        }

        return context.Root["sellerOrderId"].Text(200) is { Length: > 0 } sellerOrderId ? sellerOrderId : "00-" + context.OrderId;
    }

    private static ReservationState StateOf(DocumentContext context) =>
        Stages.Of(context.Reached) is Stage.Handling || context.Reached is Status.StartHandling or Status.Invoice or "invoicing" ? ReservationState.Acknowledged
        : context.IsPaid ? ReservationState.Confirmed
        : ReservationState.Authorized;
}
