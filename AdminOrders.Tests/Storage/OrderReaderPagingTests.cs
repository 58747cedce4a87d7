using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

public sealed class OrderReaderPagingTests
{
    public static TheoryData<OrderSort, bool> SortsAndDirections()
    {
        var cases = new TheoryData<OrderSort, bool>();
        foreach (var sort in Enum.GetValues<OrderSort>())
        {
            cases.Add(sort, false);
            cases.Add(sort, true);
        }

        return cases;
    }

    [Theory]
    [EveryEngineWith(nameof(SortsAndDirections))]
    public async Task Walking_forward_and_back_shows_every_matching_order_once_and_in_order(Engine engine, OrderSort sort, bool ascending)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 400, seed: (int)sort + 1);
        foreach (var filter in Filters().Select(filter => filter with { Sort = sort, Ascending = ascending }))
        {
            var expected = orders.Expected(filter);
            var forward = await Walk(orders.Reader, filter, null, page => page.Next);
            Assert.Equal(expected, forward.Pages.SelectMany(Ids));

            var last = forward.Cursors[^1];
            var back = await Walk(orders.Reader, filter, last, page => page.Previous);
            Assert.Equal(expected, back.Pages.AsEnumerable().Reverse().SelectMany(Ids));
        }
    }

    [Theory]
    [EveryEngineWith(nameof(SortsAndDirections))]
    public async Task Neighbors_are_the_orders_beside_it_in_the_list(Engine engine, OrderSort sort, bool ascending)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 120, seed: 77);
        foreach (var filter in Filters().Select(filter => filter with { Sort = sort, Ascending = ascending }))
        {
            var expected = orders.Expected(filter);
            for (var index = 0; index < expected.Count; index++)
            {
                var neighbors = await orders.Reader.Neighbors(expected[index], filter);
                Assert.Equal((expected.ElementAtOrDefault(index - 1), expected.ElementAtOrDefault(index + 1)), neighbors);
            }
        }
    }

    [Theory]
    [EveryEngine]
    public async Task An_unknown_order_has_no_neighbors(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 3, seed: 1);
        Assert.Equal((null, null), await orders.Reader.Neighbors("nowhere", new OrderFilter()));
    }

    [Theory]
    [EveryEngine("not a cursor")]
    [EveryEngine("AAAA")]
    [EveryEngine("bnVsbA")]
    [EveryEngine("e30")]
    public async Task A_cursor_that_is_none_begins_at_the_beginning(Engine engine, string cursor)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 30, seed: 2);
        var page = await orders.Reader.List(new OrderFilter(), cursor, 10);
        Assert.Equal(orders.Expected(new OrderFilter()).Take(10), Ids(page));
        Assert.Null(page.Previous);
    }

    [Theory]
    [EveryEngine]
    public async Task A_cursor_of_another_sort_begins_at_the_beginning(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 30, seed: 2);
        var byValue = new OrderFilter { Sort = OrderSort.Value };
        var page = await orders.Reader.List(new OrderFilter(), (await orders.Reader.List(byValue, null, 10)).Next, 10);
        Assert.Equal(orders.Expected(new OrderFilter()).Take(10), Ids(page));
    }

    [Theory]
    [EveryEngine]
    public async Task A_row_carries_what_the_list_shows(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 60, seed: 3);
        var page = await orders.Reader.List(new OrderFilter(), null, 100);
        foreach (var view in page.Rows)
        {
            var row = orders.Rows.Single(row => row.Key == view.Key);
            Assert.Equal(
                (row.OrderId, row.Sequence, row.Status, row.CustomerName, row.ProductCount, row.Value, row.Currency, row.Origin, row.SellerName, row.OpenRequests, row.Position),
                (view.OrderId, view.Sequence, view.Status, view.CustomerName, view.ProductCount, view.Value, view.Currency, view.Origin, view.SellerName, view.OpenRequests, view.Position));
            Assert.Equal((row.CreatedAt, row.LastChangeAt), (view.CreatedAt.UtcTicks, view.LastChangeAt.UtcTicks));
        }
    }

    [Theory]
    [EveryEngineWith(nameof(SortsAndDirections))]
    public async Task Ahead_of_a_row_are_those_of_some_orders_that_the_list_shows_before_it(Engine engine, OrderSort sort, bool ascending)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 90, seed: 4);
        long[] asked = [.. orders.Rows.Where(row => row.Key % 3 != 0).Select(row => row.Key), 9999];
        foreach (var filter in Filters().Select(filter => filter with { Sort = sort, Ascending = ascending }))
        {
            var page = await orders.Reader.List(filter, null, 20);
            var last = page.Next is null ? null : page.Rows[^1];
            var shown = last is null ? page.Rows : page.Rows.Take(page.Rows.Count - 1);
            var expected = shown.Select(row => row.Key).Intersect(asked).Order();
            Assert.Equal(expected, (await orders.Reader.Ahead(filter, last, asked)).Order());
        }
    }

    [Theory]
    [EveryEngine]
    public async Task Rows_are_read_again_by_their_keys(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 30, seed: 4);
        var page = await orders.Reader.List(new OrderFilter(), null, 10);
        var again = await orders.Reader.Rows([.. page.Rows.Select(row => row.Key), 9999]);
        Assert.Equal(page.Rows.OrderBy(row => row.Key), again.OrderBy(row => row.Key));
    }

    [Theory]
    [EveryEngine]
    public async Task The_choices_are_what_the_orders_have(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 200, seed: 5);
        var choices = await orders.Reader.Choices();
        Assert.Equal(OrdersAtRandom.Statuses.Order(StringComparer.Ordinal), choices.Statuses);
        Assert.Equal([new("seller0", "Seller 0"), new("seller1", "Seller 1"), new SellerChoice("seller2", "Seller 2")], choices.Sellers);
        Assert.Equal(["Fulfillment", "Marketplace"], choices.Origins);
    }

    [Theory]
    [EveryEngine]
    public async Task An_empty_store_has_no_rows_and_no_choices(Engine engine)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 0, seed: 5);
        var (page, choices) = (await orders.Reader.List(new OrderFilter(), null, 10), await orders.Reader.Choices());
        Assert.Equal((0, null, null), (page.Rows.Count, page.Next, page.Previous));
        Assert.Equal((0, 0, 0), (choices.Statuses.Count, choices.Sellers.Count, choices.Origins.Count));
    }

    private static IEnumerable<OrderFilter> Filters()
    {
        var range = new OrderFilter { CreatedFrom = OrdersAtRandom.Start.AddHours(20), CreatedBefore = OrdersAtRandom.Start.AddHours(150) };
        yield return new OrderFilter();
        yield return new OrderFilter { Statuses = [Status.Handling] };
        yield return new OrderFilter { Statuses = [Status.Invoiced, Status.Canceled, "", "unheard-of", Status.Invoiced] };
        yield return range;
        yield return range with { Statuses = [Status.ReadyForHandling, Status.PaymentPending] };
        yield return new OrderFilter { SellerId = "seller1" };
        yield return new OrderFilter { Origin = "Marketplace", SellerId = "seller2" };
        yield return new OrderFilter { OnlyOpenRequests = true };
        yield return range with { OnlyOpenRequests = true, SellerId = "seller0", Statuses = [Status.CancellationRequested] };
        yield return new OrderFilter { Text = "joao" };
        yield return range with { Text = "50001" };
        yield return new OrderFilter { SellerId = "nobody" };
    }

    private static async Task<(List<OrderListPage> Pages, List<string?> Cursors)> Walk(
        OrderReader reader, OrderFilter filter, string? cursor, Func<OrderListPage, string?> next)
    {
        var (pages, cursors) = (new List<OrderListPage>(), new List<string?>());
        do
        {
            cursors.Add(cursor);
            pages.Add(await reader.List(filter, cursor, 7));
            cursor = next(pages[^1]);
        }
        while (cursor is not null);
        return (pages, cursors);
    }

    private static IEnumerable<string> Ids(OrderListPage page) => page.Rows.Select(row => row.OrderId);
}
