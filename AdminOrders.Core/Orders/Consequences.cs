using System.Collections.Immutable;

namespace AdminOrders.Core.Orders;

/// <summary>What a move owes: stock that becomes free, money that goes back.</summary>
internal static class Consequences
{
    /// <summary>The cancellation itself, then the stock it frees, then what is owed on each payment.</summary>
    /// <param name="by">The side of who cancels: an external seller is not told what it did itself.</param>
    public static ImmutableArray<OrderEvent> Cancel(OrderFacts facts, OrderCanceled canceled, Side by, StockDestination acknowledged = StockDestination.OnSale) =>
    [
        canceled with { To = Status.Canceled, TellsSeller = IsNewsToSeller(facts, by) && !IsToldElsewhere(canceled.Cause) },
        .. FreedStock(facts, acknowledged),
        .. facts.Payments.SelectMany(OwedOnCancel),
    ];

    /// <summary>Whether an external seller has the order and somebody else did something about it.</summary>
    public static bool IsNewsToSeller(OrderFacts facts, Side by) => facts.IsExternalSeller && by is not Side.Seller && facts.Stage is not Stage.Incomplete;

    /// <summary>What is owed when a payment turns out to be approved after the order was canceled.</summary>
    public static IEnumerable<OrderEvent> PaidAfterCancellation(IEnumerable<PaymentFact> approved) =>
        approved.SelectMany(payment => OwedOnCancel(payment with { State = PaymentState.Authorized }));

    /// <summary>What is owed in place of a void that came too late: as much, of what is captured and not given back.</summary>
    public static IEnumerable<OrderEvent> RefundInstead(OrderFacts facts, MoneyOwed instead)
    {
        var payment = Parts.FindCaptured(facts.Payments, instead).First(payment => payment.Id == instead.PaymentId);
        var amount = Math.Min(instead.Amount, payment.Refundable);
        return amount > 0 ? [new MoneyOwed(payment.Id, DebtKind.Refund, amount)] : [];
    }

    /// <summary>A refund of this amount, spread over what is captured or is being captured and not given back; less where less is captured.</summary>
    public static IEnumerable<OrderEvent> Refund(OrderFacts facts, long amount)
    {
        foreach (var part in facts.Payments.SelectMany(payment => GivenBack(payment)))
        {
            var owed = part with { Amount = Math.Min(amount, part.Amount) };
            if (owed.Amount > 0)
            {
                amount -= owed.Amount;
                yield return owed;
            }
        }
    }

    /// <summary>What an invoice of this value captures, spread over what is authorized; less where less is.</summary>
    public static IEnumerable<OrderEvent> Capture(OrderFacts facts, long amount, Policy policy)
    {
        foreach (var payment in policy.CapturesWhenInvoiced ? facts.Payments : [])
        {
            var part = Math.Min(amount, payment.Capturable);
            if (part > 0)
            {
                amount -= part;
                yield return new MoneyOwed(payment.Id, DebtKind.Capture, part);
            }
        }
    }

    /// <summary>What was captured beyond the order's new value, at most the value of what was removed.</summary>
    public static IEnumerable<OrderEvent> RefundOfRemoved(OrderFacts facts, long newValue)
    {
        var kept = facts.Payments.Where(payment => payment.State is PaymentState.Captured).Sum(payment => payment.Refundable);
        return Refund(facts, Math.Min(facts.Value - newValue, kept - newValue));
    }

    /// <summary>The held units of removed lines become free; what nobody has touched goes first.</summary>
    public static IEnumerable<OrderEvent> FreedByRemoval(OrderFacts facts, ImmutableArray<ItemQuantity> removed)
    {
        var held = facts.Reservations.ToDictionary(reservation => reservation.Id, reservation => reservation.Held, StringComparer.Ordinal);
        var freed = removed.SelectMany(line => Free(facts, line, held)).ToImmutableArray();
        return freed.IsEmpty ? [] : [new StockReleased(freed)];
    }

    // Where it was canceled the seller was told, or the order never began.
    private static bool IsToldElsewhere(CancellationCause cause) => cause is CancellationCause.Imported or CancellationCause.ChannelEarlier;

    private static IEnumerable<ReleasedUnits> Free(OrderFacts facts, ItemQuantity line, Dictionary<string, int> held)
    {
        var wanted = line.Quantity;
        foreach (var reservation in facts.Reservations.Where(reservation => reservation.ItemIndex == line.ItemIndex).OrderBy(reservation => reservation.State))
        {
            var units = Math.Min(wanted, held[reservation.Id]);
            if (units > 0)
            {
                wanted -= units;
                held[reservation.Id] -= units;
                yield return Released(reservation, units, StockDestination.OnSale);
            }
        }
    }

    private static IEnumerable<OrderEvent> FreedStock(OrderFacts facts, StockDestination acknowledged)
    {
        var freed = facts.Reservations
            .Where(reservation => reservation.Held > 0)
            .Select(reservation => Released(reservation, reservation.Held, acknowledged))
            .ToImmutableArray();
        return freed.IsEmpty ? [] : [new StockReleased(freed)];
    }

    private static ReleasedUnits Released(ReservationFact reservation, int units, StockDestination acknowledged)
    {
        var taken = reservation.State is ReservationState.Acknowledged;
        return new(reservation.Id, reservation.WarehouseId, reservation.SkuId, units, taken, taken ? acknowledged : StockDestination.OnSale);
    }

    private static IEnumerable<OrderEvent> OwedOnCancel(PaymentFact payment) => payment.State switch
    {
        PaymentState.Pending or PaymentState.Voided or PaymentState.Denied => [],
        PaymentState.Authorized => payment.Value > payment.Owed ? [new MoneyOwed(payment.Id, DebtKind.Void, payment.Value - payment.Owed)] : [],
        PaymentState.Capturing or PaymentState.Captured => GivenBack(payment).Where(part => part.Amount > 0),
    };

    // What is captured, and what will be when the provider has answered: all of it, where somebody else captures.
    private static IEnumerable<MoneyOwed> GivenBack(PaymentFact payment)
    {
        if (payment.State is PaymentState.Captured or PaymentState.Capturing)
        {
            yield return new(payment.Id, DebtKind.Refund, payment.Refundable);
        }

        if (payment.State is PaymentState.Capturing)
        {
            var captured = payment.Claimed > 0 ? payment.Captured + payment.Claimed : payment.Value;
            yield return new(payment.Id, DebtKind.RefundWhenCaptured, captured - payment.Refunded - payment.Owed - payment.Refundable);
        }
    }
}
