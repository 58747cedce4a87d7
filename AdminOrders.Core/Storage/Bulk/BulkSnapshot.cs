using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace AdminOrders.Core.Storage.Bulk;

/// <summary>Writes down which orders a filter shows at one moment, a page at a time: nobody else's writing waits longer than for a page.</summary>
public sealed partial class BulkSnapshot(StoreSource source, JobWatch watch, ILogger<BulkSnapshot> logger)
{
    private const int PageSize = 500;

    /// <summary>Collects the orders of a job; where the store fails, the job is forgotten.</summary>
    internal async Task Run(string id, OrderFilter filter)
    {
        try
        {
            await Collect(id, filter);
        }
        catch (DbException failure)
        {
            LogFailed(id, failure);
        }

        watch.Want();
    }

    private async Task Collect(string id, OrderFilter filter)
    {
        await using var reading = await source.OpenReading(CancellationToken.None);
        await reading.HoldMoment(CancellationToken.None);
        var walk = await OrderWalk.Begin(source, reading, filter, CancellationToken.None);
        using var store = await BulkStore.Open(source, CancellationToken.None);
        OrderPosition? position = null;
        var collected = 0;
        while (true)
        {
            var page = await walk.Read(OrderWalk.PositionColumns, position, backward: false, PageSize, row => (Order: Order(row), At: OrderWalk.Position(row, filter.Sort)), CancellationToken.None);
            var isLast = page.Count < PageSize;
            store.Together(() =>
            {
                store.Add(id, collected + 1, page.Select(found => found.Order));
                store.Collected(id, collected + page.Count, isLast ? BulkState.Draft : BulkState.Collecting);
            });
            if (isLast)
            {
                store.Count(id);
                return;
            }

            watch.Moved();
            (collected, position) = (collected + page.Count, page[^1].At);
        }
    }

    private static BulkOrder Order(DbDataReader row) => new(row.GetInt64(0), row.GetString(1));

    [LoggerMessage(Level = LogLevel.Error, Message = "The orders of bulk job {Job} could not be collected; it is forgotten in a while")]
    private partial void LogFailed(string job, Exception failure);
}
