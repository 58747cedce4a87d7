using System.Collections.Immutable;

namespace AdminOrders.Core.Orders;

/// <summary>What events make of lines, reservations and payments.</summary>
internal static class Parts
{
    /// <summary>An order that is wholly invoiced has no open unit.</summary>
    public static ImmutableArray<ItemFact> OnEntering(string status, ImmutableArray<ItemFact> items) =>
        status == Status.Invoiced ? [.. items.Select(item => item with { InvoicedQuantity = item.InvoicedQuantity + item.Open })] : items;

    /// <summary>Handling takes what is held, the full invoice uses it up.</summary>
    public static ImmutableArray<ReservationFact> OnEntering(string status, ImmutableArray<ReservationFact> reservations) => Stages.Of(status) switch
    {
        Stage.Handling => [.. reservations.Select(reservation => reservation.Held > 0 ? reservation with { State = ReservationState.Acknowledged } : reservation)],
        Stage.Invoiced => [.. reservations.Select(reservation => Settled(reservation with { Consumed = reservation.Consumed + reservation.Held }))],
        Stage.Incomplete or Stage.Moving or Stage.Open or Stage.Window or Stage.Ready or Stage.Requested or Stage.Canceled or Stage.Replaced
            or Stage.Unknown => reservations,
    };

    public static ImmutableArray<ReservationFact> Reserve(ImmutableArray<ReservationFact> reservations, ImmutableArray<ReservedUnits> reserved) =>
    [
        .. reservations,
        .. reserved.Select(units => new ReservationFact(units.ReservationId, units.ItemIndex, units.WarehouseId, units.SkuId, units.State, units.Quantity, 0, 0)),
    ];

    public static ImmutableArray<ReservationFact> Confirm(ImmutableArray<ReservationFact> reservations) =>
    [
        .. reservations.Select(reservation =>
            reservation.State is ReservationState.Authorized ? reservation with { State = ReservationState.Confirmed } : reservation),
    ];

    public static ImmutableArray<ReservationFact> Release(ImmutableArray<ReservationFact> reservations, StockReleased released) =>
    [
        .. reservations.Select(reservation =>
        {
            var units = released.Units.Where(units => units.ReservationId == reservation.Id).Sum(units => units.Quantity);
            return units == 0 ? reservation : Settled(reservation with { Released = reservation.Released + units });
        }),
    ];

    public static ImmutableArray<ReservationFact> CloseEmpty(ImmutableArray<ReservationFact> reservations) => [.. reservations.Select(Settled)];

    /// <summary>Invoiced units leave the reservations of their line in the order in which these stand.</summary>
    public static ImmutableArray<ReservationFact> Consume(ImmutableArray<ReservationFact> reservations, ImmutableArray<ItemQuantity> invoiced)
    {
        var left = Sums(invoiced);
        var after = ImmutableArray.CreateBuilder<ReservationFact>(reservations.Length);
        foreach (var reservation in reservations)
        {
            var units = Math.Min(left.GetValueOrDefault(reservation.ItemIndex), reservation.Held);
            after.Add(units == 0 ? reservation : Settled(reservation with { Consumed = reservation.Consumed + units }));
            left[reservation.ItemIndex] = left.GetValueOrDefault(reservation.ItemIndex) - units;
        }

        return after.MoveToImmutable();
    }

    public static ImmutableArray<ItemFact> Invoice(ImmutableArray<ItemFact> items, ImmutableArray<ItemQuantity> invoiced)
    {
        var sums = Sums(invoiced);
        return [.. items.Select(item => item with { InvoicedQuantity = item.InvoicedQuantity + sums.GetValueOrDefault(item.Index) })];
    }

    public static ImmutableArray<ItemFact> Return(ImmutableArray<ItemFact> items, ImmutableArray<ItemQuantity> returned)
    {
        var sums = Sums(returned);
        return [.. items.Select(item => item with { ReturnedQuantity = item.ReturnedQuantity + sums.GetValueOrDefault(item.Index) })];
    }

    public static ImmutableArray<ItemFact> Remove(ImmutableArray<ItemFact> items, ImmutableArray<ItemQuantity> removed)
    {
        var sums = Sums(removed);
        return [.. items.Select(item => item with { RemovedQuantity = item.RemovedQuantity + sums.GetValueOrDefault(item.Index) })];
    }

    /// <summary>A capture claims the payment; all else is owed back.</summary>
    public static ImmutableArray<PaymentFact> Owe(ImmutableArray<PaymentFact> payments, MoneyOwed owed) => Change(payments, owed, payment =>
        owed.Kind is DebtKind.Capture ? payment with { State = PaymentState.Capturing, Claimed = payment.Claimed + owed.Amount } : payment with { Owed = payment.Owed + owed.Amount });

