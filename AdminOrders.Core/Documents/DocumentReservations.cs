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

            Add(reservations, logistics[position]["deliveryIds"].List(), lines[index], LockOf(items[index], context), context);
        }

        return reservations.ToImmutable();
    }

    private static void Add(
        ImmutableArray<ReservationFact>.Builder reservations, IReadOnlyList<DocumentField> deliveries, ItemFact line, string lockId, DocumentContext context)
    {
        var invoiced = line.InvoicedQuantity;
        foreach (var delivery in deliveries)
        {
            var reserved = delivery["quantity"].Count() ?? line.Quantity;
            var consumed = context.Stage is Stage.Invoiced or Stage.Replaced ? reserved : Math.Min(reserved, invoiced);
            var released = context.Stage is Stage.Canceled ? reserved - consumed : 0;
            var number = reservations.Count(known => known.ItemIndex == line.Index);
            var id = string.Create(CultureInfo.InvariantCulture, $"{lockId}/{line.Index}/{number}");
            var state = consumed + released == reserved ? ReservationState.Closed : StateOf(context);
            reservations.Add(new(id, line.Index, delivery["warehouseId"].Text(100), line.SkuId, state, reserved, released, consumed));
            invoiced -= consumed;
        }
    }

    // One lock is shared by all lines, so line and number follow it.
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
