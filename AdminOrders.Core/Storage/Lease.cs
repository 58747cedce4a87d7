namespace AdminOrders.Core.Storage;

/// <summary>A work that one process does at a time: it is this process's as long as it takes the lease again before it runs out.</summary>
internal sealed class Lease(StoreSource source, string name, TimeSpan length)
{
    private const string TakeSql =
        """UPDATE "Leases" SET "Owner" = @Owner, "Until" = @Until WHERE "Name" = @Name AND ("Owner" = @Owner OR "Until" < @Now)""";

    private readonly string owner = Guid.NewGuid().ToString("N");

    /// <summary>Takes or prolongs it; false: another process has it.</summary>
    public async Task<bool> Take(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var take = new SqlStatement(connection, TakeSql);
        return take.Run(owner, Ticks.Of(now + length), name, Ticks.Of(now)) == 1;
    }

    /// <summary>Lets another process take it at once.</summary>
    public async Task GiveBack(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        using var give = new SqlStatement(connection, """UPDATE "Leases" SET "Until" = 0 WHERE "Name" = @Name AND "Owner" = @Owner""");
        give.Run(name, owner);
    }
}
