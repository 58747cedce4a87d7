using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AdminOrders.Bench;

/// <summary>A prepared statement by the engine's own calls: nothing between the value and the row.</summary>
internal sealed class RawStatement : IDisposable
{
    private readonly sqlite3 engine;
    private readonly sqlite3_stmt statement;
    private readonly byte[] text = new byte[64 * 1024];

    public RawStatement(DbConnection connection, string sql)
    {
        engine = (sqlite3)typeof(SqliteConnection).GetProperty("Handle")!.GetValue(connection)!;
        Check(raw.sqlite3_prepare_v3(engine, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    public void Run(params ReadOnlySpan<object> values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            Check(Bind(at + 1, values[at]));
        }

        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        Check(result is raw.SQLITE_DONE or raw.SQLITE_ROW ? raw.SQLITE_OK : result);
    }

    public void Dispose() => statement.Dispose();

    private int Bind(int place, object value) => value switch
    {
        DBNull => raw.sqlite3_bind_null(statement, place),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        string { Length: 0 } => raw.sqlite3_bind_text(statement, place, ""),
        string known => raw.sqlite3_bind_text(statement, place, text.AsSpan(0, Encoding.UTF8.GetBytes(known, text))),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => throw new ArgumentException($"A column of {value.GetType().Name}.", nameof(value)),
    };

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new InvalidOperationException($"SQLite says {result}: {raw.sqlite3_errmsg(engine).utf8_to_string()}");
        }
    }
}
