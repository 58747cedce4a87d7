using AdminOrders.Core.Orders;
using AdminOrders.Core.Sample;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Sample;

public sealed class SampleStoreTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Fact]
    public async Task The_same_seed_and_day_make_the_same_documents()
    {
        Assert.Equal(await Bytes(300, 7, Day), await Bytes(300, 7, Day));
        Assert.NotEqual(await Bytes(300, 7, Day), await Bytes(300, 8, Day));
        Assert.NotEqual(await Bytes(300, 7, Day), await Bytes(300, 7, Day.AddDays(1)));
    }

    [Theory]
    [EveryEngine]
    public async Task The_sample_store_shows_every_stage_every_open_status_and_every_side(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        Assert.True(await store.Get<SampleStore>().Fill());
        await using var db = store.Read();
        var orders = await db.Orders.AsNoTracking().ToListAsync();

        Assert.Equal(SampleStore.Orders, orders.Count);
        Assert.Equal(Enum.GetValues<Stage>(), orders.Select(order => Stages.Of(order.Status)).Distinct().Order());
        var open = Stages.Known.Where(status => Stages.Of(status) is Stage.Open or Stage.Moving or Stage.Requested);
        Assert.Empty(open.Except(orders.Select(order => order.Status)));
        Assert.Equal(Enum.GetValues<Side>(), orders.Where(order => order.CanceledFor is not null).Select(order => order.CanceledFor!.Value).Distinct().Order());
        var requests = await db.CancellationRequests.AsNoTracking().Where(request => request.State == Core.Storage.RequestState.Open).ToListAsync();
        Assert.Equal([Side.Store, Side.Seller, Side.Marketplace, Side.Customer, Side.System], requests.Select(request => request.RequestedBy).Distinct().Order());
        Assert.Equal(["BRL", "EUR", "USD"], orders.Select(order => order.Currency).Distinct().Order());
        Assert.Equal(["1", "mirasul", "nordwind"], orders.Select(order => order.SellerId).Distinct().Order());
        Assert.Equal(["", "AMZ", "BZV", "HMK"], orders.Select(order => order.AffiliateId).Distinct().Order());
    }

    [Theory]
    [EveryEngine]
    public async Task The_sample_store_has_partly_invoiced_returned_requested_and_canceled_orders_as_promised(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Get<SampleStore>().Fill();
        await using var db = store.Read();
        var orders = await db.Orders.AsNoTracking().ToListAsync();

        Assert.InRange(orders.Count(order => order.OutputInvoices > 0 && order.Status == Status.Handling), 16, 30);
        Assert.Contains(orders, order => order is { OutputInvoices: > 0, OpenRequests: > 0 });
        Assert.InRange(orders.Count(order => order.Status == Status.Invoiced && order.InputInvoices > 0 && order.ReturnedValue >= order.InvoicedValue), 16, 30);
        Assert.InRange(orders.Count(order => order.Status == Status.Invoiced && order.InputInvoices > 0 && order.ReturnedValue < order.InvoicedValue), 12, 30);
        Assert.InRange(orders.Count(order => order.Status == Status.Canceled), 100, 130);
        Assert.InRange(orders.Count(order => order.OpenRequests > 0), 40, 60);
        Assert.Contains(orders, order => order.OpenRequests == 2);
        Assert.InRange(orders.Count(order => order.Status == Status.Invoiced), 400, 700);
    }

    [Theory]
    [EveryEngine]
    public async Task Nothing_in_the_sample_store_is_due_before_a_day_is_over_and_nothing_lies_in_the_future(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Get<SampleStore>().Fill();
        await using var db = store.Read();
        var (now, oldest) = (store.Clock.GetUtcNow(), store.Clock.GetUtcNow().AddDays(-91).UtcTicks);
        var grace = now.AddMinutes(29).UtcTicks;

        Assert.False(await db.Orders.AnyAsync(order => order.StatusDueAt < grace || order.RequestDueAt < now.AddDays(1).UtcTicks));
        Assert.False(await db.Orders.AnyAsync(order => order.CreatedAt < oldest || order.CreatedAt > order.LastChangeAt || order.LastChangeAt > now.UtcTicks));
    }

    [Theory]
    [EveryEngine]
    public async Task A_store_that_has_orders_gets_no_sample(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        Assert.True(await store.Get<SampleStore>().Fill());
        Assert.False(await store.Get<SampleStore>().Fill());
    }

    [Theory]
    [EveryEngine]
    public async Task Seeding_again_changes_nothing(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var first = await store.Get<SampleStore>().Add(1_500, 3, null);
        var second = await store.Get<SampleStore>().Add(1_500, 3, null);
        Assert.Equal((1_500, 0, 0, 0), (first.Imported, first.Updated, first.Unchanged, first.Failed));
        Assert.Equal((0, 0, 1_500, 0), (second.Imported, second.Updated, second.Unchanged, second.Failed));
    }

    [Theory]
    [EveryEngine]
    public async Task Another_seed_adds_other_orders(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Get<SampleStore>().Add(200, 1, null);
        Assert.Equal(200, (await store.Get<SampleStore>().Add(200, 2, null)).Imported);
        Assert.Equal(200, (await store.Get<SampleStore>().Add(200, -2, null)).Imported);
    }

    private static async Task<string> Bytes(int orders, int seed, DateOnly day)
    {
        await using var documents = OrderDocuments.Open(orders, seed, day);
        return Convert.ToHexString(await System.Security.Cryptography.SHA256.HashDataAsync(documents));
    }
}
