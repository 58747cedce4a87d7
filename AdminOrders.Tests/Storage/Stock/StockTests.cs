using System.Data.Common;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace AdminOrders.Tests.Storage.Stock;

/// <summary>Levels of stock follow from orders and counts, in the commit that changes them.</summary>
public sealed class StockTests
{
    private const string Id = "stock-01";

    [Theory]
    [EveryEngine]
    public async Task Open_orders_reserve_what_they_hold(Engine engine)
    {
        await using var store = await TestStore.Open(engine);

        await store.Import(An.Order(Id).InWindow());
        await store.Import(An.Order("stock-02").Handling());
        await store.Import(An.Order("stock-03").Invoiced());
        await store.Import(An.Order("stock-04").Canceled());

        Assert.Equal(["sku-1 north - 6 0", "sku-2 south - 4 0"], await Levels(store));
        Assert.Empty(await Movements(store));
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine]
    public async Task A_cancellation_frees_each_reservation_once(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).InWindow());
        await Count(store, ("sku-1", 10));

        await store.Send(Id, Cancel(), Actors.Operator);
        await store.Send(Id, Cancel(), Actors.Operator);

        Assert.Equal(["sku-1 north 10 0 0", "sku-2 south - 0 0"], await Levels(store));
        Assert.Equal(["Counted 10", "Released 3", "Released 2"], await Movements(store));
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine(StockDestination.OnSale, "10 0 0", "Released")]
    [EveryEngine(StockDestination.Quarantine, "7 0 3", "Quarantined")]
    [EveryEngine(StockDestination.WrittenOff, "7 0 0", "WrittenOff")]
    public async Task What_the_warehouse_had_taken_goes_where_the_store_says(Engine engine, StockDestination destination, string level, string movement)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Handling());
        await Count(store, ("sku-1", 10));
        var cancel = Cancel();
        await store.Send(Id, cancel, Actors.Operator);

        await store.Send(Id, new ConfirmCancellation(cancel.RequestId, destination), Actors.OtherOperator);

        Assert.Equal($"sku-1 north {level}", (await Levels(store))[0]);
        Assert.Equal([$"{movement} 3", $"{movement} 2"], (await Movements(store)).Skip(1));
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine]
    public async Task Invoiced_units_leave_and_removed_ones_go_back(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Handling());
        await Count(store, ("sku-1", 10));

        await store.Send(Id, new Invoice(new("I-1", 2_000, An.Instant) { Items = [new(0, 2)] }), Actors.Operator);
        await store.Send(Id, new ChangeItems([new(0, 1), new(1, 2)], "not there"), Actors.Operator);

        Assert.Equal(["sku-1 north 8 0 0", "sku-2 south - 0 0"], await Levels(store));
        Assert.Equal(["Counted 10", "Invoiced 2", "Released 1", "Released 2"], await Movements(store));
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine]
    public async Task A_count_that_less_than_has_left_is_one_no_longer(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Handling());
        await store.Get<StockCounts>().Take([new("sku-1", "north", 1)], Actors.Operator, mayBeBelowReserved: true);

        await store.Send(Id, new Invoice(new("I-1", 2_000, An.Instant) { Items = [new(0, 2)] }), Actors.Operator);

        Assert.Equal("sku-1 north - 1 0", (await Levels(store))[0]);
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine]
    public async Task Fewer_units_than_orders_hold_are_taken_only_when_somebody_says_so(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).InWindow());
        var counts = store.Get<StockCounts>();

        var refused = await counts.Take([new("sku-1", "north", 2), new("sku-3", "north", 5)], Actors.Operator);
        var before = await Levels(store);
        var taken = await counts.Take([new("sku-1", "north", 2)], Actors.Operator, mayBeBelowReserved: true);

        Assert.Equal([(3, false), (0, true)], refused.Select(result => ((int)result.Reserved, result.IsTaken)));
        Assert.Equal(["sku-1 north - 3 0", "sku-2 south - 2 0", "sku-3 north 5 0 0"], before);
        Assert.True(Assert.Single(taken).IsTaken);
        Assert.Equal("sku-1 north 2 3 0", (await Levels(store))[0]);
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine]
    public async Task A_count_that_cannot_be_is_refused_whole(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var counts = store.Get<StockCounts>();

        await Assert.ThrowsAsync<ArgumentException>(() => counts.Take([new("sku-1", "north", 1), new(" ", "north", 1)], Actors.Operator));
        await Assert.ThrowsAsync<ArgumentException>(() => counts.Take([new("sku-1", "north", 1), new("sku-1", "north", -1)], Actors.Operator));

        Assert.Empty(await Levels(store));
    }

    [Theory]
    [EveryEngine]
    public async Task A_reservation_is_freed_once_by_one_event(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).InWindow());
        await store.Send(Id, Cancel(), Actors.Operator);

        var failure = await Assert.ThrowsAnyAsync<DbException>(() => store.Execute(
            """
            INSERT INTO "StockMovements" ("SkuId", "WarehouseId", "At", "Kind", "Quantity", "OrderKey", "ReservationId", "HistoryId")
            SELECT "SkuId", "WarehouseId", "At", "Kind", "Quantity", "OrderKey", "ReservationId", "HistoryId" FROM "StockMovements"
            """));

        Assert.Contains("unique", failure.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static Cancel Cancel() => new(Guid.NewGuid().ToString("N"), Side.Store, new Reason(null, "sold out"));

    private static Task<IReadOnlyList<CountedStock>> Count(TestStore store, params (string SkuId, long OnHand)[] counts) =>
        store.Get<StockCounts>().Take([.. counts.Select(count => new StockCount(count.SkuId, "north", count.OnHand))], Actors.Operator);

    private static async Task<IReadOnlyList<string>> Levels(TestStore store)
    {
        await using var db = store.Read();
        var levels = await db.StockLevels.OrderBy(row => row.SkuId).ThenBy(row => row.WarehouseId).ToListAsync();
        return levels.ConvertAll(row => FormattableString.Invariant($"{row.SkuId} {row.WarehouseId} {(object?)row.OnHand ?? "-"} {row.Reserved} {row.Quarantined}"));
    }

    private static async Task<IReadOnlyList<string>> Movements(TestStore store)
    {
        await using var db = store.Read();
        return (await db.StockMovements.OrderBy(row => row.Id).ToListAsync()).ConvertAll(row => $"{row.Kind} {row.Quantity}");
    }

    private static async Task FitsAsync(TestStore store) => Assert.Empty((await store.Verify()).Broken);
}
