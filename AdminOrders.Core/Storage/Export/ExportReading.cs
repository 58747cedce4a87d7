using System.Runtime.CompilerServices;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Export;

/// <summary>Reads all that a filter shows, in its order and as of one moment. No more than a page of it is in memory.</summary>
internal sealed class ExportReading(StoreSource source, OrderFilter filter, ExportParts parts)
{
    private const int PageSize = 512;

    public async IAsyncEnumerable<IReadOnlyList<ExportedOrder>> Pages([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        await reading.HoldMoment(cancellationToken);
        var walk = await OrderWalk.Begin(source, reading, filter, cancellationToken);
        OrderPosition? position = null;
        while (true)
        {
            var page = await walk.Read(ExportedOrder.Columns, position, backward: false, PageSize, row => ExportedOrder.Read(row, filter.Sort), cancellationToken);
            if (page.Count > 0)
            {
                await Complete(reading, page, cancellationToken);
                yield return page;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            position = page[^1].Position;
        }
    }

    private async Task Complete(StoreReading reading, IReadOnlyList<ExportedOrder> page, CancellationToken cancellationToken)
    {
        long[] keys = [.. page.Select(order => order.Key)];
        if (parts.HasFlag(ExportParts.Items))
        {
            Give(await Rows(ItemsSql, row => new ExportedItem(row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetInt32(4) - row.GetInt32(5), row.GetInt64(6))), (order, items) => order.Items = items);
        }

        if (parts.HasFlag(ExportParts.Payments))
        {
            Give(
                await Rows(PaymentsSql, row => new ExportedPayment(row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetInt64(5), (PaymentState)row.GetInt32(6))),
                (order, payments) => order.Payments = payments);
        }

        if (parts.HasFlag(ExportParts.Invoices))
        {
            Give(await Rows(InvoicesSql, row => new ExportedInvoice((InvoiceType)row.GetInt32(1), row.GetString(2), row.TextOrNull(3) ?? "", row.IsDBNull(4) ? null : row.GetBoolean(4))), (order, invoices) => order.Invoices = invoices);
        }

        if (parts.HasFlag(ExportParts.History))
        {
            Give(
                await Rows(HistorySql, row => new ExportedEvent(row.GetString(1), Ticks.From(row.GetInt64(2)), row.GetString(3), row.GetString(4))),
                (order, history) => order.History = history);
        }

        if (parts.HasFlag(ExportParts.Document))
        {
            Give(await Rows(DocumentsSql, row => (byte[])row.GetValue(1)), (order, documents) => order.Stored = documents[0]);
        }

        await ReadReasons(reading, page, cancellationToken);

        async Task<ILookup<long, T>> Rows<T>(Func<string, string> sql, Func<System.Data.Common.DbDataReader, T> view) =>
            (await reading.Read(KeysSql.Of(keys, sql), row => (Key: row.GetInt64(0), Row: view(row)), cancellationToken)).ToLookup(found => found.Key, found => found.Row);

        void Give<T>(ILookup<long, T> rows, Action<ExportedOrder, IReadOnlyList<T>> give)
        {
            foreach (var order in page.Where(order => rows.Contains(order.Key)))
            {
                give(order, [.. rows[order.Key]]);
            }
        }
    }

    private static async Task ReadReasons(StoreReading reading, IReadOnlyList<ExportedOrder> page, CancellationToken cancellationToken)
    {
        var texts = await CancelReasonTexts.Of(reading, [.. page.Select(order => order.CancelReceipt).OfType<string>()], cancellationToken);
        foreach (var order in page.Where(order => order.CancelReceipt is not null))
        {
            order.ReasonText = texts.GetValueOrDefault(order.CancelReceipt!);
        }
    }

    private static string ItemsSql(string keys) =>
        $"""SELECT "OrderKey", "ItemIndex", "SkuId", "Name", "Quantity", "RemovedQuantity", "UnitPrice" FROM "OrderItems" WHERE "OrderKey" IN ({keys}) ORDER BY "OrderKey", "ItemIndex" """;

    private static string PaymentsSql(string keys) =>
        $"""SELECT "OrderKey", "PaymentId", "TransactionId", "SystemName", "Installments", "Value", "State" FROM "Payments" WHERE "OrderKey" IN ({keys}) ORDER BY "OrderKey", "Place" """;

    private static string InvoicesSql(string keys) =>
        $"""SELECT "OrderKey", "Type", "Number", "TrackingNumber", "IsDelivered" FROM "Invoices" WHERE "OrderKey" IN ({keys}) ORDER BY "Id" """;

    private static string HistorySql(string keys) =>
        $"""SELECT "OrderKey", "Status", "At", "Kind", "ActorName" FROM "History" WHERE "OrderKey" IN ({keys}) ORDER BY "OrderKey", "Number" """;

    private static string DocumentsSql(string keys) => $"""SELECT "OrderKey", "Content" FROM "OrderDocuments" WHERE "OrderKey" IN ({keys})""";
}
