using System.Globalization;
using System.Text.RegularExpressions;
using AdminOrders.Core.Storage.Copying;
using Npgsql;
using NpgsqlTypes;

namespace AdminOrders.Core.Storage.Postgres;

/// <summary>One COPY in the server's own binary form.</summary>
internal sealed partial class PostgresFill : TableFill
{
    private readonly NpgsqlBinaryImporter importer;

    public PostgresFill(NpgsqlConnection connection, CopiedTable table)
    {
        var names = string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));
        importer = connection.BeginBinaryImport($"COPY \"{table.Name}\" ({names}) FROM STDIN (FORMAT BINARY)");
    }

    public override void Write(object?[] values) => Naming(() =>
    {
        importer.StartRow();
        foreach (var value in values)
        {
            Write(value);
        }
    });

    public override void Complete() => Naming(() => importer.Complete());

    // A COPY that was not completed leaves nothing.
    public override void Dispose() => importer.Dispose();

    private void Write(object? value)
    {
        switch (value)
        {
            case null:
                importer.WriteNull();
                break;
            case bool flag:
                importer.Write(flag, NpgsqlDbType.Boolean);
                break;
            case int small:
                importer.Write(small, NpgsqlDbType.Integer);
                break;
            case long whole:
                importer.Write(whole, NpgsqlDbType.Bigint);
                break;
            case string text:
                importer.Write(text, NpgsqlDbType.Text);
                break;
            case byte[] blob:
                importer.Write(blob, NpgsqlDbType.Bytea);
                break;
            case DateTimeOffset instant:
                importer.Write(instant, NpgsqlDbType.TimestampTz);
                break;
        }
    }

    // The server counts the rows and says which one it does not take, and in which column.
    private static void Naming(Action write)
    {
        try
        {
            write();
        }
        catch (PostgresException refused)
        {
            long? row = refused.Where is { } where && CopyLine().Match(where) is { Success: true } line
                ? long.Parse(line.Groups["row"].ValueSpan, CultureInfo.InvariantCulture)
                : null;
            throw new RowNotTakenException(row, string.Join("; ", new[] { refused.MessageText, refused.Where }.Where(part => !string.IsNullOrEmpty(part))), refused);
        }
    }

    [GeneratedRegex("line (?<row>[0-9]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CopyLine();
}
