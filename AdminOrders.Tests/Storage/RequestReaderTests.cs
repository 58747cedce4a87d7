using System.Data.Common;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

public sealed class RequestReaderTests
{
    private const int Size = 4;

    [Theory]
    [EveryEngine]
    public async Task Open_requests_stand_by_deadline_and_pages_lead_both_ways(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await Ask(store, 10);
        await store.Import(An.Order("nobody-asked").Handling());
        var reader = store.Get<RequestReader>();

        var pages = new List<RequestPage> { await reader.List(new(), null, Size) };
        while (pages[^1].Next is { } next)
        {
            pages.Add(await reader.List(new(), next, Size));
        }

        Assert.Equal(Numbers(10).Select(Id), pages.SelectMany(page => page.Rows).Select(row => row.OrderId));
        Assert.Null(pages[0].Previous);
        var back = await reader.List(new(), pages[^1].Previous, Size);
        Assert.Equal(Ids(pages[^2]), Ids(back));
        Assert.Equal(Ids(pages[0]), Ids(await reader.List(new(), "no cursor", Size)));
    }

    [Theory]
    [EveryEngine]
    public async Task No_order_is_shown_twice_or_left_out_while_requests_come_and_go(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await Ask(store, 10);
        var reader = store.Get<RequestReader>();
        var first = await reader.List(new(), null, Size);

        await store.Send(Id(1), new Decline(RequestOf(Side.Customer), "no", ""), Actors.Operator);
        await store.Send(Id(6), new ConfirmCancellation(RequestOf(Side.Customer)), Actors.Operator);
        await Import(store, 11, order => order);
        var second = await reader.List(new(), first.Next, Size);
        var third = await reader.List(new(), second.Next, Size);

        Assert.Equal(Numbers(4).Select(Id), Ids(first));
        Assert.Equal([Id(5), Id(7), Id(8), Id(9), Id(10), Id(11)], Ids(second).Concat(Ids(third)));
        Assert.Null(third.Next);
    }

    [Theory]
    [EveryEngine]
    public async Task A_row_says_who_asks_why_for_what_and_what_the_rules_need(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await Import(store, 1, order => order.AskedBy(Side.Store, Actors.OtherOperator, TimeSpan.FromHours(-1)));
        await store.Send(Id(1), new TakeRequest(), Actors.Operator);

        var row = Assert.Single((await store.Get<RequestReader>().List(new(), null, Size)).Rows);
        var facts = await store.Facts(Id(1));

        Assert.Equal(RequestOf(Side.Store), row.First!.Id);
        Assert.Equal(["changed my mind", "changed my mind"], row.Facts.Requests.Select(request => request.Reason.Text));
        Assert.Equal(new Assignee("user:ana", "Ana"), row.Facts.Assignee);
        Assert.Equal([new("Shirt", 3), new OrderProduct("Shoes", 2)], row.Products.AsEnumerable());
        Assert.Equal((2, 5L), (row.ProductCount, row.Units));
        Assert.Null(row.Answered);
        Assert.Equal(Preview(facts, row.First.Id), Preview(row.Facts, row.First.Id));
    }

    [Theory]
    [EveryEngine]
    public async Task An_answered_request_is_read_again_with_who_answered_it(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await Ask(store, 2);
        var row = await store.Row(Id(2));
        await store.Send(Id(2), new Decline(RequestOf(Side.Customer), "no", ""), Actors.OtherOperator);

        var answered = Assert.Single(await store.Get<RequestReader>().Rows([row.Key]));

        Assert.Equal(("cancellation-declined", "Bruno", Status.Handling), (answered.Answered!.Kind, answered.Answered.ActorName, answered.Answered.Status));
        Assert.Null(answered.First);
        Assert.Empty(await store.Get<RequestReader>().Rows([]));
    }

    [Theory]
    [EveryEngine]
    public async Task Every_filter_leaves_exactly_its_orders(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var reason = (await store.Reasons.List())[0];
        await Import(store, 1, order => order.With(facts => facts with { SellerId = "north" }));
        await Import(store, 2, order => order.Worth(250_000));
        await Import(store, 3, order => order.Worth(3_000, "JPY"));
        await store.Import(An.Order(Id(4)).Handling());
        await store.Send(Id(4), new Cancel(Guid.NewGuid().ToString("N"), Side.Store, new Reason(reason.LabelId, null)), Actors.Operator);
        await store.Send(Id(2), new TakeRequest(), Actors.Operator);

        Assert.Equal([Id(1)], await Ids(store, new() { SellerId = "north" }));
        Assert.Equal([Id(4)], await Ids(store, new() { Side = Side.Store }));
        Assert.Equal([Id(4)], await Ids(store, new() { ReasonLabels = await store.Reasons.LabelsOf(reason.Code) }));
        Assert.Empty(await Ids(store, new() { ReasonLabels = [] }));
        Assert.Equal([Id(2)], await Ids(store, new() { AssigneeId = Actors.Operator.Id }));
        Assert.Equal([Id(4), Id(1), Id(3)], await Ids(store, new() { IsNobodys = true }));
        Assert.Equal([Id(1)], await Ids(store, new() { IsNobodys = true, SellerId = "north" }));
        Assert.Equal([Id(2), Id(3)], await Ids(store, new() { ValueFrom = 2_500 }));
        Assert.Equal([Id(4), Id(1)], await Ids(store, new() { ValueTo = 100 }));
        Assert.Equal([Id(4), Id(1)], await Ids(store, new() { DueBefore = Due(2) }));
        Assert.Equal(["1", "north"], (await store.Get<RequestReader>().Choices()).Sellers.Select(seller => seller.Id));
        Assert.Equal([new Assignee("user:ana", "Ana")], (await store.Get<RequestReader>().Choices()).Assignees);
    }

