using SQLitePCL;

namespace AdminOrders.Core.Storage.Sqlite;

/// <summary>The statements that were used last on a connection, by their text. A text with hundreds of values in it does not come again and is not kept.</summary>
internal sealed class SqliteStatements(sqlite3 engine) : IDisposable
{
    private const int Most = 64;
    private const int LongestText = 4_096;
    private readonly Dictionary<string, LinkedListNode<(string Sql, SqliteStatement Statement)>> kept = new(StringComparer.Ordinal);
    private readonly LinkedList<(string Sql, SqliteStatement Statement)> byUse = [];

    /// <summary>The statement, for one reading: nobody else gets it until it is given back.</summary>
    public SqliteStatement Take(string sql)
    {
        if (!kept.Remove(sql, out var known))
        {
            return new(engine, sql);
        }

        byUse.Remove(known);
        return known.Value.Statement;
    }

    public void GiveBack(string sql, SqliteStatement statement)
    {
        if (sql.Length > LongestText || kept.ContainsKey(sql))
        {
            statement.Dispose();
            return;
        }

        kept.Add(sql, byUse.AddFirst((sql, statement)));
        if (kept.Count > Most)
        {
            var oldest = byUse.Last!.Value;
            byUse.RemoveLast();
            kept.Remove(oldest.Sql);
            oldest.Statement.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var (_, statement) in byUse)
        {
            statement.Dispose();
        }
    }
}
