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
    /// <exception cref="ValueOfAnotherTypeException">The row holds something that its column is not for.</exception>
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

    // SQLite keeps what it is given and converts it when it is read: only its own word tells what lies there.
    private object Value(int at, ColumnKind kind)
    {
        var type = reader.GetFieldType(at);
        return kind switch
        {
            ColumnKind.Flag when type == typeof(bool) => reader.GetBoolean(at),
            ColumnKind.Flag when type == typeof(long) && reader.GetInt64(at) is 0 or 1 => reader.GetBoolean(at),
            ColumnKind.Small when type == typeof(int) => reader.GetInt32(at),
            ColumnKind.Small when type == typeof(long) && reader.GetInt64(at) is >= int.MinValue and <= int.MaxValue => reader.GetInt32(at),
            ColumnKind.Whole when type == typeof(long) => reader.GetInt64(at),
            ColumnKind.Text when type == typeof(string) => reader.GetString(at),
            ColumnKind.Bytes when type == typeof(byte[]) => reader.GetFieldValue<byte[]>(at),
            ColumnKind.Instant when type == typeof(string) || type == typeof(DateTime) => Instant(at),
            _ => throw OfAnotherType(at),
        };
    }

    private DateTimeOffset Instant(int at)
    {
        try
        {
            return reader.GetFieldValue<DateTimeOffset>(at).ToUniversalTime();
        }
        catch (FormatException)
        {
            throw OfAnotherType(at);
        }
    }

    private ValueOfAnotherTypeException OfAnotherType(int at) => new(
        string.Join(' ', table.KeyNames.Select((name, place) => $"{name}={reader.GetValue(place)}")), table.Columns[at].Name, reader.GetFieldType(at).Name);
}

/// <summary>A row holds a value that its column is not for.</summary>
/// <param name="key">The row's key, as people write it.</param>
/// <param name="found">The type of the value.</param>
internal sealed class ValueOfAnotherTypeException(string key, string column, string found) : Exception($"{column} holds a value of type {found}.")
{
    public string Key => key;

    public string Column => column;

    public string Found => found;
}
