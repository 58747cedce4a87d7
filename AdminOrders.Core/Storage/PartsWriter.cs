using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Writes the lines, payments and reservations that differ.</summary>
internal sealed class PartsWriter(StoreWrites writes)
{
    private readonly SqlWrite insertItem = writes.AddInsert(
        "OrderItems", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice", "OrderKey", "ItemIndex");

    private readonly SqlWrite updateItem = writes.Add(SqlStatement.Update(
        "OrderItems", ["SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice"], "OrderKey", "ItemIndex"));

    private readonly SqlWrite deleteItem = writes.Add("""DELETE FROM "OrderItems" WHERE "OrderKey" = @OrderKey AND "ItemIndex" = @ItemIndex""");

    private readonly SqlWrite insertPayment = writes.AddInsert(
        "Payments", "Place", "State", "Value", "Captured", "Refunded", "Owed", "Claimed", "OwedKind", "OrderKey", "PaymentId", "TransactionId", "SystemName", "PaymentGroup", "Installments");

    private readonly SqlWrite updatePayment = writes.Add(
        """
        UPDATE "Payments" SET "Place" = @Place, "State" = @State, "Value" = @Value, "Captured" = @Captured, "Refunded" = @Refunded, "Owed" = @Owed, "Claimed" = @Claimed,
            "OwedKind" = COALESCE(@OwedKind, "OwedKind")
        WHERE "OrderKey" = @OrderKey AND "PaymentId" = @PaymentId
        """);

    private readonly SqlWrite describePayment = writes.Add(SqlStatement.Update(
        "Payments", ["TransactionId", "SystemName", "PaymentGroup", "Installments"], "OrderKey", "PaymentId"));

    private readonly SqlWrite insertReservation = writes.AddInsert(
        "Reservations", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "Destination", "OrderKey", "ReservationId");

    private readonly SqlWrite updateReservation = writes.Add(
        """
        UPDATE "Reservations" SET "Place" = @Place, "ItemIndex" = @ItemIndex, "WarehouseId" = @WarehouseId, "SkuId" = @SkuId, "State" = @State,
            "Reserved" = @Reserved, "Released" = @Released, "Consumed" = @Consumed, "Destination" = COALESCE(@Destination, "Destination")
        WHERE "OrderKey" = @OrderKey AND "ReservationId" = @ReservationId
        """);

    private readonly SqlWrite deleteReservation = writes.Add(
        """DELETE FROM "Reservations" WHERE "OrderKey" = @OrderKey AND "ReservationId" = @ReservationId""");

    public void Write(long orderKey, OrderChange change)
    {
        var before = change.Before?.Facts;
        WriteItems(orderKey, before?.Items ?? [], change.Facts.Items);
        WritePayments(orderKey, before?.Payments ?? [], change);
        WriteReservations(orderKey, before?.Reservations ?? [], change);
        DescribePayments(orderKey, before?.Payments ?? [], change.Imported);
    }

    private void WriteItems(long orderKey, ImmutableArray<ItemFact> before, ImmutableArray<ItemFact> after)
    {
        if (before == after)
        {
            return;
        }

        foreach (var item in after.Where(item => !before.Contains(item)))
        {
            var write = before.Any(known => known.Index == item.Index) ? updateItem : insertItem;
            write.Later(
                item.SkuId, item.Name, item.Quantity, item.InvoicedQuantity, item.RemovedQuantity, item.ReturnedQuantity, item.UnitPrice, orderKey, item.Index);
        }

        foreach (var gone in before.Where(known => after.All(item => item.Index != known.Index)))
        {
            deleteItem.Later(orderKey, gone.Index);
        }
    }

    // A payment that was once on record stays.
    private void WritePayments(long orderKey, ImmutableArray<PaymentFact> before, OrderChange change)
    {
        var after = change.Facts.Payments;
        if (before == after)
        {
            return;
        }

        for (var place = 0; place < after.Length; place++)
        {
            var payment = after[place];
            var owed = OwedKind(change, payment.Id);
            if (before.All(known => known.Id != payment.Id))
            {
                var told = change.Imported?.Payments.FirstOrDefault(described => described.Id == payment.Id);
                insertPayment.Later(
                    place, (int)payment.State, payment.Value, payment.Captured, payment.Refunded, payment.Owed, payment.Claimed, owed, orderKey, payment.Id,
                    told?.TransactionId ?? "", told?.SystemName ?? "", told?.Group ?? "", told?.Installments ?? 0);
            }
            else if (place >= before.Length || before[place] != payment)
            {
                updatePayment.Later(place, (int)payment.State, payment.Value, payment.Captured, payment.Refunded, payment.Owed, payment.Claimed, owed, orderKey,
                    payment.Id);
            }
        }
    }

    private void WriteReservations(long orderKey, ImmutableArray<ReservationFact> before, OrderChange change)
    {
        var after = change.Facts.Reservations;
        if (before == after)
        {
            return;
        }

        for (var place = 0; place < after.Length; place++)
        {
            if (place >= before.Length || before[place] != after[place])
            {
                var kept = after[place];
                var write = before.Any(known => known.Id == kept.Id) ? updateReservation : insertReservation;
                write.Later(
                    place, kept.ItemIndex, kept.WarehouseId, kept.SkuId, (int)kept.State, kept.Reserved, kept.Released, kept.Consumed, Destination(change, kept.Id), orderKey, kept.Id);
            }
        }

        foreach (var gone in before.Where(known => after.All(kept => kept.Id != known.Id)))
        {
            deleteReservation.Later(orderKey, gone.Id);
        }
    }

    // Two things that only the events tell: what kind of debt it is, and where the units went.
    private static int? OwedKind(OrderChange change, string paymentId) =>
        (int?)change.Happenings.Select(happening => happening.Event).OfType<MoneyOwed>().LastOrDefault(owed => owed.PaymentId == paymentId && owed.Kind is not DebtKind.Capture)?.Kind;

    private static int? Destination(OrderChange change, string reservationId) =>
        (int?)change.Happenings.Select(happening => happening.Event).OfType<StockReleased>().SelectMany(released => released.Units)
            .LastOrDefault(units => units.ReservationId == reservationId)?.Destination;

    private void DescribePayments(long orderKey, ImmutableArray<PaymentFact> known, ImportedOrder? document)
    {
        foreach (var payment in document?.Payments.Where(told => known.Any(fact => fact.Id == told.Id)) ?? [])
        {
            describePayment.Later(payment.TransactionId, payment.SystemName, payment.Group, payment.Installments, orderKey, payment.Id);
        }
    }
}
