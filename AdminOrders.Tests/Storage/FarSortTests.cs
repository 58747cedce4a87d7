using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

/// <summary>Orders of a while ago by their last change, where more match than are sorted.</summary>
public sealed class FarSortTests
{
    private static readonly DateTimeOffset Border = OldAndNewOrders.Border;

    [Theory]
    [EveryEngine]
    public async Task A_list_that_lies_behind_thousands_of_newer_changes_is_in_the_order_of_creation(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await OldAndNewOrders.Fill(store);
        var past = new OrderFilter { CreatedBefore = Border, Sort = OrderSort.LastChangeAt };

        await AssertStands(store, past, OrderSort.CreatedAt);
        await AssertStands(store, past with { Statuses = [Status.ReadyForHandling, Status.Handling] }, OrderSort.CreatedAt);
        await AssertStands(store, past with { Ascending = true }, OrderSort.LastChangeAt);
        await AssertStands(store, new() { CreatedFrom = Border, Sort = OrderSort.LastChangeAt, Ascending = true }, OrderSort.CreatedAt);
        await AssertStands(store, new() { CreatedFrom = Border, Sort = OrderSort.LastChangeAt }, OrderSort.LastChangeAt);
        await AssertStands(store, new() { CreatedBefore = Border, CreatedFrom = Border.AddMinutes(-100), Sort = OrderSort.LastChangeAt }, OrderSort.LastChangeAt);
        await store.Execute("""UPDATE "Orders" SET "Status" = 'payment-approved' WHERE "OrderId" LIKE 'old-10__'""");
        await AssertStands(store, past with { Statuses = [Status.PaymentApproved] }, OrderSort.LastChangeAt);
        await AssertStands(store, past with { Statuses = [Status.PaymentApproved, Status.ReadyForHandling] }, OrderSort.CreatedAt);
        await AssertStands(store, past with { Sort = OrderSort.Value }, OrderSort.Value);
    }

    [Fact]
    public async Task Its_pages_follow_one_another_and_its_orders_know_their_neighbors()
    {
        await using var store = await TestStore.Open();
        await OldAndNewOrders.Fill(store);
        var filter = new OrderFilter { CreatedBefore = Border, Sort = OrderSort.LastChangeAt };

        var first = await store.Reader.List(filter, null, 3);
        var second = await store.Reader.List(filter, first.Next, 3);
        var back = await store.Reader.List(filter, second.Previous, 3);
        await store.Execute("""DELETE FROM "Orders" WHERE "OrderId" LIKE 'new-%'""");
        var third = await store.Reader.List(filter, second.Next, 3);

        Assert.Equal(["old-1", "old-2", "old-3"], first.Rows.Select(row => row.OrderId));
        Assert.Equal(["old-4", "old-5", "old-6"], second.Rows.Select(row => row.OrderId));
        Assert.Equal(first.Rows.Select(row => row.OrderId), back.Rows.Select(row => row.OrderId));
        Assert.Equal(["old-7", "old-8", "old-9"], third.Rows.Select(row => row.OrderId));
        Assert.Equal(("old-3", "old-5"), await store.Reader.Neighbors("old-4", filter));
        Assert.Equal((null, null), await store.Reader.Neighbors("never-there", filter));
    }

    private static async Task AssertStands(TestStore store, OrderFilter filter, OrderSort expected)
    {
        var page = await store.Reader.List(filter, null, 50);

        Assert.Equal((expected, 50), (page.Sort, page.Rows.Count));
        var stands = page.Rows.Select(row => expected switch
        {
            OrderSort.CreatedAt => row.CreatedAt.UtcTicks,
            OrderSort.LastChangeAt => row.LastChangeAt.UtcTicks,
            _ => row.Value,
        }).ToList();
        Assert.Equal(filter.Ascending ? stands.Order() : stands.OrderDescending(), stands);
        Assert.All(page.Rows, row => Assert.True(row.CreatedAt < (filter.CreatedBefore ?? DateTimeOffset.MaxValue) && row.CreatedAt >= (filter.CreatedFrom ?? DateTimeOffset.MinValue)));
    }
}
