using System.Collections.Immutable;
using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>Loads what the rules need of an order: its row, then only the parts that it has.</summary>
/// <param name="forChange">Whether the order will be changed; to show it, reservations and ended requests are left out.</param>
internal sealed class FactsReader(StoreReads reads, bool forChange = true)
{
    private static readonly SqlRead Order = new(
        """
        SELECT "Key", "Status", "StatusBefore", "Value", "Currency", "SellerId", "SalesChannel", "IsMarketplaceOrder", "IsExternalSeller", "CreatedAt",
            "StatusDueAt", "OutputInvoices", "InvoicedValue", "InputInvoices", "ReturnedValue", "CustomerDeclinedAt", "IsMovedHere", "IsPaymentRecorded",
            "Version", "DocumentHash", "OpenRequests", "CanceledAt", "CanceledFor", "CanceledById", "CancelRequestId", "CancelReasonLabelId", "CancelReceipt",
            "HistoryCount", "LastHash", "LastChangeAt", "AuthorizedAt", "InvoicedAt", "CanceledBy", "AssigneeId", "AssigneeName", "IsFulfilledByChannel",
            "Origin"
        FROM "Orders" WHERE "OrderId" = @OrderId
        """);

    private static readonly SqlRead Requests = new(
        """
        SELECT r."RequestId", r."RequestedBy", r."EnteredBy", r."EnteredBySide", r."EnteredByIssuer", r."RequestedAt", r."DueAt", r."ReasonLabelId", r."Receipt", t."Value"
        FROM "CancellationRequests" r
        LEFT JOIN "HistoryTexts" t ON t."HistoryId" = r."Receipt" AND t."Name" IN ('reason', 'reason:' || r."RequestId")
        WHERE r."OrderKey" = @OrderKey AND r."State" = 0 ORDER BY r."RequestedAt", r."RequestId"
        """);

    private static readonly SqlRead EndedRequests = new(
        """SELECT "RequestId" FROM "CancellationRequests" WHERE "OrderKey" = @OrderKey AND "State" <> 0""");

    private static readonly SqlRead Items = new(
        """
        SELECT "ItemIndex", "SkuId", "Name", "Quantity", "InvoicedQuantity", "RemovedQuantity", "UnitPrice", "ReturnedQuantity"
        FROM "OrderItems" WHERE "OrderKey" = @OrderKey ORDER BY "ItemIndex"
        """);

    private static readonly SqlRead Invoices = new("""SELECT "Number", "Type", "Value" FROM "Invoices" WHERE "OrderKey" = @OrderKey ORDER BY "Id" """);

    private static readonly SqlRead Payments = new(
        """SELECT "PaymentId", "State", "Value", "Captured", "Refunded", "Owed", "Claimed", "PaymentGroup" FROM "Payments" WHERE "OrderKey" = @OrderKey ORDER BY "Place" """);

    private static readonly SqlRead Reservations = new(
        """
        SELECT "ReservationId", "ItemIndex", "WarehouseId", "SkuId", "State", "Reserved", "Released", "Consumed"
        FROM "Reservations" WHERE "OrderKey" = @OrderKey ORDER BY "Place"
        """);

    private static readonly SqlRead CancelReason = new("""SELECT "Value" FROM "HistoryTexts" WHERE "HistoryId" = @HistoryId AND "Name" = 'reason' """);

    private static readonly SqlRead Last = new(
        """
        SELECT h."Kind", h."ActorSide", h."ActorName", h."At", h."Status" FROM "History" h
        JOIN "Orders" o ON o."Key" = h."OrderKey"
        WHERE o."OrderId" = @OrderId AND h."Kind" NOT IN ('money-owed', 'stock-released', 'captures-counted') ORDER BY h."Number" DESC LIMIT 1
        """);

    private static readonly SqlRead Receipts = new(
        """
        SELECT h."Kind", h."KindVersion", h."Payload", h."HistoryId", h."At" FROM "History" h JOIN "Orders" o ON o."Key" = h."OrderKey"
        WHERE o."OrderId" = @OrderId AND (h."Number" = 1 OR h."Kind" IN ('invoice-recorded', 'return-invoice-recorded')) ORDER BY h."Number"
        """);

    private static readonly SqlRead NamedChange = new(
        """
        SELECT h."Kind", h."KindVersion", h."Payload", h."HistoryId", h."At" FROM "History" h
        JOIN "Orders" o ON o."Key" = h."OrderKey"
        JOIN "HistoryTexts" t ON t."HistoryId" = h."HistoryId" AND t."Name" = 'request'
        WHERE o."OrderId" = @OrderId AND h."Kind" = 'items-changed' AND t."Value" = @RequestId ORDER BY h."Number" LIMIT 1
        """);

    private readonly Dictionary<string, StoredOrder?> ahead = new(StringComparer.Ordinal);

    /// <summary>The order's facts as the transaction sees them; null: not on record.</summary>
    public static OrderFacts? Read(StoreSource source, DbTransaction transaction, string orderId)
    {
        using var reads = source.CreateReads(transaction.Connection!);
        return new FactsReader(reads).Load(orderId)?.Facts;
    }

