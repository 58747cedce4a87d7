using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>
/// The order against its stored document. Where it is the only one that came in, everything that it told has to be there as the history since has left
/// it; where it is the last of several, what every document brings, and what none takes away.
/// </summary>
internal static class ToldCheck
{
    private const string Orders = "Orders";

    public static IEnumerable<Finding> Of(VerifiedOrder order, OrderFold fold) => fold.Told is not { } told ? [] :
    [
        .. Columns(order, Orders, Description(order.Row, told.Description)),
        .. Columns(order, Orders, Data(order.Row, told.Facts)),
        .. fold.IsWhole ? Whole(order, fold, told) : AtLeast(order, fold, told),
    ];

    private static IEnumerable<Finding> Whole(VerifiedOrder order, OrderFold fold, ImportedOrder told) =>
    [
        .. Columns(order, Orders, State(order.Row, fold, told)),
        .. ToldParts.Items(order, fold.Facts), .. ToldParts.Payments(order, fold, told), .. ToldParts.Reservations(order, fold), .. ToldInvoices.Of(order, fold, told),
    ];

    // Payments and invoices only get more, lines are the last document's unless units were removed here.
    private static IEnumerable<Finding> AtLeast(VerifiedOrder order, OrderFold fold, ImportedOrder told)
    {
        var isChangedHere = fold.Events.Any(traced => traced.Event is ItemsChanged);
        return
        [
            .. isChangedHere ? [] : Columns(order, Orders, [("Value", told.Facts.Value, order.Row.Value)]),
            .. isChangedHere ? [] : ToldParts.ItemsAsOrdered(order, told.Facts),
            .. told.Facts.IsPaymentRecorded ? Columns(order, Orders, [("IsPaymentRecorded", true, order.Row.IsPaymentRecorded)]) : [],
            .. ToldParts.PaymentsAtLeast(order, fold, told.Facts), .. ToldInvoices.AtLeast(order, told),
        ];
    }

    private static IEnumerable<(string, object?, object?)> Data(OrderRow row, OrderFacts told) =>
    [
        ("Currency", told.Currency, row.Currency), ("SellerId", told.SellerId, row.SellerId), ("SalesChannel", told.SalesChannel, row.SalesChannel),
        ("IsMarketplaceOrder", told.IsMarketplaceOrder, row.IsMarketplaceOrder), ("IsExternalSeller", told.IsExternalSeller, row.IsExternalSeller),
        ("IsFulfilledByChannel", told.IsFulfilledByChannel, row.IsFulfilledByChannel), ("CreatedAt", Ticks.Of(told.CreatedAt), row.CreatedAt),
    ];

    private static IEnumerable<(string, object?, object?)> Description(OrderRow row, OrderDescription told) =>
    [
        ("Sequence", told.Sequence, row.Sequence), ("OrderGroup", told.OrderGroup, row.OrderGroup), ("SellerOrderId", told.SellerOrderId, row.SellerOrderId),
        ("MarketplaceOrderId", told.MarketplaceOrderId, row.MarketplaceOrderId), ("Origin", told.Origin, row.Origin),
        ("AffiliateId", told.AffiliateId, row.AffiliateId), ("SellerName", told.SellerName, row.SellerName), ("ProductCount", told.ProductCount, row.ProductCount),
        ("PaymentNames", told.PaymentNames, row.PaymentNames), ("CustomerName", Mark(told.CustomerName), Mark(row.CustomerName)),
        ("CustomerEmail", Mark(told.CustomerEmail), Mark(row.CustomerEmail)), ("CustomerDocument", Mark(told.CustomerDocument), Mark(row.CustomerDocument)),
    ];

    private static IEnumerable<(string, object?, object?)> State(OrderRow row, OrderFold fold, ImportedOrder told) =>
    [
        ("Value", fold.Facts.Value, row.Value), ("IsPaymentRecorded", fold.Facts.IsPaymentRecorded, row.IsPaymentRecorded),
        ("AuthorizedAt", Ticks.Of(told.Description.AuthorizedAt) ?? FirstAt(fold, happened => happened is PaymentApproved), row.AuthorizedAt),
        ("InvoicedAt", Ticks.Of(told.Description.InvoicedAt) ?? FirstAt(fold, happened => happened.To == Status.Invoiced), row.InvoicedAt),
        ("CanceledBy", Mark(Canceler(fold, told)), Mark(row.CanceledBy)),
    ];

    private static long? FirstAt(OrderFold fold, Func<OrderEvent, bool> isIt) => fold.Events.FirstOrDefault(traced => isIt(traced.Event))?.Row.At;

    private static string? Canceler(OrderFold fold, ImportedOrder told) => fold.Facts.Cancellation is null ? null
        : fold.Events.FirstOrDefault(traced => traced.Event is OrderCanceled { Cause: not CancellationCause.Imported })?.Row.ActorName ?? told.Description.CanceledBy;

    // A report names no person.
    private static string? Mark(string? text) => text is null ? null : EffectCheck.Mark(text);

    /// <summary>A finding for each column that differs.</summary>
    public static IEnumerable<Finding> Columns(VerifiedOrder order, string row, IEnumerable<(string Column, object? Expected, object? Found)> columns) => columns
        .Where(column => !Equals(column.Expected, column.Found))
        .Select(column => order.Broken(Invariant.AsTheDocumentTold, $"{row} {column.Column}", column.Expected, column.Found));

    /// <summary>Rows that should be there and rows that are, side by side; one that is missing or too many is a finding.</summary>
    public static IEnumerable<Finding> Rows<TFact, TRow, TKey>(
        VerifiedOrder order, string table, IEnumerable<TFact> facts, Func<TFact, TKey> keyOf, IEnumerable<TRow> rows, Func<TRow, TKey> keyOfRow,
        Func<TFact, TRow, IEnumerable<(string, object?, object?)>> columns)
        where TKey : notnull
    {
        var found = rows.ToDictionary(keyOfRow);
        foreach (var fact in facts)
        {
            var name = $"{table} {keyOf(fact)}";
            var differences = found.Remove(keyOf(fact), out var row) ? Columns(order, name, columns(fact, row)) : [order.Broken(Invariant.AsTheDocumentTold, name, 1, 0)];
            foreach (var difference in differences)
            {
                yield return difference;
            }
        }

        foreach (var key in found.Keys)
        {
            yield return order.Broken(Invariant.AsTheDocumentTold, $"{table} {key}", 0, 1);
        }
    }
}
