using System.Data.Common;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

/// <summary>Lists of a stretch of invoicing, authorization or estimate, as a store reads them in which too many orders match to sort them.</summary>
public sealed class UsualCreationTests
{
    private const int Size = 9;
    private static readonly DateTimeOffset Start = OrdersAtRandom.Start;

    [Theory]
    [EveryEngine(false)]
    [EveryEngine(true)]
    public async Task What_is_out_of_the_rule_is_listed_where_it_belongs(Engine engine, bool ascending)
    {
        await using var orders = await OrdersAtRandom.Insert(engine, count: 400, seed: 8);
        await using var reading = await orders.Store.Get<StoreSource>().OpenReading(CancellationToken.None);
        foreach (var filter in Filters().Select(filter => filter with { Ascending = ascending }))
        {
            var forward = await orders.Walk(reading, filter, null, backward: false, Size);
            var back = await orders.Walk(reading, filter, forward[^1].At, backward: true, Size);

            Assert.InRange(forward.Count, 5, 300);
            Assert.Equal(orders.Expected(filter), forward.Select(row => row.Id));
            Assert.Equal(forward.SkipLast(1).Reverse(), back);
        }
    }

    [Fact]
    public async Task The_walk_is_bounded_and_what_is_out_of_the_rule_has_an_index()
    {
        await using var store = await TestStore.Open();
        await using var connection = await store.Get<DbDataSource>().OpenConnectionAsync();
        foreach (var (filter, index) in new[]
        {
            (new OrderFilter { Invoiced = new(Start, Start.AddDays(3)) }, "IX_Orders_Unusual_InvoicedAt"),
            (new OrderFilter { Authorized = new(Start, Start.AddDays(3)) }, "IX_Orders_Unusual_AuthorizedAt"),
            (new OrderFilter { Estimated = new(Start, Start.AddDays(3)) }, "IX_Orders_Unusual_EstimatedTo"),
        })
        {
            var plan = await OrderReaderPlanTests.Plan(connection, new OrderListSql(store.Get<StoreSource>(), filter, null, null).Page(OrderListRow.Columns, null, backward: false, 51));

            Assert.Contains(plan, step => step.Contains("(CreatedAt>? AND CreatedAt<?)", StringComparison.Ordinal) || step.Contains("CreatedAt>? AND (CreatedAt,Key)<(?,?)", StringComparison.Ordinal));
            Assert.Contains(plan, step => step.Contains(index, StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        }
    }

    private static IEnumerable<OrderFilter> Filters() =>
    [
        new() { Invoiced = new(Start.AddDays(2), Start.AddDays(6)) },
        new() { Invoiced = new(null, Start.AddDays(4)) },
        new() { Invoiced = new(Start.AddDays(58), null) },
        new() { Authorized = new(Start.AddDays(1), Start.AddDays(5)), CreatedFrom = Start.AddDays(2) },
        new() { Estimated = new(Start.AddDays(3), Start.AddDays(60)), CreatedBefore = Start.AddDays(5) },
        new() { Invoiced = new(Start.AddDays(1), Start.AddDays(7)), Statuses = [Status.Handling, Status.Invoiced] },
        new() { Invoiced = new(Start.AddDays(1), Start.AddDays(9)), Authorized = new(Start, Start.AddDays(7)) },
        new() { Invoiced = new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue), IsInvoiced = true },
    ];
}
