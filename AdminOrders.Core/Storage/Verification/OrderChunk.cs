using AdminOrders.Core.Storage.Stock;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Core.Storage.Verification;

/// <summary>The next orders by key with all their rows, and the rows between them that belong to no order.</summary>
internal sealed class OrderChunk
{
    /// <summary>Large enough that a query's own cost does not count, small enough to lie in memory a few times.</summary>
    public const int Size = 500;

    public required IReadOnlyList<VerifiedOrder> Orders { get; init; }

    public required IReadOnlyList<Finding> Strays { get; init; }

    /// <summary>The keys between which rows belong to these orders: behind the first, up to the second.</summary>
    public required (long Behind, long UpTo) Keys { get; init; }

    /// <summary>How many orders lie here, with those that cannot be read.</summary>
    public required int Count { get; init; }

    /// <summary>The key to go on behind; null: this was the last chunk.</summary>
    public required long? Next { get; init; }

    /// <summary>Reads a chunk; where a row of it cannot be read, order by order, and the order that has it is a finding.</summary>
    public static async Task<OrderChunk> Read(OrdersDb db, long after, CancellationToken cancellationToken)
    {
        try
        {
            return await Read(db, after, Size, cancellationToken);
        }
        catch (RowNotReadableException)
        {
            return await ReadOneByOne(db, after, cancellationToken);
        }
    }

    private static async Task<OrderChunk> ReadOneByOne(OrdersDb db, long after, CancellationToken cancellationToken)
    {
        var keys = await db.Orders.Where(row => row.Key > after).OrderBy(row => row.Key).Take(Size).Select(row => row.Key).ToListAsync(cancellationToken);
        var (orders, findings, behind) = (new List<VerifiedOrder>(), new List<Finding>(), after);
        foreach (var key in keys)
        {
            try
            {
                var one = await Read(db, behind, 1, cancellationToken);
                orders.AddRange(one.Orders);
                findings.AddRange(one.Strays);
            }
            catch (RowNotReadableException unreadable)
            {
                var orderId = await db.Orders.Where(row => row.Key == key).Select(row => row.OrderId).SingleAsync(cancellationToken);
                findings.Add(new(Invariant.RowReadable, orderId, unreadable.Table, "-", unreadable.Message));
            }

            behind = key;
        }

        long? next = keys.Count == Size ? behind : null;
        if (next is null)
        {
            findings.AddRange((await Read(db, behind, 1, cancellationToken)).Strays);
        }

        return new() { Orders = orders, Strays = findings, Count = keys.Count, Next = next, Keys = (after, next ?? long.MaxValue) };
    }

    private static async Task<OrderChunk> Read(OrdersDb db, long after, int size, CancellationToken cancellationToken)
    {
        var rows = await ChunkParts.Named("Orders", () => db.Orders.Where(row => row.Key > after).OrderBy(row => row.Key).Take(size).ToListAsync(cancellationToken));
        long? last = rows.Count == size ? rows[^1].Key : null;
        var parts = new ChunkParts(db, rows, after, last ?? long.MaxValue, cancellationToken);
        var history = await parts.Read<HistoryRow>("History", row => row.OrderKey, row => row.Number);
        var texts = await parts.Read<HistoryTextRow>("HistoryTexts", row => row.OrderKey, row => row.Name);
        var deliveries = await parts.Read<DeliveryRow>("Deliveries", row => row.OrderKey, row => row.Id);
        var items = await parts.Read<OrderItemRow>("OrderItems", row => row.OrderKey, row => row.ItemIndex);
        var invoices = await parts.Read<InvoiceRow>("Invoices", row => row.OrderKey, row => row.Id);
        var lines = await parts.ReadInvoiceLines();
        var payments = await parts.Read<PaymentRow>("Payments", row => row.OrderKey, row => row.Place);
        var reservations = await parts.Read<ReservationRow>("Reservations", row => row.OrderKey, row => row.Place);
        var movements = await parts.ReadMovements();
        var requests = await parts.Read<CancellationRequestRow>("CancellationRequests", row => row.OrderKey, row => row.RequestId);
        var documents = await parts.Read<OrderDocumentRow>("OrderDocuments", row => row.OrderKey, row => row.OrderKey);
        var searches = await parts.Read<OrderSearchRow>("OrderSearch", row => row.OrderKey, row => row.OrderKey);
        await parts.Read<AlertRow>("Alerts", row => row.OrderKey, row => row.Kind);
        return new OrderChunk
        {
            Count = rows.Count,
            Next = last,
            Strays = parts.Strays,
            Keys = (after, last ?? long.MaxValue),
            Orders = rows.ConvertAll(row => new VerifiedOrder(row)
            {
                History = [.. history[row.Key]],
                Texts = [.. texts[row.Key]],
                Deliveries = [.. deliveries[row.Key]],
                Items = [.. items[row.Key]],
                Invoices = [.. invoices[row.Key]],
                InvoiceLines = [.. lines[row.Key]],
                Payments = [.. payments[row.Key]],
                Reservations = [.. reservations[row.Key]],
                Movements = [.. movements[row.Key]],
                Requests = [.. requests[row.Key]],
                Document = documents[row.Key].FirstOrDefault()?.Content,
                SearchText = searches[row.Key].FirstOrDefault()?.Text,
            }),
        };
    }
}