    /// <summary>What was claimed is captured, of what is authorized at most.</summary>
    public static ImmutableArray<PaymentFact> Capture(ImmutableArray<PaymentFact> payments, MoneyOwed claim, bool wasClaimed) => Change(payments, claim, payment =>
    {
        var captured = Math.Max(payment.Captured, Math.Min(payment.Value, payment.Captured + claim.Amount));
        var claimed = wasClaimed ? Math.Max(0, payment.Claimed - claim.Amount) : payment.Claimed;
        return payment with { State = claimed > 0 ? PaymentState.Capturing : PaymentState.Captured, Captured = captured, Claimed = claimed };
    });

    /// <summary>So much counts as captured though nobody claimed it.</summary>
    public static ImmutableArray<PaymentFact> Count(ImmutableArray<PaymentFact> payments, CountedCapture capture) =>
        Capture(payments, new MoneyOwed(capture.PaymentId, DebtKind.Capture, capture.Amount), wasClaimed: false);

    /// <summary>The capture does not claim the payment any more.</summary>
    public static ImmutableArray<PaymentFact> LetGo(ImmutableArray<PaymentFact> payments, MoneyOwed claim) => Change(payments, claim, payment =>
    {
        var claimed = Math.Max(0, payment.Claimed - claim.Amount);
        return payment with { Claimed = claimed, State = claimed == 0 && payment.State is PaymentState.Capturing ? Before(payment) : payment.State };
    });

    private static PaymentState Before(PaymentFact payment) => payment.Captured > 0 ? PaymentState.Captured : PaymentState.Authorized;

    private static ImmutableArray<PaymentFact> Change(ImmutableArray<PaymentFact> payments, MoneyOwed debt, Func<PaymentFact, PaymentFact> change) =>
        [.. payments.Select(payment => payment.Id == debt.PaymentId ? change(payment) : payment)];

    /// <summary>What was owed back has been given back, or what was authorized is void.</summary>
    public static ImmutableArray<PaymentFact> Settle(ImmutableArray<PaymentFact> payments, MoneyOwed settled) =>
        Change(payments, settled, payment => Settle(payment, settled));

    /// <summary>So much is not owed back any more, and did not move.</summary>
    public static ImmutableArray<PaymentFact> Drop(ImmutableArray<PaymentFact> payments, MoneyOwed dropped) =>
        Change(payments, dropped, payment => payment with { Owed = Math.Max(0, payment.Owed - dropped.Amount) });

    /// <summary>A payment that was to be void is captured, and not owed as that any more.</summary>
    public static ImmutableArray<PaymentFact> FindCaptured(ImmutableArray<PaymentFact> payments, MoneyOwed instead) => Change(payments, instead, payment =>
        payment with { State = PaymentState.Captured, Captured = Math.Max(payment.Captured, payment.Value), Owed = Math.Max(0, payment.Owed - instead.Amount) });

    private static PaymentFact Settle(PaymentFact payment, MoneyOwed settled)
    {
        var left = payment with { Owed = Math.Max(0, payment.Owed - settled.Amount) };
        return settled.Kind switch
        {
            DebtKind.Void => left with { State = PaymentState.Voided },
            DebtKind.Refund => left with { Refunded = payment.Refunded + settled.Amount },
            DebtKind.RefundWhenCaptured => left with
            {
                State = payment.Claimed > 0 ? PaymentState.Capturing : PaymentState.Captured,
                Captured = Math.Max(payment.Captured, payment.Refunded + settled.Amount),
                Refunded = payment.Refunded + settled.Amount,
            },
            DebtKind.Capture => throw new ArgumentOutOfRangeException(nameof(settled), settled.Kind, "A capture gives nothing back."),
        };
    }

    public static ImmutableArray<PaymentFact> Approve(ImmutableArray<PaymentFact> payments, ImmutableArray<string> approved) =>
        [.. payments.Select(payment => approved.Contains(payment.Id, StringComparer.Ordinal) ? payment with { State = PaymentState.Authorized } : payment)];

    private static ReservationFact Settled(ReservationFact reservation) =>
        reservation.Held == 0 ? reservation with { State = ReservationState.Closed } : reservation;

    private static Dictionary<int, int> Sums(ImmutableArray<ItemQuantity> lines) =>
        lines.GroupBy(line => line.ItemIndex).ToDictionary(line => line.Key, line => line.Sum(units => units.Quantity));
}
