using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace AdminOrders.Core.Storage.Postgres;

/// <summary>New rows of one table as one statement with an array for each column: the server then plans, locks and answers once, not for every row.</summary>
internal sealed class PostgresInsert(SqlInsert insert, PostgresStatement one)
{
    private readonly string many =
        $"INSERT INTO \"{insert.Table}\" ({string.Join(", ", insert.Columns.Select(column => $"\"{column}\""))}) "
        + $"SELECT * FROM unnest({string.Join(", ", insert.Columns.Select((_, at) => "$" + (at + 1).ToString(CultureInfo.InvariantCulture)))})";

    public NpgsqlBatchCommand With(IReadOnlyList<object?[]> rows, NpgsqlConnection connection)
    {
        var types = one.TypesOn(connection);
        var command = new NpgsqlBatchCommand(many);
        for (var at = 0; at < types.Length; at++)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | types[at], Value = Column(rows, at, types[at]) });
        }

        return command;
    }

    private static Array Column(IReadOnlyList<object?[]> rows, int at, NpgsqlDbType type) => type switch
    {
        NpgsqlDbType.Text or NpgsqlDbType.Varchar => Values(rows, at, value => (string?)value),
        NpgsqlDbType.Bigint => Values(rows, at, value => value is null ? (long?)null : Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        NpgsqlDbType.Integer => Values(rows, at, value => (int?)value),
        NpgsqlDbType.Boolean => Values(rows, at, value => (bool?)value),
        NpgsqlDbType.Bytea => Values(rows, at, value => (byte[]?)value),
        _ => throw new ArgumentException($"A column of {type} is not known.", nameof(type)),
    };

    private static T[] Values<T>(IReadOnlyList<object?[]> rows, int at, Func<object?, T> read) => [.. rows.Select(row => read(row[at]))];
}
