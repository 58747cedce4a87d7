namespace AdminOrders.Core.Storage;

/// <summary>New rows of one table, many to a statement: a few sizes of it, so that the engine knows each.</summary>
internal sealed class SqlInserts
{
    private readonly (int Length, SqlWrite Write)[] bySize;

    /// <param name="sizes">Rows of a statement, descending to 1.</param>
    /// <param name="ending">What stands behind the rows, for example what becomes of one that is there already.</param>
    public SqlInserts(StoreWrites writes, string table, string[] columns, int[] sizes, string ending = "") =>
        bySize = [.. sizes.Select(size => (size * columns.Length, writes.Add($"{InsertOf(table, columns, size)} {ending}".TrimEnd())))];

    /// <summary>Queues the rows.</summary>
    /// <param name="values">Row by row, in the order of the columns.</param>
    public void Later(ReadOnlySpan<object?> values)
    {
        foreach (var (length, write) in bySize)
        {
            for (; values.Length >= length; values = values[length..])
            {
                write.Later(values[..length]);
            }
        }
    }

    private static string InsertOf(string table, string[] columns, int rows)
    {
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        var places = Enumerable.Range(0, rows).Select(row => $"({string.Join(", ", columns.Select(column => $"@{column}{row}"))})");
        return $"INSERT INTO \"{table}\" ({names}) VALUES {string.Join(", ", places)}";
    }
}
