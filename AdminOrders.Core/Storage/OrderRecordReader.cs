using System.Collections.Immutable;
using System.Data.Common;
using AdminOrders.Core.Documents;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Loads an order's record in the transaction that is open on the connection: the facts first, then only the parts that it has.</summary>
internal sealed class OrderRecordReader(StoreReads reads, IReadOnlyDictionary<int, ReasonLabel> labels)
{
    private static readonly SqlRead Described = new(
        """
        SELECT o."Sequence", o."OrderGroup", o."SellerOrderId", o."MarketplaceOrderId", o."Origin", o."AffiliateId", o."SellerName", o."CustomerName",
            o."CustomerEmail", o."CustomerDocument", o."ProductCount", o."PaymentNames", d."Content"
        FROM "Orders" o LEFT JOIN "OrderDocuments" d ON d."OrderKey" = o."Key" WHERE o."Key" = @Key
        """);

    private static readonly SqlRead Payments = new(
        """
        SELECT "PaymentId", "TransactionId", "SystemName", "PaymentGroup", "Installments" FROM "Payments" WHERE "OrderKey" = @OrderKey ORDER BY "Place"
        """);

    private static readonly SqlRead Invoices = new(
        """
        SELECT "Id", "Type", "Number", "Value", "IssuedAt", "Url", "AccessKey", "Courier", "TrackingNumber", "TrackingUrl",
            "DispatchedDate", "IsDelivered", "DeliveredDate", "Steps", "Posted"
        FROM "Invoices" WHERE "OrderKey" = @OrderKey ORDER BY "Id"
        """);

    private static readonly SqlRead InvoiceItems = new(
        """
        SELECT i."InvoiceId", i."ItemIndex", i."Quantity" FROM "InvoiceItems" i JOIN "Invoices" v ON v."Id" = i."InvoiceId"
        WHERE v."OrderKey" = @OrderKey ORDER BY i."InvoiceId", i."ItemIndex"
        """);

    private static readonly SqlRead Requests = new(
        """
        SELECT "RequestId", "RequestedBy", "ReasonLabelId", "RequestedAt", "State", "ClosedAt", "Receipt", "ClosedByHistoryId"
        FROM "CancellationRequests" WHERE "OrderKey" = @OrderKey ORDER BY "RequestedAt", "RequestId"
        """);

    private static readonly SqlRead History = new(
        """
        SELECT "HistoryId", "At", "Status", "Kind", "KindVersion", "Payload" FROM "History" WHERE "OrderKey" = @OrderKey AND "Number" > 1 ORDER BY "Number"
        """);

    private static readonly SqlRead Texts = new(
        """SELECT "HistoryId", "Name", "Value" FROM "HistoryTexts" WHERE "OrderKey" = @OrderKey AND "Value" IS NOT NULL""");

    private readonly FactsReader facts = new(reads, forChange: false);

    /// <summary>The order's record; null: not on record.</summary>
    public OrderRecord? Read(string orderId)
    {
        if (facts.Load(orderId) is not { } order)
        {
            return null;
        }

        var parts = new Parts();
        Ask(order, parts);
        reads.Finish();
        AskForPayments(order, parts);
        return new OrderRecord
        {
            Facts = order.Facts,
            Description = parts.Description! with
            {
                CanceledBy = order.CanceledByName ?? "",
                LastChangeAt = Ticks.From(order.LastChangeAt),
                AuthorizedAt = Ticks.From(order.AuthorizedAt),
                InvoicedAt = Ticks.From(order.InvoicedAt),
            },
            Document = parts.Document,
            Invoices = parts.InvoicesWithItems(),
            Payments = parts.Payments,
            Requests = [.. parts.Requests.Select(request => request.With(parts.Texts))],
            Events = [.. parts.Events.Select(happened => happened with { Reason = parts.Texts.GetValueOrDefault((happened.Id, "reason")) })],
            ReasonLabels = labels as ImmutableDictionary<int, ReasonLabel> ?? labels.ToImmutableDictionary(),
        };
    }

    private void Ask(StoredOrder order, Parts parts)
    {
        object[] key = [order.Key];
        reads.Ask(Described, key, parts.Describe);
        if (!order.Facts.Invoices.IsEmpty)
        {
            reads.Ask(Invoices, key, rows => parts.Invoices = All(rows, InvoiceOf));
            reads.Ask(InvoiceItems, key, rows => parts.InvoiceItems = All(rows, row => (row.GetInt64(0), new ItemQuantity(row.GetInt32(1), row.GetInt32(2)))));
        }

        // What nobody has touched since it came in has no request but those that came with it, and no text but theirs.
        if (order.HistoryCount > 1)
        {
            reads.Ask(History, key, rows => parts.Events = All(rows, EventOf));
        }

        if (order.HistoryCount > 1 || !order.Facts.Requests.IsEmpty)
        {
            reads.Ask(Requests, key, rows => parts.Requests = All(rows, RequestOf));
            reads.Ask(Texts, key, parts.Say);
        }
    }

