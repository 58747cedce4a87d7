using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>Invoices, lines, reservations and payments: each in itself, and against what the history did to them.</summary>
internal static class PartsCheck
{
    public static IEnumerable<Finding> Of(VerifiedOrder order, OrderFold? fold)
    {
        IEnumerable<OrderEvent> events = fold is null ? [] : fold.Events.Select(traced => traced.Event);
        return [.. InvoiceSums(order), .. Units(order), .. GivenBack(order), .. fold is null ? [] : Done(order, fold, [.. events])];
    }

    private static IEnumerable<Finding> Done(VerifiedOrder order, OrderFold fold, OrderEvent[] events) =>
        [.. InvoiceRows(order, events), .. Removed(order, events), .. Released(order, events), .. Owed(order, fold), .. Returned(order, fold), .. Kept(order, events)];

    private static IEnumerable<Finding> InvoiceSums(VerifiedOrder order)
    {
        var row = order.Row;
        var expected = (CountOf(InvoiceType.Output), SumOf(InvoiceType.Output), CountOf(InvoiceType.Input), SumOf(InvoiceType.Input));
        var found = (row.OutputInvoices, row.InvoicedValue, row.InputInvoices, row.ReturnedValue);
        if (expected != found)
        {
            yield return order.Broken(Invariant.InvoiceSums, expected, found);
        }

        int CountOf(InvoiceType type) => order.Invoices.Count(invoice => invoice.Type == type);
        long SumOf(InvoiceType type) => order.Invoices.Where(invoice => invoice.Type == type).Sum(invoice => invoice.Value);
    }

    private static IEnumerable<Finding> Units(VerifiedOrder order)
    {
        foreach (var item in order.Items.Where(item => item.InvoicedQuantity + item.RemovedQuantity > item.Quantity))
        {
            yield return order.Broken(Invariant.ItemUnits, $"OrderItems {item.ItemIndex}", $"<= {item.Quantity}", item.InvoicedQuantity + item.RemovedQuantity);
        }

        foreach (var kept in order.Reservations)
        {
            var gone = kept.Released + kept.Consumed;
            if (gone > kept.Reserved || (kept.State is ReservationState.Closed && gone != kept.Reserved))
            {
                yield return order.Broken(Invariant.ReservationUnits, $"Reservations {kept.ReservationId}", kept.Reserved, gone);
            }
        }
    }

    private static IEnumerable<Finding> GivenBack(VerifiedOrder order)
    {
        foreach (var payment in order.Payments)
        {
            var most = Math.Max(payment.Value, payment.Captured);
            if (payment.Refunded + payment.Owed > most)
            {
                yield return order.Broken(Invariant.MoneyGivenBack, $"Payments {payment.PaymentId}", $"<= {most}", payment.Refunded + payment.Owed);
            }
        }
    }

    // An order that came in canceled was canceled elsewhere.
    private static IEnumerable<Finding> Kept(VerifiedOrder order, OrderEvent[] events) => Consequences
        .OwedAfterCancellation(Array.Exists(events, happened => happened is OrderCanceled) ? order.Row.CanceledById : null, order.Facts().Payments)
        .Select(left => order.Broken(Invariant.MoneyKept, $"Payments {left.PaymentId}", 0, left.Amount));

    private static IEnumerable<Finding> InvoiceRows(VerifiedOrder order, OrderEvent[] events)
    {
        foreach (var (type, data) in events.Select(Recorded).OfType<(InvoiceType, InvoiceData)>())
        {
            var name = $"Invoices {type} {data.Number}";
            if (order.Invoices.FirstOrDefault(invoice => invoice.Type == type && invoice.Number == data.Number) is not { } row || row.Value != data.Value)
            {
                yield return order.Broken(Invariant.InvoiceRows, name, data.Value, null);
                continue;
            }

            var expected = data.Items.GroupBy(line => line.ItemIndex).Select(line => (line.Key, line.Sum(units => units.Quantity))).Order();
            var found = order.InvoiceLines.Where(line => line.InvoiceId == row.Id).Select(line => (line.ItemIndex, line.Quantity)).Order();
            if (!expected.SequenceEqual(found))
            {
                yield return order.Broken(Invariant.InvoiceRows, name, expected.Select(line => line.ToString()), found.Select(line => line.ToString()));
            }
        }
    }

