using AdminOrders.Core.Storage.Copying;
using Microsoft.Data.Sqlite;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>One prepared statement, in transactions of so many rows.</summary>
internal sealed class SqliteFill : TableFill
{
    private const int RowsInATransaction = 50_000;
    private readonly SqliteFile file;
    private readonly SqliteStatement insert;
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
        try
        {
            insert.Run(values);
        }
        catch (SqliteException refused)
        {
            throw new RowNotTakenException(rows, file.Words, refused);
        }

        if (rows % RowsInATransaction == 0)
        {
            file.Run("COMMIT; BEGIN IMMEDIATE");
        }
    }

    public override void Complete() => file.Run("COMMIT");

    public override void Dispose()
    {
        insert.Dispose();
        if (file.IsInTransaction)
        {
            file.Run("ROLLBACK");
        }
    }
}
