using System.Data.Common;

namespace AdminOrders.Core.Storage.Copying;

/// <summary>The rows of a table on one side, in the order of the key, one at a time.</summary>
internal sealed class TableRows : IDisposable
{
    private readonly CopiedTable table;
    private readonly DbCommand command;
    private readonly DbDataReader reader;

    public TableRows(CopiedTable table, DbConnection connection, DbTransaction? transaction)
    {
        this.table = table;
        command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandTimeout = 0;
        command.CommandText = table.Select;
        reader = command.ExecuteReader();
    }

    /// <summary>The row that was read last: bool, int, long, string, byte[], DateTimeOffset (UTC) or null, column by column.</summary>
    public object?[] Values { get; private set; } = [];

    /// <summary>False: there are no more.</summary>
    public bool Read()
    {
        if (!reader.Read())
        {
            return false;
        }

        Values = new object?[table.Columns.Count];
        for (var at = 0; at < Values.Length; at++)
        {
            Values[at] = reader.IsDBNull(at) ? null : Value(at, table.Columns[at].Kind);
        }

        return true;
    }

    /// <summary>The key of the row that was read last, as people write it.</summary>
    public string Key() => string.Join(' ', table.KeyNames.Select((name, at) => $"{name}={Values[at]}"));

    public void Dispose()
    {
        reader.Dispose();
        command.Dispose();
    }

    private object Value(int at, ColumnKind kind) => kind switch
    {
        ColumnKind.Flag => reader.GetBoolean(at),
        ColumnKind.Small => reader.GetInt32(at),
        ColumnKind.Whole => reader.GetInt64(at),
        ColumnKind.Text => reader.GetString(at),
        ColumnKind.Bytes => reader.GetFieldValue<byte[]>(at),
        ColumnKind.Instant => reader.GetFieldValue<DateTimeOffset>(at).ToUniversalTime(),
    };
}
