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

    /// <summary>What is not owed yet of an order that is canceled: money that a document told of later. Who canceled it elsewhere sees to its payments.</summary>
    /// <param name="canceledBy">Who did; null: it is not canceled.</param>
    public static IEnumerable<MoneyOwed> OwedAfterCancellation(string? canceledBy, ImmutableArray<PaymentFact> payments) =>
        canceledBy is null or ImportRules.Importer ? [] : payments.SelectMany(OwedOnCancel);

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
        foreach (var part in facts.Payments.SelectMany(GivenBack))
        {
            var owed = part with { Amount = Math.Min(amount, part.Amount) };
            if (owed.Amount > 0)
            {
                amount -= owed.Amount;
                yield return owed;
            }
        }
    }

    /// <summary>
    /// What an invoice of this value captures of what is authorized, beside what is captured already; less where less is authorized. Where somebody else captures it
    /// counts as captured.
    /// </summary>
    public static IEnumerable<OrderEvent> Capture(OrderFacts facts, long amount, Policy policy)
    {
        var invoiced = facts with { InvoicedValue = facts.InvoicedValue + amount, OutputInvoices = facts.OutputInvoices + 1 };
        return policy.CapturesWhenInvoiced
            ? Spread(facts.Payments, Math.Min(amount, Uncaptured(invoiced))).Select(part => new MoneyOwed(part.PaymentId, DebtKind.Capture, part.Amount))
            : CapturedElsewhere(invoiced, policy);
    }

    /// <summary>What is invoiced and has not come back, and no payment has it or is claimed for it; below 0 where more is kept.</summary>
    public static long Uncaptured(OrderFacts facts) => facts.InvoicedValue - facts.ReturnedValue - Kept(facts);

    /// <summary>What is captured, or about to be, beyond what the order still costs: at most what was removed or has come back, and all where it is canceled.</summary>
    public static IEnumerable<OrderEvent> RefundOfExcess(OrderFacts facts)
    {
        var (kept, less) = (Kept(facts), facts.ReturnedValue + Removed(facts));
        return Refund(facts, facts.Stage is Stage.Canceled ? kept : Math.Min(less, kept - (facts.Value - facts.ReturnedValue)));
    }

    /// <summary>
    /// What somebody else has captured by now, for the invoices say so, and does not count yet. The last invoice captures all that was paid, interest among it, but
    /// nothing for what was removed.
    /// </summary>
    public static ImmutableArray<OrderEvent> CapturedElsewhere(OrderFacts facts, Policy policy)
    {
        var paid = facts.Payments.Where(HasCome).Sum(payment => payment.Value) - Removed(facts);
        var captured = facts.IsCoveredByInvoices ? Math.Max(facts.InvoicedValue, paid) : facts.InvoicedValue;
        var missing = policy.CapturesWhenInvoiced ? 0 : captured - facts.Payments.Sum(payment => payment.Captured + payment.Claimed);
        return Counted([.. Spread(facts.Payments, missing)]);
    }

    /// <summary>What has arrived with the approval of these payments, and what of it goes back: all, where the order was canceled before; what was removed before, else.</summary>
    public static ImmutableArray<OrderEvent> ArrivedWith(OrderFacts facts, ImmutableArray<PaymentFact> approved)
    {
        var names = approved.Select(payment => payment.Id).ToImmutableArray();
        ImmutableArray<CountedCapture> arrived = [.. approved.Where(payment => payment.SettlesAtOnce).Select(payment => new CountedCapture(payment.Id, payment.Value))];
        var after = arrived.Aggregate(Parts.Approve(facts.Payments, names), Parts.Count);
        return
        [
            .. Counted(arrived),
            .. facts.Stage is Stage.Canceled
                ? after.Where(payment => names.Contains(payment.Id, StringComparer.Ordinal)).SelectMany(OwedOnCancel)
                : RefundOfExcess(facts with { Payments = after }),
        ];
    }

    /// <summary>The held units of removed lines become free; what nobody has touched goes first.</summary>
    public static IEnumerable<OrderEvent> FreedByRemoval(OrderFacts facts, ImmutableArray<ItemQuantity> removed)
    {
        var held = facts.Reservations.ToDictionary(reservation => reservation.Id, reservation => reservation.Held, StringComparer.Ordinal);
        var freed = removed.SelectMany(line => Free(facts, line, held)).ToImmutableArray();
        return freed.IsEmpty ? [] : [new StockReleased(freed)];
    }

    private static ImmutableArray<OrderEvent> Counted(ImmutableArray<CountedCapture> captures) => captures.IsEmpty ? [] : [new CapturesCounted(captures)];

    private static IEnumerable<CountedCapture> Spread(ImmutableArray<PaymentFact> payments, long amount)
    {
        foreach (var payment in payments)
        {
            var part = Math.Min(amount, payment.Capturable);
            if (part > 0)
            {
                amount -= part;
                yield return new(payment.Id, part);
            }
        }
    }

    private static long Kept(OrderFacts facts) => facts.Payments.SelectMany(GivenBack).Sum(part => part.Amount);

    private static long Removed(OrderFacts facts) => facts.Items.Sum(item => item.RemovedQuantity * item.UnitPrice);

    private static bool HasCome(PaymentFact? payment) => payment?.State is PaymentState.Authorized or PaymentState.Capturing or PaymentState.Captured;

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

    private static IEnumerable<MoneyOwed> OwedOnCancel(PaymentFact payment) => payment.State switch
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
