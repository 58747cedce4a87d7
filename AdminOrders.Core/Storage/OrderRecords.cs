using System.Data.Common;

namespace AdminOrders.Core.Storage;

/// <summary>Reads orders whole, with as few questions as an order has parts: for the interfaces that hand them out.</summary>
public sealed class OrderRecords(StoreSource source, CancellationReasons reasons)
{
    /// <summary>More orders than this have never been placed at once.</summary>
    private const int LargestGroup = 200;

    /// <summary>The order of that id; null where there is none.</summary>
    public async Task<OrderRecord?> Get(string orderId, CancellationToken cancellationToken = default) =>
        (await Read(_ => [orderId], cancellationToken)).SingleOrDefault();

    /// <summary>The order of that sequence, the first by id where several have it; null where there is none.</summary>
    public async Task<OrderRecord?> BySequence(string sequence, CancellationToken cancellationToken = default) => (await Read(
        connection => Ids(connection, """SELECT "OrderId" FROM "Orders" WHERE "Sequence" = @value ORDER BY "OrderId" LIMIT 1""", sequence),
        cancellationToken)).SingleOrDefault();

    /// <summary>The orders that were placed together, by id.</summary>
    public Task<IReadOnlyList<OrderRecord>> InGroup(string orderGroup, CancellationToken cancellationToken = default) => Read(
        connection => Ids(
            connection,
            $"""SELECT "OrderId" FROM "Orders" WHERE "OrderGroup" = @value AND "OrderGroup" <> '' ORDER BY "OrderId" LIMIT {LargestGroup}""",
            orderGroup),
        cancellationToken);

    private async Task<IReadOnlyList<OrderRecord>> Read(Func<DbConnection, IReadOnlyList<string>> idsOf, CancellationToken cancellationToken)
    {
        var labels = await reasons.Labels(cancellationToken);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = source.BeginRead(connection);
        using var reads = source.CreateReads(connection);
        reads.Enlist(transaction);
        var reader = new OrderRecordReader(reads, labels);
        return [.. idsOf(connection).Select(reader.Read).OfType<OrderRecord>()];
    }

    private static List<string> Ids(DbConnection connection, string sql, string value)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@value", value);
        command.Parameters.Add(parameter);
        using var rows = command.ExecuteReader();
        var ids = new List<string>();
        while (rows.Read())
        {
            ids.Add(rows.GetString(0));
        }

        return ids;
    }
}
