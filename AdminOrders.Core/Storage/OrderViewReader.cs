using System.Collections.Immutable;
using System.Text.Json;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage;

/// <summary>The parts of one order, read table by table and put together: in the context's open transaction, so that they belong together.</summary>
/// <param name="facts">The order as the rules see it, read in the same transaction.</param>
internal sealed class OrderViewReader(OrdersDb database, OrderRow row, OrderFacts facts)
{
    public async Task<OrderView> Read(CancellationToken cancellationToken)
    {
        var texts = (await Of<HistoryTextRow>().ToListAsync(cancellationToken)).ToLookup(text => text.HistoryId, StringComparer.Ordinal);
        var history = await Of<HistoryRow>().OrderByDescending(entry => entry.Number).ToListAsync(cancellationToken);
        var requests = await Of<CancellationRequestRow>().OrderByDescending(request => request.RequestedAt).ToListAsync(cancellationToken);
        var payments = await Of<PaymentRow>().OrderBy(payment => payment.PaymentId).ToListAsync(cancellationToken);
        var reservations = await Of<ReservationRow>().OrderBy(reservation => reservation.ReservationId).ToListAsync(cancellationToken);
        var invoices = await Invoices(cancellationToken);
        return new OrderView
        {
            Key = row.Key,
            Position = row.Position,
            Description = Description,
            CanceledBy = row.CanceledBy,
            Invoices = invoices,
            Payments = [.. payments.Select(PaymentView)],
            Reservations = [.. reservations.Select(ReservationView)],
            Requests = [.. requests.Select(request => RequestView(request, TextsOf(texts, request.Receipt)))],
            History = [.. history.Select(entry => HistoryView(entry, TextsOf(texts, entry.HistoryId)))],
            Deliveries = [.. (await Of<DeliveryRow>().OrderBy(delivery => delivery.Id).ToListAsync(cancellationToken)).Select(DeliveryView)],
            Alerts = [.. (await Of<AlertRow>().OrderBy(alert => alert.RaisedAt).ToListAsync(cancellationToken)).Select(AlertView)],
            ReasonLabels = await ReasonLabels(requests, cancellationToken),
            Document = await Document(cancellationToken),
            Facts = facts,
        };
    }

