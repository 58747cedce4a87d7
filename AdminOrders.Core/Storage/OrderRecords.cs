namespace AdminOrders.Core.Storage;

/// <summary>Reads orders whole, with as few questions as an order has parts: for the interfaces that hand them out.</summary>
public sealed class OrderRecords(StoreSource source, CancellationReasons reasons)
{
    /// <summary>More orders than this have never been placed at once.</summary>
    private const int LargestGroup = 200;

    private static readonly SqlRead OfSequence = new("""SELECT "OrderId" FROM "Orders" WHERE "Sequence" = @Sequence ORDER BY "OrderId" LIMIT 1""");

    private static readonly SqlRead OfGroup = new(
        $"""SELECT "OrderId" FROM "Orders" WHERE "OrderGroup" = @OrderGroup AND "OrderGroup" <> '' ORDER BY "OrderId" LIMIT {LargestGroup}""");

    /// <summary>The order of that id; null where there is none.</summary>
    public async Task<OrderRecord?> Get(string orderId, CancellationToken cancellationToken = default) =>
        (await Read(_ => [orderId], cancellationToken)).SingleOrDefault();

    /// <summary>The order of that sequence, the first by id where several have it; null where there is none.</summary>
    public async Task<OrderRecord?> BySequence(string sequence, CancellationToken cancellationToken = default) =>
        (await Read(reads => Ids(reads, OfSequence, sequence), cancellationToken)).SingleOrDefault();

    /// <summary>The orders that were placed together, by id.</summary>
    public Task<IReadOnlyList<OrderRecord>> InGroup(string orderGroup, CancellationToken cancellationToken = default) =>
        Read(reads => Ids(reads, OfGroup, orderGroup), cancellationToken);

    private async Task<IReadOnlyList<OrderRecord>> Read(Func<StoreReads, IReadOnlyList<string>> idsOf, CancellationToken cancellationToken)
    {
        var labels = await reasons.Labels(cancellationToken);
        await using var reading = await source.OpenReading(cancellationToken);
        await reading.HoldMoment(cancellationToken);
        var reader = new OrderRecordReader(reading.Reads, labels);
        return [.. idsOf(reading.Reads).Select(reader.Read).OfType<OrderRecord>()];
    }

    private static List<string> Ids(StoreReads reads, SqlRead question, string value)
    {
        List<string> ids = [];
        reads.Ask(question, [value], rows =>
        {
            while (rows.Read())
            {
                ids.Add(rows.GetString(0));
            }
        });
        reads.Finish();
        return ids;
    }
}
