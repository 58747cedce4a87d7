using System.Data.Common;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

/// <summary>On SQLite; <see cref="PostgresPlanTests"/> asks the other engine.</summary>
public sealed class OrderReaderPlanTests
{
    [Theory]
    [MemberData(nameof(OrderReaderPagingTests.SortsAndDirections), MemberType = typeof(OrderReaderPagingTests))]
    public async Task Every_page_walks_an_index_and_sorts_nothing(OrderSort sort, bool ascending)
    {
        await using var store = await TestStore.Open();
        await using var connection = await store.Get<DbDataSource>().OpenConnectionAsync();
        foreach (var filter in Filters().Select(filter => filter with { Sort = sort, Ascending = ascending }))
        {
            foreach (var position in new[] { null, new OrderPosition(Status.Handling, 1_000, 10) })
            {
                foreach (var backward in new[] { false, true })
                {
                    var page = new OrderListSql(store.Get<StoreSource>(), filter, TextCondition.For(filter.Text), candidates: null).Page(OrderListRow.Columns, position, backward, 51);
                    AssertWalksAnIndex(await Plan(connection, page), page.Text);
                }
            }
        }
    }

    [Fact]
    public async Task A_status_is_sought_by_an_index_that_begins_with_it()
    {
        await using var store = await TestStore.Open();
        await using var connection = await store.Get<DbDataSource>().OpenConnectionAsync();
        foreach (var sort in Enum.GetValues<OrderSort>().Where(OrderListSql.HasIndexByStatus))
        {
            var filter = new OrderFilter { Statuses = [Status.Handling, Status.Invoiced], Sort = sort };
            var plan = await Plan(connection, new OrderListSql(store.Get<StoreSource>(), filter, null, null).Page(OrderListRow.Columns, null, backward: false, 51));
            var seeks = plan.Where(step => step.Contains("SEARCH o", StringComparison.Ordinal)).ToList();
            Assert.Equal(2, seeks.Count);
            Assert.All(seeks, step => Assert.Contains("Status=?", step, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Few_orders_are_looked_for_by_their_keys_whatever_else_is_asked_of_them()
    {
        await using var store = await TestStore.Open();
        await using var connection = await store.Get<DbDataSource>().OpenConnectionAsync();
        foreach (var sort in Enum.GetValues<OrderSort>())
        {
            var filter = new OrderFilter { Statuses = [Status.Canceled], SellerId = "1", CreatedFrom = An.Instant, Sort = sort };
            var plan = await Plan(connection, new OrderListSql(store.Get<StoreSource>(), filter, null, [1, 2, 3]).Page(OrderListRow.Columns, null, backward: false, 51));
            Assert.Contains(plan, step => step.StartsWith("SEARCH o USING INTEGER PRIMARY KEY", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("v")]
    [InlineData("V5")]
    public async Task Beginnings_of_ids_and_sequences_have_an_index_in_the_order_of_creation(string text)
    {
        await using var orders = await OrdersAtRandom.Insert(Engine.Sqlite, count: 20, seed: 5);
        await orders.Store.Execute("""UPDATE "Orders" SET "OrderId" = 'v' || "Key" """);
        var source = orders.Store.Get<StoreSource>();
        await using var reading = await source.OpenReading(CancellationToken.None);
        var starts = await TextCondition.For(text)!.Starts(reading, CancellationToken.None);
        await using var connection = await orders.Store.Get<DbDataSource>().OpenConnectionAsync();
        var plan = await Plan(connection, new OrderListSql(source, new() { Text = text }, TextCondition.For(text), null, starts).Page(OrderListRow.Columns, new("", 1_000, 10), backward: false, 51));
        var seeks = plan.Where(step => step.Contains("SEARCH o", StringComparison.Ordinal)).ToList();

        Assert.InRange(starts.Count, 2, 60);
        Assert.Equal(starts.Count, seeks.Count);
        Assert.All(seeks, step => Assert.Matches(@"<expr>=\? AND \(?CreatedAt", step));
        AssertWalksAnIndex(plan, text);
    }

    [Fact]
    public async Task Open_requests_have_an_index_of_their_own_in_every_sort()
    {
        await using var store = await TestStore.Open();
        await using var connection = await store.Get<DbDataSource>().OpenConnectionAsync();
        foreach (var sort in Enum.GetValues<OrderSort>().Where(OrderListSql.HasIndexByStatus))
        {
            var filter = new OrderFilter { OnlyOpenRequests = true, Sort = sort };
            var plan = await Plan(connection, new OrderListSql(store.Get<StoreSource>(), filter, null, null).Page(OrderListRow.Columns, null, backward: false, 51));
            Assert.Contains(plan, step => step.Contains("IX_Orders_OpenRequests", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_few_orders_have_in_the_order_of_creation_has_an_index_of_its_own()
    {
        await using var store = await TestStore.Open();
        await using var connection = await store.Get<DbDataSource>().OpenConnectionAsync();
        foreach (var (filter, index) in new (OrderFilter, string)[]
        {
            (new() { IsInvoiced = true }, "IX_Orders_Invoiced_CreatedAt"),
            (new() { IsReturned = true }, "IX_Orders_Returned_CreatedAt"),
            (new() { MoneyBack = MoneyBack.Given }, "IX_Orders_Refunded_CreatedAt"),
        })
        {
            var plan = await Plan(connection, new OrderListSql(store.Get<StoreSource>(), filter, null, null).Page(OrderListRow.Columns, null, backward: false, 51));
            Assert.Contains(plan, step => step.Contains(index, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_page_of_the_list_reads_no_document_and_no_search_text()
    {
        await using var store = await TestStore.Open();
        await using var connection = await store.Get<DbDataSource>().OpenConnectionAsync();
        var plan = await Plan(connection, new OrderListSql(store.Get<StoreSource>(), new OrderFilter(), null, null).Page(OrderListRow.Columns, null, backward: false, 51));
        Assert.DoesNotContain(plan, step => step.Contains("Document", StringComparison.Ordinal) || step.Contains("Search", StringComparison.Ordinal));
    }

    private static IEnumerable<OrderFilter> Filters()
    {
        var day = new OrderFilter { CreatedFrom = OrdersAtRandom.Start, CreatedBefore = OrdersAtRandom.Start.AddDays(1) };
        yield return new OrderFilter();
        yield return day;
        yield return new OrderFilter { Statuses = [Status.Handling] };
        yield return day with { Statuses = [Status.Handling, Status.ReadyForHandling, Status.CancellationRequested] };
        yield return new OrderFilter { SellerId = "1" };
        yield return day with { SellerId = "1", Statuses = [Status.Invoiced] };
        yield return new OrderFilter { Origin = "Marketplace" };
        yield return day with { Origin = "Marketplace", SellerId = "1" };
        yield return new OrderFilter { OnlyOpenRequests = true };
        yield return day with { OnlyOpenRequests = true, Statuses = [Status.CancellationRequested], SellerId = "1" };
        yield return new OrderFilter { Text = "silva" };
        yield return new OrderFilter { Text = "v5", SellerId = "1" };
    }

    private static void AssertWalksAnIndex(List<string> plan, string sql)
    {
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal));
        var tables = plan.Where(step => step.Contains(" o USING", StringComparison.Ordinal) || step.EndsWith(" o", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(tables);
        Assert.All(tables, step => Assert.True(step.Contains("USING INDEX", StringComparison.Ordinal), $"{step}\n{sql}"));
    }

    internal static async Task<List<string>> Plan(DbConnection connection, SqlQuery query) =>
        await connection.Read(query with { Text = "EXPLAIN QUERY PLAN " + query.Text }, row => row.GetString(3), CancellationToken.None);
}
