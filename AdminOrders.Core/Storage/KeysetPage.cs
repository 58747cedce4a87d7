namespace AdminOrders.Core.Storage;

/// <summary>Which rows a page shows and which way it goes on, of what was read beyond its cursor: one row more than it holds, the nearest to the cursor first.</summary>
/// <param name="Rows">In the order of the list.</param>
internal readonly record struct KeysetPage<T>(IReadOnlyList<T> Rows, bool HasNext, bool HasPrevious)
{
    /// <summary>Reads the page at the cursor; where that leads nowhere, or back to less than a page, it is the first one.</summary>
    /// <param name="cursor">Null: the first page.</param>
    /// <param name="read">Reads so many rows beyond a cursor.</param>
    public static async Task<KeysetPage<T>> Read<TCursor>(TCursor? cursor, Func<TCursor, bool> isBackward, int size, Func<TCursor?, int, Task<List<T>>> read)
        where TCursor : class
    {
        var backward = cursor is not null && isBackward(cursor);
        var found = await read(cursor, size + 1);
        if (cursor is not null && (found.Count == 0 || (backward && found.Count < size)))
        {
            (cursor, backward) = (null, false);
            found = await read(null, size + 1);
        }

        var isMore = found.Count > size;
        var rows = found.Take(size).ToList();
        if (backward)
        {
            rows.Reverse();
        }

        return new(rows, rows.Count > 0 && (backward || isMore), rows.Count > 0 && (backward ? isMore : cursor is not null));
    }
}