/// <summary>Reads the tables around the orders of a chunk, one after the other: not every engine has several readers open on a connection.</summary>
internal sealed class ChunkParts(OrdersDb db, List<OrderRow> orders, long after, long upTo, CancellationToken cancellationToken)
{
    private readonly HashSet<long> keys = orders.Select(order => order.Key).ToHashSet();
    private readonly List<Finding> strays = [];

    public IReadOnlyList<Finding> Strays => strays;

    /// <summary>The rows by order, each order's in the order of <paramref name="key"/>.</summary>
    public async Task<ILookup<long, TRow>> Read<TRow>(string table, Func<TRow, long> orderKey, Func<TRow, object> key)
        where TRow : class
    {
        var rows = await Named(table, () => db.Set<TRow>()
            .Where(row => EF.Property<long>(row, nameof(HistoryRow.OrderKey)) > after && EF.Property<long>(row, nameof(HistoryRow.OrderKey)) <= upTo)
            .ToListAsync(cancellationToken));
        foreach (var stray in rows.Where(row => !keys.Contains(orderKey(row))))
        {
            strays.Add(new(Invariant.RowBelongs, null, $"{table} {key(stray)}", "Orders", $"{orderKey(stray)}"));
        }

        return rows.OrderBy(key).ToLookup(orderKey);
    }

    /// <summary>What orders moved; a count belongs to none.</summary>
    public async Task<ILookup<long, StockMovementRow>> ReadMovements()
    {
        var rows = await Named("StockMovements", () => db.StockMovements.Where(row => row.OrderKey > after && row.OrderKey <= upTo).OrderBy(row => row.Id).ToListAsync(cancellationToken));
        return rows.ToLookup(row => row.OrderKey ?? 0);
    }

    public async Task<ILookup<long, InvoiceLine>> ReadInvoiceLines()
    {
        var lines = await Named("InvoiceItems", () => db.InvoiceItems
            .Join(db.Invoices, line => line.InvoiceId, invoice => invoice.Id, (line, invoice) => new { Line = line, invoice.OrderKey })
            .Where(row => row.OrderKey > after && row.OrderKey <= upTo)
            .Select(row => new InvoiceLine(row.OrderKey, row.Line.InvoiceId, row.Line.ItemIndex, row.Line.Quantity))
            .ToListAsync(cancellationToken));
        return lines.ToLookup(line => line.OrderKey);
    }

    /// <summary>Reads rows; one that is not what its column may hold ends in an exception that names the table.</summary>
    public static async Task<List<TRow>> Named<TRow>(string table, Func<Task<List<TRow>>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception failure) when (failure is InvalidCastException or InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            throw new RowNotReadableException(table, failure);
        }
    }
}

/// <summary>A table holds something that its rows cannot be made of.</summary>
internal sealed class RowNotReadableException(string table, Exception inner) : Exception(inner.GetType().Name, inner)
{
    public string Table => table;
}
