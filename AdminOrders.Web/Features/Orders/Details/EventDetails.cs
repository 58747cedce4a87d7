using System.Collections.Immutable;
using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;

namespace AdminOrders.Web.Features.Orders.Details;

/// <summary>What an event says beyond its kind, in one short line of the reader's language.</summary>
internal static class EventDetails
{
    /// <summary>The line; empty where the kind says it all. Free texts are not in it.</summary>
    public static string Of(OrderEvent happened, OrderView order) => happened switch
    {
        CancellationRequested asked => For(asked.RequestedBy, asked.ReasonLabelId, order),
        OrderCanceled canceled => For(canceled.RequestedBy, canceled.ReasonLabelId, order),
        StockReleased released => string.Join(" · ", released.Units.Select(Of)),
        MoneyOwed owed => $"{OrderWords.Of(owed.Kind)} {Money(owed.Amount, order)}",
        InvoiceRecorded invoice => $"{invoice.Data.Number}, {Money(invoice.Data.Value, order)}",
        ReturnInvoiceRecorded invoice => $"{invoice.Data.Number}, {Money(invoice.Data.Value, order)}",
        RequestHandedOver handedOver => $"→ {handedOver.ToName}",
        TrackingAdded tracking => Joined(tracking.Number, tracking.Courier, tracking.TrackingNumber),
        DeliveryRecorded told => Joined(told.Number, told.IsDelivered ? OrderWords.Say(Texts.Order_Delivered, told.DeliveredDate ?? "") : null),
        EffectRetried retried => OrderWords.OfConsumer(EffectId.Parts(retried.EffectId).Consumer),
        EffectDoneByHand { Dropped: { } dropped } => $"{OrderWords.Of(dropped.Kind)} {Money(dropped.Amount, order)}",
        EffectDoneByHand { Settled: { } settled } => $"{OrderWords.Of(settled.Kind)} {Money(settled.Amount, order)}",
        EffectDoneByHand seen when EffectId.AlertOf(seen.EffectId) is { } alert => OrderWords.Of(alert),
        EffectDoneByHand done => OrderWords.OfConsumer(EffectId.Parts(done.EffectId).Consumer),
        MoneyReturned returned => Joined($"{OrderWords.Of(returned.Settled.Kind)} {Money(returned.Settled.Amount, order)}", returned.Reference),
        MoneyCaptured captured => Joined(Money(captured.Claim.Amount, order), captured.Reference),
        CapturesCounted counted => Money(counted.Captures.Sum(capture => capture.Amount), order),
        PaymentFoundCaptured found => $"{OrderWords.Of(found.Instead.Kind)} {Money(found.Instead.Amount, order)}",
        MoneyRefused refused => $"{OrderWords.Of(refused.Debt.Kind)} {Money(refused.Debt.Amount, order)}",
        ItemsChanged changed => $"−{Lines(changed.Removed, order)} → {Money(changed.Value, order)}",
        _ => happened.To is { } status ? StatusText.Label(status) : "",
    };

    /// <summary>Lines of the order with their quantities: 2 × Bay Max L, 1 × Cat food.</summary>
    public static string Lines(ImmutableArray<ItemQuantity> lines, OrderView order) =>
        string.Join(", ", lines.Select(line => $"{line.Quantity} × {NameOf(line.ItemIndex, order)}"));

    private static string Joined(params string?[] parts) => string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part!.Trim()));

    private static string Of(ReleasedUnits units) =>
        $"{units.WarehouseId}: {units.Quantity} × {units.SkuId} → {OrderWords.Of(units.Destination)}";

    private static string For(Side side, int? labelId, OrderView order)
    {
        var reason = OrderWords.Of(new Reason(labelId, null), order.ReasonLabels);
        return labelId is null ? OrderWords.Of(side) : $"{OrderWords.Of(side)}, {reason}";
    }

    private static string NameOf(int index, OrderView order) =>
        order.Facts.Items.FirstOrDefault(item => item.Index == index)?.Name ?? $"#{index + 1}";

    private static string Money(long amount, OrderView order) => MoneyText.Format(amount, order.Facts.Currency, CultureInfo.CurrentCulture);
}
