using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Health;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

/// <summary>What is due, and what will be, is found along an index of the orders that have a timer at all.</summary>
public sealed class TimerPlanTests
{
    // Each hundredth order waits for an answer, each other hundredth for its window's end.
    private const string ManyMore =
        """
        INSERT INTO "Orders" SELECT (jsonb_populate_record(o, jsonb_build_object(
            'Key', 1000 + n, 'OrderId', 'v' || n || '-01', 'Sequence', (500000 + n)::text, 'Position', 1000 + n, 'CreatedAt', o."CreatedAt" + n * 10000000::bigint,
            'OpenRequests', CASE WHEN n % 100 = 0 THEN 1 ELSE 0 END, 'RequestDueAt', CASE WHEN n % 100 = 0 THEN o."StatusDueAt" + n * 10000000::bigint END,
            'StatusDueAt', CASE WHEN n % 100 = 50 THEN o."StatusDueAt" + n * 10000000::bigint END,
            'Status', CASE WHEN n % 100 = 0 THEN 'cancellation-requested' WHEN n % 100 = 50 THEN 'window-to-cancel' ELSE 'invoiced' END))).*
        FROM "Orders" o, generate_series(1, 5000) n
        """;

    [Theory]
    [InlineData(TimerKind.Requests, "RequestDueAt")]
    [InlineData(TimerKind.Orders, "StatusDueAt")]
    public async Task Timers_are_a_walk_along_their_index_that_sorts_nothing(TimerKind kind, string index)
    {
        await using var store = await TestStore.Open();
        await using var connection = await store.Get<StoreSource>().OpenConnectionAsync();
        var page = TimerReader.Page(kind, (1, 1), 50);

        var plan = await connection.Read(page with { Text = "EXPLAIN QUERY PLAN " + page.Text }, row => row.GetString(3), CancellationToken.None);

        var step = Assert.Single(plan);
        Assert.StartsWith("SEARCH Orders USING INDEX", step, StringComparison.Ordinal);
        Assert.Contains(index, step, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task Timers_are_found_on_a_server_without_a_walk_over_all_orders()
    {
        await using var store = await TestStore.Open(Engine.Postgres);
        await store.Import(An.Order("window-01").InWindow());
        await store.Execute(ManyMore);
        await store.Execute("ANALYZE");
        await using var connection = await store.Get<StoreSource>().OpenConnectionAsync();
        foreach (var kind in Enum.GetValues<TimerKind>())
        {
            var page = TimerReader.Page(kind, (1, 1), 20);
            var plan = await connection.Read(page with { Text = "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) " + page.Text }, row => row.GetString(0), CancellationToken.None);

            Assert.DoesNotContain(plan, step => step.Contains("Seq Scan", StringComparison.Ordinal));
            Assert.Contains(plan, step => step.Contains("DueAt", StringComparison.Ordinal) && step.Contains("Index", StringComparison.Ordinal));
        }
    }
}