    private IQueryable<T> Of<T>()
        where T : class =>
        database.Set<T>().AsNoTracking().Where(part => EF.Property<long>(part, "OrderKey") == row.Key);

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);

    private static DateTimeOffset? At(long? ticks) => ticks is { } known ? At(known) : null;

    private static ImmutableDictionary<string, string> TextsOf(ILookup<string, HistoryTextRow> texts, string historyId) =>
        texts[historyId].Where(text => text.Value is not null).ToImmutableDictionary(text => text.Name, text => text.Value!, StringComparer.Ordinal);

    private OrderDescription Description => new()
    {
        Sequence = row.Sequence,
        OrderGroup = row.OrderGroup,
        SellerOrderId = row.SellerOrderId,
        MarketplaceOrderId = row.MarketplaceOrderId,
        Origin = row.Origin,
        AffiliateId = row.AffiliateId,
        SellerName = row.SellerName,
        CustomerName = row.CustomerName,
        CustomerEmail = row.CustomerEmail,
        CustomerDocument = row.CustomerDocument,
        ProductCount = row.ProductCount,
        PaymentNames = row.PaymentNames,
        LastChangeAt = At(row.LastChangeAt),
        AuthorizedAt = At(row.AuthorizedAt),
        InvoicedAt = At(row.InvoicedAt),
    };

    private async Task<ImmutableArray<InvoiceView>> Invoices(CancellationToken cancellationToken)
    {
        var rows = await Of<InvoiceRow>().OrderBy(invoice => invoice.IssuedAt).ThenBy(invoice => invoice.Id).ToListAsync(cancellationToken);
        var ids = rows.Select(invoice => invoice.Id).ToList();
        var lines = (await database.Set<InvoiceItemRow>().AsNoTracking().Where(line => ids.Contains(line.InvoiceId)).ToListAsync(cancellationToken))
            .ToLookup(line => line.InvoiceId);
        return [.. rows.Select(invoice => InvoiceView(invoice, lines[invoice.Id]))];
    }

    private async Task<ImmutableDictionary<int, ReasonLabel>> ReasonLabels(List<CancellationRequestRow> requests, CancellationToken cancellationToken)
    {
        var ids = requests.Select(request => request.ReasonLabelId).Append(row.CancelReasonLabelId).OfType<int>().Distinct().ToList();
        var labels = await database.Set<CancellationReasonLabelRow>().AsNoTracking().Where(label => ids.Contains(label.Id)).ToListAsync(cancellationToken);
        return labels.ToImmutableDictionary(label => label.Id, label => new ReasonLabel(label.En, label.Es, label.Pt));
    }

    private async Task<JsonElement> Document(CancellationToken cancellationToken)
    {
        var content = await Of<OrderDocumentRow>().Select(document => document.Content).SingleOrDefaultAsync(cancellationToken);
        return content is null ? default : JsonSerializer.Deserialize<JsonElement>(StoredDocument.Expand(content));
    }

    private static InvoiceView InvoiceView(InvoiceRow invoice, IEnumerable<InvoiceItemRow> lines) =>
        new(invoice.Type, new InvoiceData(invoice.Number, invoice.Value, At(invoice.IssuedAt))
        {
            Items = [.. lines.OrderBy(line => line.ItemIndex).Select(line => new ItemQuantity(line.ItemIndex, line.Quantity))],
            Url = invoice.Url,
            Key = invoice.AccessKey,
            Courier = invoice.Courier,
            TrackingNumber = invoice.TrackingNumber,
            TrackingUrl = invoice.TrackingUrl,
            DispatchedDate = invoice.DispatchedDate,
            Posted = invoice.Posted,
        })
        {
            Parcel = ParcelView.Of(invoice),
        };

    private PaymentView PaymentView(PaymentRow payment) => new(
        facts.Payments.Single(fact => fact.Id == payment.PaymentId),
        new PaymentDescription(payment.PaymentId, payment.TransactionId, payment.SystemName, payment.PaymentGroup, payment.Installments),
        payment.OwedKind);

    private ReservationView ReservationView(ReservationRow reservation) =>
        new(facts.Reservations.Single(fact => fact.Id == reservation.ReservationId), reservation.Destination);

    // A document may tell several requests at once: then each reason carries its request's id.
    private static Reason ReasonOf(CancellationRequestRow request, ImmutableDictionary<string, string> texts) =>
        new(request.ReasonLabelId, texts.GetValueOrDefault("reason:" + request.RequestId) ?? texts.GetValueOrDefault("reason"));

    private static RequestView RequestView(CancellationRequestRow request, ImmutableDictionary<string, string> texts) => new(
        request.RequestId, request.RequestedBy, request.EnteredBySide, request.EnteredBy, request.EnteredByName,
        ReasonOf(request, texts), texts.GetValueOrDefault("note"),
        At(request.RequestedAt), At(request.DueAt), request.State, At(request.ClosedAt), request.ClosedByName);

    private static HistoryView HistoryView(HistoryRow entry, ImmutableDictionary<string, string> texts) =>
        new(
            entry.HistoryId, entry.Number, At(entry.At), entry.Kind, entry.Status, entry.ActorSide, entry.ActorId, entry.ActorName,
            JsonSerializer.Deserialize<JsonElement>(entry.Payload))
        {
            Event = EventJson.Read(new StoredEvent(entry.Kind, entry.KindVersion, entry.Payload)),
            Texts = texts,
        };

    private static DeliveryView DeliveryView(DeliveryRow delivery) =>
        new(delivery.HistoryId, delivery.Consumer, delivery.State, delivery.Attempts, delivery.LastAnswer);

    private static AlertView AlertView(AlertRow alert) => new(alert.Kind, At(alert.RaisedAt));
}
