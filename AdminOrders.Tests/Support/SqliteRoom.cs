using AdminOrders.Core.Storage;

namespace AdminOrders.Tests.Support;

/// <summary>
/// Lets a SQLite store run out of room, without a disk that is full: the engine takes no page more than there are, and says so in the same way.
/// The limit belongs to connections, so all that lie in the pool get it; whoever opens one afterwards has it.
/// </summary>
internal static class SqliteRoom
{
    private const int MoreThanThePoolHolds = 16;

    /// <summary>From now on no page is added. Whoever has written before has to have closed the store.</summary>
    public static Task TakeAway(StoreSource source) => Limit(source, 1);

    public static Task GiveBack(StoreSource source) => Limit(source, int.MaxValue);

    private static async Task Limit(StoreSource source, int pages)
    {
        var connections = new List<System.Data.Common.DbConnection>();
        for (var number = 0; number < MoreThanThePoolHolds; number++)
        {
            var connection = await source.OpenConnectionAsync();
            connections.Add(connection);
            await using var command = connection.CreateCommand();
            command.CommandText = System.FormattableString.Invariant($"PRAGMA max_page_count = {pages}");
            await command.ExecuteScalarAsync();
        }

        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }
}
