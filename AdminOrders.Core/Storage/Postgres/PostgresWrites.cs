using System.Data.Common;
using Npgsql;

namespace AdminOrders.Core.Storage.Postgres;

/// <summary>Sends everything that waits in one journey, prepared: a row would otherwise cost a round trip of its own.</summary>
internal sealed class PostgresWrites(NpgsqlConnection connection) : StoreWrites(connection)
{
    private readonly Dictionary<SqlWrite, PostgresStatement> statements = [];

    protected override void Run(DbTransaction transaction, IReadOnlyList<(SqlWrite Write, object?[] Values)> writes)
    {
        if (writes.Count == 0)
        {
            return;
        }

        using var batch = new NpgsqlBatch(connection);
        foreach (var (write, values) in writes)
        {
            batch.BatchCommands.Add(StatementOf(write).With(values, connection));
        }

        batch.Prepare();
        batch.ExecuteNonQuery();
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