    /// <summary>Loads all of them together, each for its next <see cref="Load"/>. What was loaded ahead before and not asked for is forgotten.</summary>
    public void LoadAhead(IEnumerable<string> orderIds)
    {
        ahead.Clear();
        var distinct = orderIds.Distinct(StringComparer.Ordinal).ToList();
        distinct.ForEach(orderId => ahead.Add(orderId, null));
        LoadAll(distinct).ForEach(order => ahead[order.Facts.OrderId] = order);
    }

    /// <summary>The order with everything that rules look at; null: not on record.</summary>
    public StoredOrder? Load(string orderId) => ahead.Remove(orderId, out var loaded) ? loaded : LoadAll([orderId]).SingleOrDefault();

    /// <summary>The last thing that happened to the order, rather than what followed from it; null: not on record.</summary>
    public LastChange? LastChange(string orderId)
    {
        LastChange? last = null;
        reads.Ask(Last, [orderId], rows => last = rows.Read() ? FactsRows.LastChange(rows) : null);
        reads.Finish();
        return last;
    }

    /// <summary>The row that recorded the invoice; where a document brought it, the order's first row. Null: not on record.</summary>
    public EarlierAnswer? ReceiptOf(string orderId, InvoiceType type, string number)
    {
        EarlierAnswer? receipt = null;
        reads.Ask(Receipts, [orderId], rows =>
        {
            while (rows.Read())
            {
                var happened = EventJson.Read(new(rows.GetString(0), rows.GetInt32(1), rows.GetString(2)));
                receipt = receipt is null || Records(happened, type, number) ? new(rows.GetString(3), Ticks.From(rows.GetInt64(4))) : receipt;
            }
        });
        reads.Finish();
        return receipt;
    }

    /// <summary>The change of the order that its sender named so, and the row that recorded it; null: there is none.</summary>
    public (ItemsChanged Change, EarlierAnswer Receipt)? ChangeNamed(string orderId, string requestId)
    {
        (ItemsChanged, EarlierAnswer)? found = null;
        reads.Ask(NamedChange, [orderId, requestId], rows =>
        {
            if (rows.Read())
            {
                var change = (ItemsChanged)EventJson.Read(new(rows.GetString(0), rows.GetInt32(1), rows.GetString(2)));
                found = (change, new(rows.GetString(3), Ticks.From(rows.GetInt64(4))));
            }
        });
        reads.Finish();
        return found;
    }

    private static bool Records(OrderEvent happened, InvoiceType type, string number) => happened switch
    {
        InvoiceRecorded recorded => type is InvoiceType.Output && recorded.Data.Number == number,
        ReturnInvoiceRecorded recorded => type is InvoiceType.Input && recorded.Data.Number == number,
        _ => false,
    };

    private List<StoredOrder> LoadAll(List<string> orderIds)
    {
        var found = new List<LoadedOrder>(orderIds.Count);
        foreach (var orderId in orderIds)
        {
            reads.Ask(Order, [orderId], rows =>
            {
                if (rows.Read())
                {
                    found.Add(new(FactsRows.Order(orderId, rows), rows.GetInt32(20)));
                }
            });
        }

        reads.Finish();
        found.ForEach(AskForParts);
        reads.Finish();
        return found.ConvertAll(order => order.Complete());
    }

    private void AskForParts(LoadedOrder order)
    {
        var (key, facts) = (order.Row.Key, order.Row.Facts);
        if (facts.Cancellation is { } canceled)
        {
            reads.Ask(CancelReason, [canceled.Receipt], rows => order.CancelReason = rows.Read() && !rows.IsDBNull(0) ? rows.GetString(0) : null);
        }

        if (order.OpenRequests > 0)
        {
            reads.Ask(Requests, [key], rows => order.Requests = All(rows, FactsRows.Request));
        }

        if (facts.OutputInvoices + facts.InputInvoices > 0)
        {
            reads.Ask(Invoices, [key], rows => order.Invoices = All(rows, FactsRows.Invoice));
        }

        reads.Ask(Items, [key], rows => order.Items = All(rows, FactsRows.Item));
        reads.Ask(Payments, [key], rows => order.Payments = All(rows, FactsRows.Payment));
        if (forChange)
        {
            reads.Ask(EndedRequests, [key], rows => order.EndedRequests = All(rows, row => row.GetString(0)));
            reads.Ask(Reservations, [key], rows => order.Reservations = All(rows, FactsRows.Reservation));
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

    // An order whose answers come in.
    private sealed class LoadedOrder(StoredOrder row, int openRequests)
    {
        public StoredOrder Row => row;

        public int OpenRequests => openRequests;

        public string? CancelReason { get; set; }

        public ImmutableArray<OpenRequest> Requests { get; set; } = [];

        public ImmutableArray<string> EndedRequests { get; set; } = [];

        public ImmutableArray<ItemFact> Items { get; set; } = [];

        public ImmutableArray<InvoiceFact> Invoices { get; set; } = [];

        public ImmutableArray<PaymentFact> Payments { get; set; } = [];

        public ImmutableArray<ReservationFact> Reservations { get; set; } = [];

        public StoredOrder Complete() => row with
        {
            EndedRequests = EndedRequests,
            Facts = row.Facts with
            {
                Cancellation = row.Facts.Cancellation is { } canceled ? canceled with { Reason = canceled.Reason with { Text = CancelReason } } : null,
                Requests = Requests,
                Items = Items,
                Invoices = Invoices,
                Payments = Payments,
                Reservations = Reservations,
            },
        };
    }
}
