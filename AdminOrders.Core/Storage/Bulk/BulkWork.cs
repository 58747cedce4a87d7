using System.Data.Common;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage.Bulk;

/// <summary>A job that has something to be looked at or done.</summary>
internal sealed record BulkWork(string Id, BulkState State, string ActorId, OrderCommand Command)
{
    /// <summary>The oldest first.</summary>
    private static readonly SqlQuery All = new(
        """
        SELECT "Id", "Kind", "State", "ActorId", "Command" FROM "BulkJobs" WHERE "State" = 2 OR ("State" = 1 AND "IsLookedAt" = @no) ORDER BY "CreatedAt", "Id"
        """,
        [new("@no", false)]);

    private static readonly string NotLookedAt = Items("""i."Forecast" = 0""");

    // Who pauses or stops the job stops it here.
    private static readonly string Waiting = Items("""i."Outcome" = 0 AND EXISTS (SELECT 1 FROM "BulkJobs" j WHERE j."Id" = @id AND j."State" = 2)""");

    public static async Task<List<BulkWork>> Read(StoreSource source, CancellationToken cancellationToken)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        return await reading.Read(All, Job, cancellationToken);
    }

    /// <summary>Orders behind a place of which nobody knows what would happen.</summary>
    public Task<List<BulkWorkItem>> Unseen(StoreReading reading, int after, int most, CancellationToken cancellationToken) =>
        reading.Read(new(NotLookedAt, Parameters(after, most)), Item, cancellationToken);

    /// <summary>Orders behind a place that wait for their turn; none where the job does not run.</summary>
    public async Task<List<BulkWorkItem>> Next(StoreSource source, int after, int most, CancellationToken cancellationToken)
    {
        await using var reading = await source.OpenReading(cancellationToken);
        return await reading.Read(new(Waiting, Parameters(after, most)), Item, cancellationToken);
    }

    /// <summary>What an order gets.</summary>
    public OrderCommand CommandFor(BulkWorkItem item) => BulkCommand.For(Command, item.Ref, item.RequestId, item.ReasonLabelId);

    private List<KeyValuePair<string, object>> Parameters(int after, int most) => [new("@id", Id), new("@after", after), new("@most", most)];

    private static string Items(string condition) =>
        $"""
        SELECT i."JobId", i."Place", i."OrderKey", i."OrderId", i."RequestId", i."ReasonLabelId" FROM "BulkItems" i
        WHERE i."JobId" = @id AND i."Place" > @after AND {condition} ORDER BY i."Place" LIMIT @most
        """;

    private static BulkWork Job(DbDataReader row) =>
        new(row.GetString(0), (BulkState)row.GetInt32(2), row.GetString(3), BulkCommand.Read((BulkKind)row.GetInt32(1), row.GetString(4)));

    private static BulkWorkItem Item(DbDataReader row) =>
        new(new(row.GetString(0), row.GetInt32(1)), row.IsDBNull(2), row.GetString(3), row.TextOrNull(4), row.IntOrNull(5));
}

/// <summary>An order of a job that is looked at or worked off.</summary>
/// <param name="IsUnknown">There is none of that id, or not for who asked.</param>
internal sealed record BulkWorkItem(BulkItemRef Ref, bool IsUnknown, string OrderId, string? RequestId, int? ReasonLabelId);
