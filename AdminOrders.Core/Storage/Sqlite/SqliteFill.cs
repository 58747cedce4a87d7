using System.Globalization;
using System.Text;
using AdminOrders.Core.Storage.Copying;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>One prepared statement, in transactions of so many rows.</summary>
internal sealed class SqliteFill : TableFill
{
    private const int RowsInATransaction = 50_000;
    private readonly SqliteFile file;
    private readonly sqlite3_stmt insert;
    private byte[] utf8 = new byte[4096];
    private long rows;

    public SqliteFill(SqliteFile file, CopiedTable table)
    {
        this.file = file;
        var names = string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));
        var places = string.Join(", ", table.Columns.Select(_ => "?"));
        insert = file.Prepare($"INSERT INTO \"{table.Name}\" ({names}) VALUES ({places})");
        file.Run("BEGIN IMMEDIATE");
    }

    public override void Write(object?[] values)
    {
        rows++;
        for (var at = 0; at < values.Length; at++)
        {
            file.Check(Bind(at + 1, values[at]));
        }

        if (raw.sqlite3_step(insert) != raw.SQLITE_DONE)
        {
            throw new RowNotTakenException(rows, file.Words);
        }

        raw.sqlite3_reset(insert);
        if (rows % RowsInATransaction == 0)
        {
            file.Run("COMMIT; BEGIN IMMEDIATE");
        }
    }

    public override void Complete() => file.Run("COMMIT");

    public override void Dispose()
    {
        raw.sqlite3_finalize(insert);
        if (file.IsInTransaction)
        {
            file.Run("ROLLBACK");
        }
    }

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(insert, place),
        bool flag => raw.sqlite3_bind_int64(insert, place, flag ? 1 : 0),
        int small => raw.sqlite3_bind_int64(insert, place, small),
        long whole => raw.sqlite3_bind_int64(insert, place, whole),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(insert, place, 0),
        byte[] blob => raw.sqlite3_bind_blob(insert, place, blob),
        "" => raw.sqlite3_bind_text(insert, place, ""),
        string text => raw.sqlite3_bind_text(insert, place, Utf8(text)),
        DateTimeOffset instant => raw.sqlite3_bind_text(
            insert, place, Utf8(instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture))),
        _ => throw new NotSupportedException($"A {value.GetType()} is bound nowhere."),
    };

    private ReadOnlySpan<byte> Utf8(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most > utf8.Length)
        {
            utf8 = new byte[most];
        }

        return utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8));
    }
}
