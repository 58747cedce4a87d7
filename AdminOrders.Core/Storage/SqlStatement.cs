using System.Data.Common;

namespace AdminOrders.Core.Storage;

/// <summary>
/// One statement on one connection, kept so that the engine prepares it once. Values are given in the order in which the
/// parameters (<c>@Name</c>) first stand in the text.
/// </summary>
internal sealed class SqlStatement : IDisposable
{
    private readonly DbCommand command;

    public SqlStatement(DbConnection connection, string sql)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in ParametersOf(sql))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
    }

    /// <summary><c>INSERT</c> of one row with these columns.</summary>
    public static string Insert(string table, params string[] columns) =>
        $"INSERT INTO \"{table}\" ({Join(columns, column => $"\"{column}\"")}) VALUES ({Join(columns, column => "@" + column)})";

    /// <summary><c>UPDATE</c> of these columns by one or more keys; the keys' values come last.</summary>
    public static string Update(string table, string[] columns, params string[] keys) =>
        $"UPDATE \"{table}\" SET {Join(columns, Equal)} WHERE {string.Join(" AND ", keys.Select(Equal))}";

    /// <summary>The names of the parameters, each once, in the order in which they first stand in the text.</summary>
    public static IEnumerable<string> ParametersOf(string sql) => PlacesOf(sql).Select(place => place.Name).Distinct(StringComparer.Ordinal);

    /// <summary>Every place where a parameter stands in the text.</summary>
    public static IEnumerable<(int At, string Name)> PlacesOf(string sql)
    {
        for (var at = sql.IndexOf('@', StringComparison.Ordinal); at >= 0; at = sql.IndexOf('@', at + 1))
        {
            var end = at + 1;
            while (end < sql.Length && char.IsAsciiLetterOrDigit(sql[end]))
            {
                end++;
            }

            yield return (at, sql[at..end]);
        }
    }

    /// <summary>The transaction that is open on the connection now; null: none.</summary>
    public void Enlist(DbTransaction? transaction) => command.Transaction = transaction;

    /// <summary>Runs it and returns how many rows it touched.</summary>
    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs what has no parameters, where it may have to wait for others: no thread waits with it.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => command.ExecuteNonQueryAsync(cancellationToken);

    /// <summary>Runs it and returns the first value of the first row; null: there is none.</summary>
    public object? Value(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>Runs it for its rows.</summary>
    public DbDataReader Read(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return command.ExecuteReader();
    }

    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        if (values.Length != command.Parameters.Count)
        {
            throw new ArgumentException($"{values.Length} values for {command.Parameters.Count} parameters: {command.CommandText}", nameof(values));
        }

        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters[at].Value = values[at] ?? DBNull.Value;
        }
    }

    private static string Equal(string column) => $"\"{column}\" = @{column}";

    private static string Join(string[] columns, Func<string, string> write) => string.Join(", ", columns.Select(write));
}

/// <summary>Statements that live and enlist together on one connection.</summary>
internal sealed class SqlStatements(DbConnection connection) : IDisposable
{
    private readonly List<SqlStatement> all = [];

    public SqlStatement Add(string sql)
    {
        var statement = new SqlStatement(connection, sql);
        all.Add(statement);
        return statement;
    }

    public void Enlist(DbTransaction? transaction) => all.ForEach(statement => statement.Enlist(transaction));

    public void Dispose() => all.ForEach(statement => statement.Dispose());
}
