using System.Data.Common;
using Npgsql;

namespace AdminOrders.Core.Storage.Postgres;

/// <summary>
/// Sends everything that waits in one journey, prepared: a row would otherwise cost a round trip of its own. New rows go first, those of a
/// table together; nothing that waits with them depends on their not being there.
/// </summary>
internal sealed class PostgresWrites(NpgsqlConnection connection) : StoreWrites(connection)
{
    private readonly Dictionary<SqlWrite, PostgresStatement> statements = [];
    private readonly Dictionary<SqlWrite, PostgresInsert> inserts = [];

    protected override void Run(DbTransaction transaction, IReadOnlyList<(SqlWrite Write, object?[] Values)> writes)
    {
        if (writes.Count == 0)
        {
            return;
        }

        using var batch = new NpgsqlBatch(connection);
        foreach (var table in writes.Where(row => row.Write.Insert is not null).GroupBy(row => row.Write).OrderBy(rows => rows.Key.Insert!.Place))
        {
            batch.BatchCommands.Add(InsertOf(table.Key).With([.. table.Select(row => row.Values)], connection));
        }

        foreach (var (write, values) in writes.Where(row => row.Write.Insert is null))
        {
            batch.BatchCommands.Add(StatementOf(write).With(values, connection));
        }

        batch.Prepare();
        batch.ExecuteNonQuery();
    }

    private PostgresInsert InsertOf(SqlWrite write)
    {
        if (!inserts.TryGetValue(write, out var insert))
        {
            inserts.Add(write, insert = new PostgresInsert(write.Insert!, StatementOf(write)));
        }

        return insert;
    }

    private PostgresStatement StatementOf(SqlWrite write)
    {
        if (!statements.TryGetValue(write, out var statement))
        {
            statements.Add(write, statement = new PostgresStatement(write.Sql));
        }

        return statement;
    }
}
