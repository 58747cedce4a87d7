using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AdminOrders.Bench;

/// <summary>The rows of a prepared statement by the engine's own calls, on a connection of its own.</summary>
internal sealed class RawRows : IDisposable
{
    private readonly DbConnection connection;
    private readonly sqlite3_stmt rows;

    public RawRows(DbConnection connection, string sql)
    {
        this.connection = connection;
        var engine = (sqlite3)typeof(SqliteConnection).GetProperty("Handle")!.GetValue(connection)!;
        if (raw.sqlite3_prepare_v3(engine, sql, raw.SQLITE_PREPARE_PERSISTENT, out rows) != raw.SQLITE_OK)
        {
            throw new InvalidOperationException(raw.sqlite3_errmsg(engine).utf8_to_string());
        }
    }

    public void Bind(int place, long value) => raw.sqlite3_bind_int64(rows, place, value);

    public bool Next() => raw.sqlite3_step(rows) == raw.SQLITE_ROW;

    public void Reset() => raw.sqlite3_reset(rows);

    public ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(rows, column);

    public long Number(int column) => raw.sqlite3_column_int64(rows, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(rows, column) == raw.SQLITE_NULL;

    public void Dispose()
    {
        rows.Dispose();
        connection.Dispose();
    }
}
