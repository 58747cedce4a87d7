using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>A page as other systems read it. <see cref="Next"/> is the cursor of the one behind it; null: there is none.</summary>
public sealed record OrderEntries(IReadOnlyList<OrderEntry> Rows, string? Next);

/// <summary>Where a page begins, in the order of rows of the filter that it was read for.</summary>
public sealed class OrderPlace
{
    internal OrderPlace(OrderPosition position) => Position = position;

    internal OrderPosition Position { get; }
}

/// <summary>Lists of orders for other systems: by cursor at the same cost at any depth, or by the number of a page.</summary>
public sealed class OrderPages(StoreSource source)
{
    /// <summary>The place that a cursor says; null where the text is none, or one of another order of rows.</summary>
    public static OrderPlace? PlaceOf(string cursor, OrderFilter filter) =>
        OrderCursor.Decode(cursor, filter) is { Backward: false, Position: var position } ? new(position) : null;

    /// <summary>At most <paramref name="size"/> orders behind the place; null: from the beginning.</summary>
    public async Task<OrderEntries> After(OrderFilter filter, OrderPlace? place, int size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        await using var reading = await source.OpenReading(cancellationToken);
        var walk = await OrderWalk.Begin(source, reading, filter, cancellationToken);
        return await Page(walk, filter, place?.Position, size, cancellationToken);
    }

    /// <summary>The page of that number, from 1. The rows before it are counted along an index, so a page costs more the deeper it lies.</summary>
    public async Task<OrderEntries> Numbered(OrderFilter filter, long page, int size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(page);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        await using var reading = await source.OpenReading(cancellationToken);
        var walk = await OrderWalk.Begin(source, reading, filter, cancellationToken);
        if (page == 1)
        {
            return await Page(walk, filter, null, size, cancellationToken);
        }

        return await walk.Skip((page - 1) * size, cancellationToken) is { } before ? await Page(walk, filter, before, size, cancellationToken) : new([], null);
    }

    /// <summary>Documents and invoices of these orders, by key.</summary>
    public async Task<IReadOnlyDictionary<long, OrderExtras>> Extras(IReadOnlyCollection<long> keys, CancellationToken cancellationToken = default)
    {
        if (keys.Count == 0)
        {
            return new Dictionary<long, OrderExtras>();
        }

        var list = string.Join(',', keys.Select(key => key.ToString(CultureInfo.InvariantCulture)));
        await using var reading = await source.OpenReading(cancellationToken);
        var invoices = (await reading.Read(
            new($"""SELECT "OrderKey", "Type", "Number" FROM "Invoices" WHERE "OrderKey" IN ({list}) ORDER BY "Id" """, []),
            row => (Key: row.GetInt64(0), Invoice: ((InvoiceType)row.GetInt32(1), row.GetString(2))), cancellationToken)).ToLookup(invoice => invoice.Key, invoice => invoice.Invoice);
        var orders = await reading.Read(
            new($"""SELECT {OrderExtras.Columns} FROM "Orders" o LEFT JOIN "OrderDocuments" d ON d."OrderKey" = o."Key" WHERE o."Key" IN ({list})""", []),
            row => KeyValuePair.Create(row.GetInt64(0), OrderExtras.Read(row, [.. invoices[row.GetInt64(0)]])), cancellationToken);
        return orders.ToDictionary();
    }

    private static async Task<OrderEntries> Page(OrderWalk walk, OrderFilter filter, OrderPosition? start, int size, CancellationToken cancellationToken)
    {
        var kept = OrderEntry.Room(size + 1);
        var found = await walk.Read(OrderEntry.Columns, start, backward: false, size + 1, row => OrderEntry.Keep(kept, row), cancellationToken);
        if (found.Count <= size)
        {
            return new(found, null);
        }

        found.RemoveAt(size);
        return new(found, new OrderCursor(filter.Sort, filter.Ascending, Backward: false, OrderWalk.Position(found[^1], filter.Sort)).Encode());
    }
}
