using System.Data.Common;
using AdminOrders.Core.Storage;

namespace AdminOrders.Bench.Growth;

/// <summary>The floor of reading: prepared statements on one connection, every column read once and thrown away.</summary>
internal sealed class RawReader : IDisposable
{
    private readonly DbConnection connection;
    private readonly DbCommand[] commands;

    /// <param name="statements">Run one after the other with the same parameters, named <c>@a</c>, <c>@b</c> …</param>
    public RawReader(StoreSource source, int parameters, params string[] statements)
    {
        connection = source.OpenConnection();
        commands = [.. statements.Select(statement => Prepare(statement, parameters))];
    }

    public int Read(params object[] values)
    {
        var rows = 0;
        foreach (var command in commands)
        {
            for (var at = 0; at < command.Parameters.Count; at++)
            {
                command.Parameters[at].Value = values[at];
            }

            rows += ReadAll(command);
        }

        return rows;
    }

    public void Dispose()
    {
        foreach (var command in commands)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private static int ReadAll(DbCommand command)
    {
        using var rows = command.ExecuteReader();
        var values = new object[rows.FieldCount];
        var count = 0;
        for (; rows.Read(); count++)
        {
            rows.GetValues(values);
        }

        return count;
    }

    private DbCommand Prepare(string statement, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var name in Enumerable.Range('a', parameters).Select(letter => $"@{(char)letter}"))
        {
            if (statement.Contains(name, StringComparison.Ordinal))
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }
        }

        command.Prepare();
        return command;
    }
}
