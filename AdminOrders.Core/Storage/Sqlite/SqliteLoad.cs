using System.Data.Common;
using System.Globalization;
using AdminOrders.Core.Storage.Copying;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>Fills a SQLite file without waiting for the disk: until <see cref="Finish"/> only the mark of the copy is safe.</summary>
internal sealed class SqliteLoad : BulkLoad
{
    private readonly DbConnection reading;
    private readonly SqliteFile file;

    /// <param name="reading">A connection to the same file, to look; it goes with this.</param>
    public SqliteLoad(DbConnection reading, string path)
    {
        this.reading = reading;
        file = new(path);
        Run("PRAGMA busy_timeout=10000; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-64000;");
    }

    public override IReadOnlyList<Derived> Derived()
    {
        using var made = new SqlStatement(
            reading, """SELECT "type", "name", "sql" FROM "sqlite_master" WHERE "type" IN ('index', 'trigger') AND "sql" IS NOT NULL ORDER BY "type", "name" """);
        using var rows = made.Read();
        var all = new List<Derived>();
        while (rows.Read())
        {
            all.Add(new($"DROP {rows.GetString(0)} IF EXISTS \"{rows.GetString(1)}\"", rows.GetString(2)));
        }

        return all;
    }

    public override void Run(string sql) => file.Run(sql);

    public override void Clear(CopiedTable table) => Run($"DELETE FROM \"{table.Name}\"{table.Condition}");

    public override TableFill Fill(CopiedTable table) => new SqliteFill(file, table);

    public override void SetLastKey(CopiedTable table, long last)
    {
        var number = last.ToString(CultureInfo.InvariantCulture);
        Run(
            $"""
            INSERT INTO "sqlite_sequence" ("name", "seq") SELECT '{table.Name}', 0 WHERE NOT EXISTS (SELECT 1 FROM "sqlite_sequence" WHERE "name" = '{table.Name}');
            UPDATE "sqlite_sequence" SET "seq" = {number} WHERE "name" = '{table.Name}' AND "seq" < {number};
            """);
    }

    public override void Finish()
    {
        // Built in one go from the texts: a fraction of the work of a trigger for each.
        Run("""INSERT INTO "OrderSearchIndex"("OrderSearchIndex") VALUES ('rebuild')""");
        using (var strays = new SqlStatement(reading, """SELECT "table" || ' ' || COALESCE("rowid", '') || ' has no ' || "parent" FROM pragma_foreign_key_check LIMIT 1"""))
        {
            if (strays.Value() is { } stray)
            {
                throw new StoreUnusableException($"A row belongs nowhere: {stray}.");
            }
        }

        Run("PRAGMA synchronous=FULL; PRAGMA wal_checkpoint(TRUNCATE);");
    }

    public override void Dispose()
    {
        file.Dispose();
        reading.Dispose();
    }
}
