using System.Data.Common;

namespace AdminOrders.Core.Storage;

/// <summary>A statement with its parameters.</summary>
internal sealed record SqlQuery(string Text, IReadOnlyList<KeyValuePair<string, object>> Parameters);

internal static class SqlQueryExecution
{
    /// <summary>The rows of the query, each as <paramref name="view"/> reads it.</summary>
    public static async Task<List<T>> Read<T>(this DbConnection connection, SqlQuery query, Func<DbDataReader, T> view, CancellationToken cancellationToken)
    {
        StorageMeter.Reads.Add(1);
        List<T> all = [];
        await using var command = connection.CreateCommand();
        command.CommandText = query.Text;
        foreach (var (name, value) in query.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            all.Add(view(rows));
        }

        return all;
    }
}