    [Theory]
    [EveryEngine]
    public async Task What_arrives_ahead_of_a_row_is_told_from_what_comes_behind(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await Ask(store, 4);
        var reader = store.Get<RequestReader>();
        var second = (await reader.List(new(), null, 2)).Rows[^1];
        var keys = (await reader.List(new(), null, 9)).Rows.Select(row => row.Key).ToArray();

        Assert.Equal([keys[0]], await reader.Ahead(new(), second, keys));
        Assert.Equal(keys, (await reader.Ahead(new(), null, keys)).Order());
        Assert.Empty(await reader.Ahead(new() { SellerId = "nobody" }, null, keys));
    }

    [Fact]
    public async Task Every_filter_walks_an_index_of_open_requests_and_sorts_nothing()
    {
        await using var store = await TestStore.Open();
        await using var connection = await store.Get<DbDataSource>().OpenConnectionAsync();
        foreach (var filter in Filters)
        {
            foreach (var cursor in new[] { null, new RequestCursor(1, 1, Backward: false), new RequestCursor(9, 9, Backward: true) })
            {
                var page = new RequestSql(store.Get<StoreSource>(), filter).Page(cursor, 51);
                var plan = await connection.Read(page with { Text = "EXPLAIN QUERY PLAN " + page.Text }, row => row.GetString(3), CancellationToken.None);
                Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
                Assert.Contains(plan, step => step.Contains(" o USING", StringComparison.Ordinal) && step.Contains("RequestDueAt", StringComparison.Ordinal));
            }
        }
    }

    [PostgresFact]
    public async Task No_filter_scans_the_orders_to_find_open_requests()
    {
        await using var store = await TestStore.Open(Engine.Postgres);
        await Import(store, 1, order => order);
        await store.Execute(ManyMore);
        await store.Execute("ANALYZE");
        await using var connection = await store.Get<StoreSource>().OpenConnectionAsync();
        foreach (var filter in Filters)
        {
            var page = new RequestSql(store.Get<StoreSource>(), filter).Page(null, 51);
            var plan = await connection.Read(page with { Text = "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) " + page.Text }, row => row.GetString(0), CancellationToken.None);
            Assert.DoesNotContain(plan, step => step.Contains("Seq Scan on \"Orders\"", StringComparison.Ordinal));
            Assert.Contains(plan, step => step.Contains("RequestDueAt", StringComparison.Ordinal));
        }
    }

    // Each hundredth order has an open request.
    private const string ManyMore =
        """
        INSERT INTO "Orders" SELECT (jsonb_populate_record(o, jsonb_build_object(
            'Key', 1000 + n, 'OrderId', 'v' || n || '-01', 'Sequence', (500000 + n)::text, 'Position', 1000 + n, 'CreatedAt', o."CreatedAt" + n * 10000000::bigint,
            'SellerId', CASE WHEN n % 3 = 0 THEN '1' ELSE 'mirasul' END, 'AssigneeId', CASE WHEN n % 300 = 0 THEN 'user:ana' END,
            'OpenRequests', CASE WHEN n % 100 = 0 THEN 1 ELSE 0 END, 'RequestDueAt', CASE WHEN n % 100 = 0 THEN o."RequestDueAt" + n * 10000000::bigint END,
            'Status', CASE WHEN n % 100 = 0 THEN 'cancellation-requested' ELSE 'invoiced' END))).* FROM "Orders" o, generate_series(1, 5000) n
        """;

    private static IEnumerable<RequestFilter> Filters =>
    [
        new(), new() { SellerId = "1" }, new() { AssigneeId = "user:ana" }, new() { IsNobodys = true }, new() { IsNobodys = true, SellerId = "1" },
        new() { Side = Side.Customer, ReasonLabels = [1, 2] }, new() { ValueFrom = 1, ValueTo = 2 }, new() { DueBefore = An.Instant, AssigneeId = "user:ana" },
    ];

    private static async Task Ask(TestStore store, int orders)
    {
        foreach (var number in Numbers(orders))
        {
            await Import(store, number, order => order);
        }
    }

    private static async Task Import(TestStore store, int number, Func<OrderBuilder, OrderBuilder> change) =>
        Assert.IsType<Accepted>((await store.Import(change(An.Order(Id(number)).Handling().AskedBy(Side.Customer, after: TimeSpan.FromMinutes(number))))).Decision);

    private static async Task<IEnumerable<string>> Ids(TestStore store, RequestFilter filter) => Ids(await store.Get<RequestReader>().List(filter, null, 50));

    private static IEnumerable<string> Ids(RequestPage page) => page.Rows.Select(row => row.OrderId);

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(1, count);

    private static string Id(int number) => $"q-{number:00}";

    private static DateTimeOffset Due(int number) => An.Instant.AddMinutes(number).AddDays(30);

    private static string RequestOf(Side side) => OrderBuilder.RequestId(side);

    private static string Preview(OrderFacts facts, string requestId) =>
        Rules.Preview(Rules.Decide(facts, new ConfirmCancellation(requestId), Actors.Operator, An.Instant, Policy.Default), facts, Policy.Default).Fingerprint;
}