    private static (InvoiceType Type, InvoiceData Data)? Recorded(OrderEvent happened) => happened switch
    {
        InvoiceRecorded recorded => (InvoiceType.Output, recorded.Data),
        ReturnInvoiceRecorded recorded => (InvoiceType.Input, recorded.Data),
        _ => null,
    };

    // A document never removes units; after a removal it leaves the lines alone.
    private static IEnumerable<Finding> Removed(VerifiedOrder order, OrderEvent[] events)
    {
        var removed = events.OfType<ItemsChanged>().SelectMany(changed => changed.Removed).GroupBy(line => line.ItemIndex)
            .ToDictionary(line => line.Key, line => line.Sum(units => units.Quantity));
        foreach (var item in order.Items.Where(item => item.RemovedQuantity != removed.GetValueOrDefault(item.ItemIndex)))
        {
            yield return order.Broken(Invariant.ItemUnits, $"OrderItems {item.ItemIndex}", removed.GetValueOrDefault(item.ItemIndex), item.RemovedQuantity);
        }
    }

    private static IEnumerable<Finding> Released(VerifiedOrder order, OrderEvent[] events)
    {
        foreach (var units in events.OfType<StockReleased>().SelectMany(released => released.Units).GroupBy(units => units.ReservationId, StringComparer.Ordinal))
        {
            var (expected, found) = (units.Sum(part => part.Quantity), order.Reservations.FirstOrDefault(kept => kept.ReservationId == units.Key)?.Released);
            if (found is null || found < expected)
            {
                yield return order.Broken(Invariant.StockReleased, $"Reservations {units.Key}", expected, found);
            }
        }
    }

    // The debts of a return stand behind it. They are its value; less only where nothing captured is left to give back.
    private static IEnumerable<Finding> Returned(VerifiedOrder order, OrderFold fold)
    {
        for (var at = 0; at < fold.Steps.Count; at++)
        {
            if (fold.Steps[at].Traced is not { Event: ReturnInvoiceRecorded { Data.Value: var value } } returned)
            {
                continue;
            }

            var debts = fold.Steps.Skip(at + 1).TakeWhile(step => step.Traced.Event is MoneyOwed { Kind: DebtKind.Refund or DebtKind.RefundWhenCaptured }).ToArray();
            var owed = debts.Sum(step => ((MoneyOwed)step.Traced.Event).Amount);
            var left = fold.Steps[at + debts.Length].After.Payments.Where(payment => payment.State is PaymentState.Captured).Sum(payment => payment.Refundable);
            if (owed > value || (owed < value && left > 0))
            {
                yield return order.Broken(Invariant.ReturnRefunded, returned.Name, Math.Min(value, owed + left), owed);
            }
        }
    }

    // What is owed on a payment is what events owed and neither a provider nor a person has settled.
    private static IEnumerable<Finding> Owed(VerifiedOrder order, OrderFold fold)
    {
        var open = order.Deliveries.Where(delivery => delivery is { Consumer: Consumers.Payment, State: DeliveryState.Owed or DeliveryState.Failed })
            .Select(delivery => delivery.HistoryId).ToHashSet(StringComparer.Ordinal);
        var debts = fold.Events.Where(traced => open.Contains(traced.Row.HistoryId)).Select(traced => traced.Event).OfType<MoneyOwed>().Where(debt => debt.Kind is not DebtKind.Capture)
            .ToLookup(debt => debt.PaymentId, debt => debt.Amount, StringComparer.Ordinal);
        foreach (var payment in order.Payments)
        {
            var expected = debts[payment.PaymentId].Sum();
            if (payment.Owed != expected)
            {
                yield return order.Broken(Invariant.MoneyOwed, $"Payments {payment.PaymentId}", expected, payment.Owed);
            }
        }
    }
}
