using System.Data.Common;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Questions on one connection. A question is answered when it is asked, or at the latest by <see cref="Finish"/>: so an engine behind a
/// network may carry many questions in one go.
/// </summary>
internal class StoreReads(DbConnection connection) : IDisposable
{
    private readonly SqlStatements statements = new(connection);
    private readonly Dictionary<SqlRead, SqlStatement> known = [];

    /// <summary>The transaction that is open on the connection now; null: none.</summary>
    public void Enlist(DbTransaction? transaction) => statements.Enlist(transaction);

    /// <summary>Asks with these values, in the order in which the parameters first stand in the text.</summary>
    /// <param name="answer">Is given the rows, before the first.</param>
    public virtual void Ask(SqlRead question, object[] values, Action<DbDataReader> answer)
    {
        using var rows = StatementOf(question).Read(values);
        answer(rows);
    }

    /// <summary>After it every question has its answer.</summary>
    public virtual void Finish()
    {
        // Where a question costs no journey, it is answered at once.
    }

    public void Dispose() => statements.Dispose();

    private SqlStatement StatementOf(SqlRead question)
    {
        if (!known.TryGetValue(question, out var statement))
        {
            known.Add(question, statement = statements.Add(question.Sql));
        }

        return statement;
    }
}

/// <summary>A statement that is asked for rows.</summary>
internal sealed class SqlRead(string sql)
{
    public string Sql => sql;
}
