using System.Collections.Immutable;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Writes the lines, payments and reservations that differ.</summary>
internal sealed class PartsWriter(SqlStatements statements)
{
    private readonly SqlStatement insertItem = statements.Add(SqlStatement.Insert(
        "OrderItems", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice", "OrderKey", "ItemIndex"));

    private readonly SqlStatement updateItem = statements.Add(SqlStatement.Update(
        "OrderItems", ["SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "ReturnedQuantity", "UnitPrice"], "OrderKey", "ItemIndex"));

    private readonly SqlStatement deleteItem = statements.Add("""DELETE FROM "OrderItems" WHERE "OrderKey" = @OrderKey AND "ItemIndex" = @ItemIndex""");

    private readonly SqlStatement insertPayment = statements.Add(SqlStatement.Insert(
        "Payments", "Place", "State", "Value", "Captured", "Refunded", "Owed", "OwedKind", "OrderKey", "PaymentId", "TransactionId", "SystemName", "PaymentGroup", "Installments"));

    private readonly SqlStatement updatePayment = statements.Add(SqlStatement.Update(
        "Payments", ["Place", "State", "Value", "Captured", "Refunded", "Owed"], "OrderKey", "PaymentId"));

    private readonly SqlStatement owe = statements.Add(SqlStatement.Update("Payments", ["OwedKind"], "OrderKey", "PaymentId"));

    private readonly SqlStatement describePayment = statements.Add(SqlStatement.Update(
        "Payments", ["TransactionId", "SystemName", "PaymentGroup", "Installments"], "OrderKey", "PaymentId"));

    private readonly SqlStatement insertReservation = statements.Add(SqlStatement.Insert(
        "Reservations", "Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed", "OrderKey", "ReservationId"));

    private readonly SqlStatement updateReservation = statements.Add(SqlStatement.Update(
        "Reservations", ["Place", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed"], "OrderKey", "ReservationId"));

    private readonly SqlStatement deleteReservation = statements.Add(
        """DELETE FROM "Reservations" WHERE "OrderKey" = @OrderKey AND "ReservationId" = @ReservationId""");

    private readonly SqlStatement send = statements.Add(SqlStatement.Update("Reservations", ["Destination"], "OrderKey", "ReservationId"));

    public void Write(long orderKey, OrderChange change)
    {
        var before = change.Before?.Facts;
        WriteItems(orderKey, before?.Items ?? [], change.Facts.Items);
        WritePayments(orderKey, before?.Payments ?? [], change.Facts.Payments);
        WriteReservations(orderKey, before?.Reservations ?? [], change.Facts.Reservations);
        foreach (var happening in change.Happenings)
        {
            WriteWhatTheFactsDoNotHold(orderKey, happening.Event);
        }
    }

    private void WriteItems(long orderKey, ImmutableArray<ItemFact> before, ImmutableArray<ItemFact> after)
    {
        if (before == after)
        {
            return;
        }

        foreach (var item in after.Where(item => !before.Contains(item)))
        {
            var statement = before.Any(known => known.Index == item.Index) ? updateItem : insertItem;
            statement.Run(
                item.SkuId, item.Name, item.Quantity, item.InvoicedQuantity, item.RemovedQuantity, item.ReturnedQuantity, item.UnitPrice, orderKey, item.Index);
        }

        foreach (var gone in before.Where(known => after.All(item => item.Index != known.Index)))
        {
            deleteItem.Run(orderKey, gone.Index);
        }
    }

    // A payment that was once on record stays.
    private void WritePayments(long orderKey, ImmutableArray<PaymentFact> before, ImmutableArray<PaymentFact> after)
    {
        if (before == after)
        {
            return;
        }

        for (var place = 0; place < after.Length; place++)
        {
            var payment = after[place];
            if (before.All(known => known.Id != payment.Id))
            {
                insertPayment.Run(
                    place, (int)payment.State, payment.Value, payment.Captured, payment.Refunded, payment.Owed, null, orderKey, payment.Id, "", "", "", 0);
            }
            else if (place >= before.Length || before[place] != payment)
            {
                updatePayment.Run(place, (int)payment.State, payment.Value, payment.Captured, payment.Refunded, payment.Owed, orderKey, payment.Id);
            }
        }
    }

    private void WriteReservations(long orderKey, ImmutableArray<ReservationFact> before, ImmutableArray<ReservationFact> after)
    {
        if (before == after)
        {
            return;
        }

        for (var place = 0; place < after.Length; place++)
        {
            if (place >= before.Length || before[place] != after[place])
            {
                var kept = after[place];
                var statement = before.Any(known => known.Id == kept.Id) ? updateReservation : insertReservation;
                statement.Run(
                    place, kept.ItemIndex, kept.WarehouseId, kept.SkuId, (int)kept.State, kept.Reserved, kept.Released, kept.Consumed, orderKey, kept.Id);
            }
        }

        foreach (var gone in before.Where(known => after.All(kept => kept.Id != known.Id)))
        {
            deleteReservation.Run(orderKey, gone.Id);
        }
    }

    private void WriteWhatTheFactsDoNotHold(long orderKey, OrderEvent happened)
    {
        switch (happened)
        {
            case MoneyOwed owed:
                owe.Run((int)owed.Kind, orderKey, owed.PaymentId);
                break;
            case StockReleased released:
                foreach (var units in released.Units)
                {
                    send.Run((int)units.Destination, orderKey, units.ReservationId);
                }

                break;
            default:
                DescribePayments(orderKey, OrderChange.DocumentOf(happened));
                break;
        }
    }

    private void DescribePayments(long orderKey, ImportedOrder? document)
    {
        foreach (var payment in document?.Payments ?? [])
        {
            describePayment.Run(payment.TransactionId, payment.SystemName, payment.Group, payment.Installments, orderKey, payment.Id);
        }
    }
}
