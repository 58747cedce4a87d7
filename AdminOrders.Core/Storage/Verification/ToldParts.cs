using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>Lines, payments and reservations as the document told them and the history has left them.</summary>
internal static class ToldParts
{
    public static IEnumerable<Finding> Items(VerifiedOrder order, OrderFacts facts) => ToldCheck.Rows(
        order, "OrderItems", facts.Items, item => item.Index, order.Items, row => row.ItemIndex, (item, row) =>
        [
            .. Ordered(item, row), ("InvoicedQuantity", item.InvoicedQuantity, row.InvoicedQuantity), ("RemovedQuantity", item.RemovedQuantity, row.RemovedQuantity),
            ("ReturnedQuantity", item.ReturnedQuantity, row.ReturnedQuantity),
        ]);

    /// <summary>The lines without what happened to them.</summary>
    public static IEnumerable<Finding> ItemsAsOrdered(VerifiedOrder order, OrderFacts told) =>
        ToldCheck.Rows(order, "OrderItems", told.Items, item => item.Index, order.Items, row => row.ItemIndex, Ordered);

    public static IEnumerable<Finding> Payments(VerifiedOrder order, OrderFold fold, ImportedOrder told)
    {
        var places = fold.Facts.Payments.Select((payment, place) => (payment.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
        var names = told.Payments.ToDictionary(payment => payment.Id, StringComparer.Ordinal);
        var kinds = fold.Events.Select(traced => traced.Event).OfType<MoneyOwed>().Where(owed => owed.Kind is not DebtKind.Capture).GroupBy(owed => owed.PaymentId, StringComparer.Ordinal)
            .ToDictionary(owed => owed.Key, owed => owed.Last().Kind, StringComparer.Ordinal);
        return ToldCheck.Rows(order, "Payments", fold.Facts.Payments, payment => payment.Id, order.Payments, row => row.PaymentId, (payment, row) =>
        [
            ("Place", places[payment.Id], row.Place), ("State", payment.State, row.State), ("Value", payment.Value, row.Value),
            ("Captured", payment.Captured, row.Captured), ("Refunded", payment.Refunded, row.Refunded), ("Owed", payment.Owed, row.Owed), ("Claimed", payment.Claimed, row.Claimed),
            ("OwedKind", kinds.TryGetValue(payment.Id, out var kind) ? kind : null, row.OwedKind),
            ("TransactionId", names[payment.Id].TransactionId, row.TransactionId), ("SystemName", names[payment.Id].SystemName, row.SystemName),
            ("PaymentGroup", names[payment.Id].Group, row.PaymentGroup), ("Installments", names[payment.Id].Installments, row.Installments),
        ]);
    }

    /// <summary>Each payment that the document told is there, with its value (or what was owed back of it, if that is more), and has gone as far at least.</summary>
    public static IEnumerable<Finding> PaymentsAtLeast(VerifiedOrder order, OrderFold fold, OrderFacts told)
    {
        var owed = fold.Events.Select(traced => traced.Event).OfType<MoneyOwed>().Where(debt => debt.Kind is not DebtKind.Capture).ToLookup(debt => debt.PaymentId, debt => debt.Amount, StringComparer.Ordinal);
        var ids = told.Payments.Select(payment => payment.Id).ToHashSet(StringComparer.Ordinal);
        return ToldCheck.Rows(
            order, "Payments", told.Payments, payment => payment.Id, order.Payments.Where(row => ids.Contains(row.PaymentId)), row => row.PaymentId, (payment, row) =>
            [
                ("Value", Math.Max(payment.Value, Math.Min(row.Value, payment.Refunded + owed[payment.Id].Sum())), row.Value), ("Captured", Math.Max(payment.Captured, row.Captured), row.Captured),
                ("Refunded", Math.Max(payment.Refunded, row.Refunded), row.Refunded),
            ]);
    }

    public static IEnumerable<Finding> Reservations(VerifiedOrder order, OrderFold fold)
    {
        var places = fold.Facts.Reservations.Select((kept, place) => (kept.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place, StringComparer.Ordinal);
        var destinations = fold.Events.Select(traced => traced.Event).OfType<StockReleased>().SelectMany(released => released.Units)
            .GroupBy(units => units.ReservationId, StringComparer.Ordinal).ToDictionary(units => units.Key, units => (StockDestination?)units.Last().Destination, StringComparer.Ordinal);
        return ToldCheck.Rows(order, "Reservations", fold.Facts.Reservations, kept => kept.Id, order.Reservations, row => row.ReservationId, (kept, row) =>
        [
            ("Place", places[kept.Id], row.Place), ("ItemIndex", kept.ItemIndex, row.ItemIndex), ("WarehouseId", kept.WarehouseId, row.WarehouseId),
            ("SkuId", kept.SkuId, row.SkuId), ("State", kept.State, row.State), ("Reserved", kept.Reserved, row.Reserved), ("Released", kept.Released, row.Released),
            ("Consumed", kept.Consumed, row.Consumed), ("Destination", destinations.GetValueOrDefault(kept.Id), row.Destination),
        ]);
    }

    private static IEnumerable<(string, object?, object?)> Ordered(ItemFact item, OrderItemRow row) =>
    [
        ("SkuId", item.SkuId, row.SkuId), ("Name", item.Name, row.Name), ("Quantity", item.Quantity, row.Quantity), ("UnitPrice", item.UnitPrice, row.UnitPrice),
    ];
}
