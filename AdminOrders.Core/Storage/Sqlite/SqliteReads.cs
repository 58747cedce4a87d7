using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>Answers each question at once, by a statement that is prepared when it is asked first.</summary>
internal sealed class SqliteReads(sqlite3 engine) : StoreReads
{
    private readonly Dictionary<SqlRead, SqliteStatement> statements = [];

    /// <summary>Whether a question has failed.</summary>
    public bool HasFailed { get; private set; }

    public override void Ask(SqlRead question, object[] values, Action<DbDataReader> answer)
    {
        try
        {
            using var rows = StatementOf(question).Read(values);
            answer(rows);
        }
        catch (SqliteException)
        {
            HasFailed = true;
            throw;
        }
    }

    public override void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }
    }

    private SqliteStatement StatementOf(SqlRead question)
    {
        if (!statements.TryGetValue(question, out var statement))
        {
            statements.Add(question, statement = new(engine, question.Sql));
        }

        return statement;
    }
}
