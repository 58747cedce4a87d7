using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace AdminOrders.Core.Storage.Postgres;

/// <summary>A statement as the server takes it: parameters by their place.</summary>
/// <param name="text">With parameters by name (<c>@Name</c>).</param>
internal sealed class PostgresStatement(string text)
{
    private readonly string byPlace = ByPlace(text);
    private NpgsqlDbType[]? types;

    /// <summary>The statement with these values, for a batch; their types tell the server's.</summary>
    public NpgsqlBatchCommand With(object[] values)
    {
        var command = new NpgsqlBatchCommand(byPlace);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }

    /// <summary>The same with values of which some may be null.</summary>
    public NpgsqlBatchCommand With(object?[] values, NpgsqlConnection connection)
    {
        var expected = TypesOn(connection);
        if (values.Length != expected.Length)
        {
            throw new ArgumentException($"{values.Length} values for {expected.Length} parameters: {text}", nameof(values));
        }

        var command = new NpgsqlBatchCommand(byPlace);
        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = expected[at], Value = values[at] ?? DBNull.Value });
        }

        return command;
    }

    /// <summary>The types that the server expects, asked for once: a prepared statement has fixed ones, and a null tells none.</summary>
    public NpgsqlDbType[] TypesOn(NpgsqlConnection connection)
    {
        if (types is null)
        {
            using var command = new NpgsqlCommand(text, connection);
            NpgsqlCommandBuilder.DeriveParameters(command);
            types = [.. command.Parameters.Select(parameter => parameter.NpgsqlDbType)];
        }

        return types;
    }

    private static string ByPlace(string text)
    {
        var names = SqlStatement.ParametersOf(text).ToList();
        var numbered = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var (at, name) in SqlStatement.PlacesOf(text))
        {
            numbered.Append(text, copied, at - copied).Append('$').Append(names.IndexOf(name) + 1);
            copied = at + name.Length;
        }

        return numbered.Append(text, copied, text.Length - copied).ToString();
    }
}
