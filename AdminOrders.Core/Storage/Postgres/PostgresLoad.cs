using AdminOrders.Core.Storage.Copying;
using Npgsql;

namespace AdminOrders.Core.Storage.Postgres;

/// <summary>Fills a PostgreSQL database by COPY.</summary>
internal sealed class PostgresLoad : BulkLoad
{
    private const string IndexSql =
        """
        SELECT 'DROP INDEX IF EXISTS ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
        FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
        WHERE t.relnamespace = current_schema()::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
        ORDER BY i.indexrelid
        """;

    // They need the keys that they point at: made last, taken away first.
    private const string ForeignKeySql =
        """
        SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT IF EXISTS ' || quote_ident(conname),
            'ALTER TABLE ' || conrelid::regclass || ' ADD CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY oid
        """;

    private const string AlterTable = "ALTER TABLE ";
    private const int MadeAtOnce = 3;
    private readonly string connectionString;
    private readonly NpgsqlConnection connection;

    /// <param name="connectionString">Without limits of time.</param>
    public PostgresLoad(string connectionString)
    {
        this.connectionString = connectionString;
        connection = Open();
    }

    public override IReadOnlyList<Derived> Derived() => [.. Read(IndexSql), .. Read(ForeignKeySql)];

    public override void Run(string sql) => Run(connection, sql);

    // Indexes side by side, then what locks its table.
    public override void Make(IReadOnlyList<Derived> takenAway, CancellationToken cancellationToken)
    {
        var alone = takenAway.Where(derived => derived.Create.StartsWith(AlterTable, StringComparison.Ordinal)).ToList();
        SideBySide.Run(takenAway.Except(alone), MadeAtOnce, MakeBeside, cancellationToken);
        base.Make(alone, cancellationToken);
    }

    public override void Clear(CopiedTable table) =>
        Run(table.Condition.Length == 0 ? $"TRUNCATE \"{table.Name}\"" : $"DELETE FROM \"{table.Name}\"{table.Condition}");

    public override TableFill Fill(CopiedTable table) => new PostgresFill(connection, table);

    public override void SetLastKey(CopiedTable table, long last)
    {
        using var set = new SqlStatement(connection, "SELECT setval(pg_get_serial_sequence(@Table, @Column), GREATEST(@Last, 1), @Last > 0)");
        set.Value($"\"{table.Name}\"", table.Columns[0].Name, last);
    }

    // Without it the planner would know nothing of the rows until the server looks by itself.
    public override void Finish() => Run("ANALYZE");

    public override void Dispose() => connection.Dispose();

    private void MakeBeside(Derived derived)
    {
        using var beside = Open();
        Run(beside, derived.Create);
    }

    private NpgsqlConnection Open()
    {
        var opened = new NpgsqlConnection(connectionString);
        opened.Open();
        Run(opened, "SET maintenance_work_mem = '256MB'");
        return opened;
    }

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }

    private List<Derived> Read(string sql)
    {
        using var made = new SqlStatement(connection, sql);
        using var rows = made.Read();
        var all = new List<Derived>();
        while (rows.Read())
        {
            all.Add(new(rows.GetString(0), rows.GetString(1)));
        }

        return all;
    }
}
