using System.Data.Common;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

/// <summary>What pages of the list cost on PostgreSQL: rows that its plans really touch, among twenty thousand.</summary>
public sealed class PostgresPlanTests
{
    private const int Orders = 20_000;
    private const int OrdersAtOnce = 2_000;
    private const int Size = 51;

    // Mails in the order in which they were owed: twenty thousand that have gone out, then two thousand of which every fifth was given up.
    private const string DoneAndOwed =
        """
        INSERT INTO "History" SELECT (jsonb_populate_record(h, jsonb_build_object('Position', 1000 + n, 'HistoryId', lpad(n::text, 32, '0'), 'Number', 1000 + n))).*
        FROM "History" h, generate_series(1, 22000) n WHERE h."Position" = (SELECT MIN("Position") FROM "History");
        INSERT INTO "Deliveries" SELECT (jsonb_populate_record(d, jsonb_build_object(
            'Id', 1000 + n, 'HistoryId', lpad(n::text, 32, '0'), 'Consumer', CASE WHEN n % 2 = 0 THEN 'mail-customer' ELSE 'mail-store' END,
            'State', CASE WHEN n <= 20000 THEN 1 WHEN n % 5 = 0 THEN 2 ELSE 0 END))).*
        FROM "Deliveries" d, generate_series(1, 22000) n WHERE d."Id" = (SELECT MIN("Id") FROM "Deliveries")
        """;

    // Each tenth order waits for handling, each hundredth is handled, each five hundredth has an open request; two of three are another seller's.
    private static string More(int from) =>
        $"""
        INSERT INTO "Orders" SELECT (jsonb_populate_record(o, jsonb_build_object(
            'Key', 1000 + n, 'OrderId', 'v' || n || '-01', 'Sequence', (500000 + n)::text, 'Value', n * 7919 % 100003, 'Position', 1000 + n,
            'CreatedAt', o."CreatedAt" + n * 10000000::bigint, 'LastChangeAt', o."CreatedAt" + n * 7919 % 100003 * 10000000::bigint,
            'SellerId', CASE WHEN n % 3 = 0 THEN '1' ELSE 'mirasul' END, 'OpenRequests', CASE WHEN n % 500 = 3 THEN 1 ELSE 0 END,
            'Status', CASE WHEN n % 500 = 3 THEN 'cancellation-requested' WHEN n % 100 = 1 THEN 'handling' WHEN n % 10 = 2 THEN 'ready-for-handling' ELSE 'invoiced' END
            ))).* FROM "Orders" o, generate_series({from + 1}, {from + OrdersAtOnce}) n WHERE o."OrderId" = 'one'
        """;

    [PostgresFact]
    public async Task A_page_of_any_filter_in_any_sort_touches_few_rows_beyond_those_it_shows()
    {
        await using var store = await TestStore.Open(Engine.Postgres);
        await store.Import(An.Order("one").Paid());
        for (var orders = 0; orders < Orders; orders += OrdersAtOnce)
        {
            await store.Execute(More(orders));
        }

        await store.Execute("ANALYZE");
        await using var connection = await store.Get<StoreSource>().OpenConnectionAsync();
        foreach (var filter in Filters().SelectMany(InEverySort))
        {
            foreach (var position in new[] { null, Middle(await store.Row("one")) })
            {
                var page = new OrderListSql(store.Get<StoreSource>(), filter, null, null).Page(OrderListRow.Columns, position, backward: false, Size);
                var touched = await RowsTouched(connection, page);
                Assert.True(touched <= 20 * Size, $"{touched} rows: {filter.Sort} {string.Join('|', filter.Statuses)} {filter.SellerId} {page.Text}");
            }
        }
    }

