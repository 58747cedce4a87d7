using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Stock;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>Everything that the store holds of one order, as it lies there.</summary>
internal sealed record VerifiedOrder(OrderRow Row)
{
    public required IReadOnlyList<HistoryRow> History { get; init; }

    public required IReadOnlyList<HistoryTextRow> Texts { get; init; }

    public required IReadOnlyList<DeliveryRow> Deliveries { get; init; }

    public required IReadOnlyList<OrderItemRow> Items { get; init; }

    public required IReadOnlyList<InvoiceRow> Invoices { get; init; }

    public required IReadOnlyList<InvoiceLine> InvoiceLines { get; init; }

    public required IReadOnlyList<PaymentRow> Payments { get; init; }

    public required IReadOnlyList<ReservationRow> Reservations { get; init; }

    public required IReadOnlyList<StockMovementRow> Movements { get; init; }

    public required IReadOnlyList<CancellationRequestRow> Requests { get; init; }

    public required byte[]? Document { get; init; }

    public required string? SearchText { get; init; }

    /// <summary>A row of this order that does not fit.</summary>
    public Finding Broken(Invariant invariant, string row, object? expected, object? found) =>
        new(invariant, Row.OrderId, row, Write(expected), Write(found));

    /// <summary>The same, of the order's own row.</summary>
    public Finding Broken(Invariant invariant, object? expected, object? found) => Broken(invariant, "Orders", expected, found);

    /// <summary>The facts as they are stored.</summary>
    public OrderFacts Facts() => new()
    {
        OrderId = Row.OrderId,
        Status = Row.Status,
        StatusBefore = Row.StatusBefore,
        Value = Row.Value,
        Currency = Row.Currency,
        SellerId = Row.SellerId,
        SalesChannel = Row.SalesChannel,
        IsMarketplaceOrder = Row.IsMarketplaceOrder,
        IsExternalSeller = Row.IsExternalSeller,
        IsFulfilledByChannel = Row.IsFulfilledByChannel,
        CreatedAt = Ticks.From(Row.CreatedAt),
        StatusDueAt = Ticks.From(Row.StatusDueAt),
        OutputInvoices = Row.OutputInvoices,
        InvoicedValue = Row.InvoicedValue,
        InputInvoices = Row.InputInvoices,
        ReturnedValue = Row.ReturnedValue,
        CustomerDeclinedAt = Ticks.From(Row.CustomerDeclinedAt),
        IsMovedHere = Row.IsMovedHere,
        IsPaymentRecorded = Row.IsPaymentRecorded,
        Version = Row.Version,
        Assignee = Row.AssigneeId is null ? null : new(Row.AssigneeId, Row.AssigneeName ?? ""),
        Requests = [.. Requests.Where(request => request.State is RequestState.Open).OrderBy(request => request.RequestedAt).Select(Open)],
        Items = [.. Items.Select(Item)],
        Invoices = [.. Invoices.Select(invoice => new InvoiceFact(invoice.Number, invoice.Type, invoice.Value))],
        Payments =
        [
            .. Payments.Select(payment =>
                new PaymentFact(payment.PaymentId, payment.State, payment.Value, payment.Captured, payment.Refunded, payment.Owed)
                {
                    Claimed = payment.Claimed,
                    SettlesAtOnce = PaymentGroups.SettleAtOnce(payment.PaymentGroup),
                }),
        ],
        Reservations = [.. Reservations.Select(Reservation)],
    };

    public static OpenRequest Open(CancellationRequestRow row) => new(
        row.RequestId, row.RequestedBy, row.EnteredBy, row.EnteredBySide, row.EnteredByIssuer, Ticks.From(row.RequestedAt), Ticks.From(row.DueAt),
        new Reason(row.ReasonLabelId, null), row.Receipt);

    private static ItemFact Item(OrderItemRow row) => new(
        row.ItemIndex, row.SkuId, row.Name, row.Quantity, row.InvoicedQuantity, row.RemovedQuantity, row.UnitPrice, row.ReturnedQuantity);

    private static ReservationFact Reservation(ReservationRow row) => new(
        row.ReservationId, row.ItemIndex, row.WarehouseId, row.SkuId, row.State, row.Reserved, row.Released, row.Consumed);

    private static string Write(object? value) => value switch
    {
        null => "-",
        byte[] bytes => Convert.ToHexStringLower(bytes),
        DateTimeOffset instant => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        IEnumerable<string> texts => string.Join(", ", texts) is { Length: > 0 } joined ? joined : "-",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() is { Length: > 0 } text ? text : "\"\"",
    };
}

/// <summary>A line of an invoice, with the order it belongs to.</summary>
internal sealed record InvoiceLine(long OrderKey, long InvoiceId, int ItemIndex, int Quantity);
