using System.Data.Common;
using Npgsql;

namespace AdminOrders.Core.Storage.Postgres;

/// <summary>Sends all questions that wait in one journey; the server answers them one after the other, prepared.</summary>
internal sealed class PostgresReads(NpgsqlConnection connection) : StoreReads
{
    private readonly Dictionary<SqlRead, PostgresStatement> statements = [];
    private readonly List<(SqlRead Question, object[] Values, Action<DbDataReader> Answer)> waiting = [];

    public override void Ask(SqlRead question, object[] values, Action<DbDataReader> answer) => waiting.Add((question, values, answer));

    public override void Finish()
    {
        if (waiting.Count == 0)
        {
            return;
        }

        try
        {
            using var batch = new NpgsqlBatch(connection);
            waiting.ForEach(asked => batch.BatchCommands.Add(StatementOf(asked.Question).With(asked.Values)));
            batch.Prepare();
            using var rows = batch.ExecuteReader();
            foreach (var (_, _, answer) in waiting)
            {
                answer(rows);
                rows.NextResult();
            }
        }
        finally
        {
            waiting.Clear();
        }
    }

    public override string KeepingRows(string table) => $" FOR UPDATE OF {table}";

    public override void Dispose()
    {
        // What is prepared stays with the server's connection.
    }

    private PostgresStatement StatementOf(SqlRead question)
    {
        if (!statements.TryGetValue(question, out var statement))
        {
            statements.Add(question, statement = new PostgresStatement(question.Sql));
        }

        return statement;
    }
}