    [PostgresFact]
    public async Task A_page_of_unfinished_work_touches_nothing_that_is_done()
    {
        await using var store = await TestStore.Open(Engine.Postgres);
        await store.Import(An.Order("one").Paid());
        await store.Send("one", new Cancel(new string('c', 32), Side.Store, new Reason(null, "sold out")), Actors.Operator);
        await store.Execute(DoneAndOwed);
        await store.Execute("ANALYZE");
        await using var connection = await store.Get<StoreSource>().OpenConnectionAsync();
        UnfinishedFilter[] filters = [new(), new(UnfinishedKind.CustomerMail), new(State: UnfinishedState.GivenUp), new(UnfinishedKind.StoreMail, UnfinishedState.GivenUp)];
        foreach (var filter in filters)
        {
            foreach (var cursor in new[] { null, new UnfinishedCursor(22_000, Backward: false), new UnfinishedCursor(22_000, Backward: true) })
            {
                var page = new UnfinishedSql(store.Get<StoreSource>(), filter, An.Instant).Page(cursor, Size);
                var touched = await RowsTouched(connection, page);
                Assert.True(touched <= 20 * Size, $"{touched} rows: {filter} {cursor}");
            }
        }
    }

    [PostgresFact]
    public async Task A_page_of_orders_that_hang_or_of_alerts_touches_no_others()
    {
        await using var store = await TestStore.Open(Engine.Postgres);
        await store.Import(An.Order("one").Paid());
        for (var orders = 0; orders < Orders; orders += OrdersAtOnce)
        {
            await store.Execute(More(orders));
        }

        await store.Execute(
            $"""
            UPDATE "Orders" SET "StatusDueAt" = {An.Instant.UtcTicks} + ("Key" % 7 - 5) * 10000000, "Status" = CASE WHEN "Key" % 200 = 4 THEN 'processing' ELSE 'payment-pending' END
            WHERE "Key" % 10 = 4 AND ("Key" % 7 >= 5 OR "Key" % 200 = 4);
            INSERT INTO "Alerts" ("OrderKey", "Kind", "RaisedAt") SELECT "Key", 2, 1 FROM "Orders" WHERE "Key" % 3 = 0;
            ANALYZE
            """);
        await using var connection = await store.Get<StoreSource>().OpenConnectionAsync();
        foreach (var cursor in new[] { null, new UnfinishedCursor(5_004, Backward: false), new UnfinishedCursor(5_004, Backward: true) })
        {
            foreach (var page in new[] { MovingSql.Page(cursor, An.Instant, Size), AlertSql.Page(cursor is null ? null : cursor with { Key = 5_001 * 64 }, Size) })
            {
                var touched = await RowsTouched(connection, page);
                Assert.True(touched <= 20 * Size, $"{touched} rows: {cursor} {page.Text}");
            }
        }
    }

    private static IEnumerable<OrderFilter> Filters()
    {
        yield return new OrderFilter();
        yield return new OrderFilter { Statuses = [Status.Handling] };
        yield return new OrderFilter { Statuses = [Status.Handling, Status.ReadyForHandling, Status.Invoiced] };
        yield return new OrderFilter { Statuses = [Status.CancellationRequested, Status.Invoiced] };
        yield return new OrderFilter { SellerId = "mirasul" };
        yield return new OrderFilter { SellerId = "1", Statuses = [Status.ReadyForHandling] };
        yield return new OrderFilter { Origin = "" };
        yield return new OrderFilter { OnlyOpenRequests = true };
    }

    private static IEnumerable<OrderFilter> InEverySort(OrderFilter filter) => Enum.GetValues<OrderSort>().Where(OrderListSql.HasIndexByStatus)
        .SelectMany(sort => new[] { filter with { Sort = sort, Ascending = false }, filter with { Sort = sort, Ascending = true } });

    private static OrderPosition Middle(OrderRow first) => new(Status.Handling, first.CreatedAt + (Orders / 2 * TimeSpan.TicksPerSecond), Orders / 2);

    private static async Task<double> RowsTouched(DbConnection connection, SqlQuery page)
    {
        var plan = await connection.Read(
            page with { Text = "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) " + page.Text }, row => row.GetString(0), CancellationToken.None);
        using var json = JsonDocument.Parse(plan.Single());
        return RowsOf(json.RootElement[0].GetProperty("Plan"));
    }

    private static double RowsOf(JsonElement node)
    {
        var below = node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().Sum(RowsOf) : 0;
        return node.GetProperty("Node Type").GetString()!.Contains("Scan", StringComparison.Ordinal)
            ? below + (Number(node, "Actual Loops") * (Number(node, "Actual Rows") + Number(node, "Rows Removed by Filter")))
            : below;
    }

    private static double Number(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetDouble() : 0;
}
