using AdminOrders.Core.Storage.Copying;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>One prepared statement, in transactions of so many rows.</summary>
internal sealed class SqliteFill : TableFill
{
    private const int RowsInATransaction = 50_000;
    private readonly SqliteFile file;
    private readonly sqlite3_stmt insert;
    private readonly SqliteValues binding = new();
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
            file.Check(binding.Bind(insert.DangerousGetHandle(), at + 1, values[at]));
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
}