    // How payments are called is asked for only where no document tells it.
    private void AskForPayments(StoredOrder order, Parts parts)
    {
        if (!order.Facts.Payments.IsEmpty && parts.Document.AsSpan().IndexOf("\"paymentData\""u8) < 0)
        {
            reads.Ask(Payments, [order.Key], rows => parts.Payments = All(rows, PaymentOf));
            reads.Finish();
        }
    }

    private static ImmutableArray<TPart> All<TPart>(DbDataReader rows, Func<DbDataReader, TPart> read)
    {
        var parts = ImmutableArray.CreateBuilder<TPart>();
        while (rows.Read())
        {
            parts.Add(read(rows));
        }

        return parts.DrainToImmutable();
    }

    private static PaymentDescription PaymentOf(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4));

    private static (long Id, InvoiceView View) InvoiceOf(DbDataReader row) =>
        (row.GetInt64(0), new((InvoiceType)row.GetInt32(1), new InvoiceData(row.GetString(2), row.GetInt64(3), Ticks.From(row.GetInt64(4)))
        {
            Url = row.TextOrNull(5),
            Key = row.TextOrNull(6),
            Courier = row.TextOrNull(7),
            TrackingNumber = row.TextOrNull(8),
            TrackingUrl = row.TextOrNull(9),
            DispatchedDate = row.TextOrNull(10),
            Posted = row.TextOrNull(14),
        })
        {
            Parcel = row.IsDBNull(11) ? null : ParcelView.Of(row.GetBoolean(11), row.TextOrNull(12), row.TextOrNull(13)),
        });

    private static RequestParts RequestOf(DbDataReader row) => new(
        new RecordedRequest(
            row.GetString(0), (Side)row.GetInt32(1), new Reason(row.IntOrNull(2), null), Ticks.From(row.GetInt64(3)),
            (RequestState)row.GetInt32(4), row.InstantOrNull(5), null),
        row.GetString(6), row.TextOrNull(7));

    private static RecordedEvent EventOf(DbDataReader row) => new(
        row.GetString(0), Ticks.From(row.GetInt64(1)), row.GetString(2), EventJson.Read(new(row.GetString(3), row.GetInt32(4), row.GetString(5))), null);

    // A request whose texts come later. A document may tell several requests at once: then each reason carries its request's id.
    private sealed record RequestParts(RecordedRequest Request, string Receipt, string? ClosedBy)
    {
        public RecordedRequest With(Dictionary<(string History, string Name), string> texts) => Request with
        {
            Reason = Request.Reason with { Text = texts.GetValueOrDefault((Receipt, "reason:" + Request.Id)) ?? texts.GetValueOrDefault((Receipt, "reason")) },
            Answer = ClosedBy is { } by ? texts.GetValueOrDefault((by, "customer")) : null,
        };
    }

    // The answers as they come in.
    private sealed class Parts
    {
        public OrderDescription? Description { get; private set; }

        public byte[] Document { get; private set; } = [];

        public ImmutableArray<PaymentDescription> Payments { get; set; } = [];

        public ImmutableArray<(long Id, InvoiceView View)> Invoices { get; set; } = [];

        public ImmutableArray<(long Invoice, ItemQuantity Item)> InvoiceItems { get; set; } = [];

        public ImmutableArray<RequestParts> Requests { get; set; } = [];

        public ImmutableArray<RecordedEvent> Events { get; set; } = [];

        public Dictionary<(string History, string Name), string> Texts { get; } = [];

        public void Describe(DbDataReader rows)
        {
            rows.Read();
            Description = new OrderDescription
            {
                Sequence = rows.GetString(0),
                OrderGroup = rows.GetString(1),
                SellerOrderId = rows.GetString(2),
                MarketplaceOrderId = rows.GetString(3),
                Origin = rows.GetString(4),
                AffiliateId = rows.GetString(5),
                SellerName = rows.GetString(6),
                CustomerName = rows.GetString(7),
                CustomerEmail = rows.GetString(8),
                CustomerDocument = rows.GetString(9),
                ProductCount = rows.GetInt32(10),
                PaymentNames = rows.GetString(11),
            };
            Document = rows.IsDBNull(12) ? [] : StoredDocument.Expand(rows.GetFieldValue<byte[]>(12));
        }

        public void Say(DbDataReader rows)
        {
            while (rows.Read())
            {
                Texts[(rows.GetString(0), rows.GetString(1))] = rows.GetString(2);
            }
        }

        public ImmutableArray<InvoiceView> InvoicesWithItems()
        {
            var items = InvoiceItems.ToLookup(line => line.Invoice, line => line.Item);
            return [.. Invoices.Select(invoice => invoice.View with { Data = invoice.View.Data with { Items = [.. items[invoice.Id]] } })];
        }
    }
}
