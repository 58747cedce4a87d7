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
    public async Task What_leaves_beyond_a_count_is_said_until_somebody_counts(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Handling());
        await store.Get<StockCounts>().Take([new("sku-1", "north", 1)], Actors.Operator, mayBeBelowReserved: true);

        await store.Send(Id, new Invoice(new("I-1", 2_000, An.Instant) { Items = [new(0, 2)] }), Actors.Operator);

        Assert.Equal("sku-1 north 0 1 0", (await Levels(store))[0]);
        Assert.Equal(["Counted 1", "Invoiced 2", "Missing 1"], await Movements(store));
        var level = Assert.Single((await store.Get<StockReader>().List(new(State: StockState.ToCount), null, 10)).Rows);
        Assert.Equal((1, 1), (level.Missing, await store.Get<StockReader>().ToCount()));
        var said = (await store.Get<StockDetails>().Get(level.Place, 10, 10))!.Movements[0];
        Assert.Equal((StockMovementKind.Missing, Id), (said.Kind, said.OrderId));
        await FitsAsync(store);

        await store.Send(Id, new Invoice(new("I-2", 1_000, An.Instant) { Items = [new(0, 1)] }), Actors.Operator);
        Assert.Equal("sku-1 north 0 0 0", (await Levels(store))[0]);
        Assert.Equal(2, (await store.Get<StockReader>().Of([level.Place]))[0].Missing);
        await FitsAsync(store);

        await Count(store, ("sku-1", 4));
        Assert.Equal(0, (await store.Get<StockReader>().Of([level.Place]))[0].Missing);
        Assert.Equal(0, await store.Get<StockReader>().ToCount());
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine]
    public async Task What_was_counted_away_by_mistake_is_not_sold_by_a_reservation(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Handling());
        await store.Get<StockCounts>().Take([new("sku-1", "north", 1)], Actors.Operator, mayBeBelowReserved: true);
        await store.Send(Id, new Invoice(new("I-1", 2_000, An.Instant) { Items = [new(0, 2)] }), Actors.Operator);

        var answer = await store.Get<LooseReservations>().Hold(
            new("lock-1", "1", TimeSpan.FromDays(1), [new(new("sku-1", "north"), 1)]) { NeedsStock = true }, Actors.Operator);

        Assert.Equal(LooseProblem.NoStock, answer.Problem);
    }

    [Theory]
    [EveryEngine(StockDestination.OnSale, "9 0 1", "BackOnSale")]
    [EveryEngine(StockDestination.WrittenOff, "7 0 1", "Discarded")]
    public async Task What_was_looked_at_leaves_quarantine_and_no_more_than_is_in_it(Engine engine, StockDestination destination, string level, string movement)
    {
        await using var store = await Quarantined(engine);
        var counts = store.Get<StockCounts>();

        Assert.Equal(new QuarantineAnswer(3, true), await counts.TakeOut(Exit(2, destination), Actors.OtherOperator));
        Assert.Equal(new QuarantineAnswer(1, false), await counts.TakeOut(Exit(2, destination), Actors.OtherOperator));

        Assert.Equal($"sku-1 north {level}", (await Levels(store))[0]);
        Assert.Equal($"{movement} 2", (await Movements(store))[^1]);
        var said = (await store.Get<StockDetails>().Get(new("sku-1", "north"), 10, 10))!.Movements[0];
        Assert.Equal(("only the box was torn", Actors.OtherOperator.Name, Side.Store), (said.Note, said.ActorName, said.Side));
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine]
    public async Task What_leaves_quarantine_at_the_same_time_leaves_it_once(Engine engine)
    {
        await using var store = await Quarantined(engine);
        var counts = store.Get<StockCounts>();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => counts.TakeOut(Exit(2, StockDestination.OnSale), Actors.Operator))));

        Assert.Single(answers, answer => answer.IsTaken);
        Assert.Equal("sku-1 north 9 0 1", (await Levels(store))[0]);
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine]
    public async Task A_file_takes_units_out_of_quarantine_beside_its_counts(Engine engine)
    {
        await using var store = await Quarantined(engine);
        const string Lines = """
            sku,warehouse,quantity
            sku-1,north,20
            sku-1,north,2,on-sale,"only the box, torn"
            sku-1,north,2,written-off,broken
            sku-1,north,1,somewhere,broken
            sku-1,north,1,written-off,
            sku-1,north,0,written-off,broken
            """;
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Lines));
        List<StockCountLine> told = [];

        await store.Get<StockCountFile>().Run(content, Actors.Operator, false, told.Add);

        Assert.Equal(
            [StockLineState.Taken, StockLineState.Taken, StockLineState.NotInQuarantine, StockLineState.NoDestination, StockLineState.NoReason, StockLineState.NoQuantity],
            told.Select(line => line.State!.Value));
        Assert.Equal(1, told[2].Reserved);
        Assert.Equal("sku-1 north 22 0 1", (await Levels(store))[0]);
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine]
    public async Task Nothing_leaves_quarantine_without_a_reason_or_back_into_it(Engine engine)
    {
        await using var store = await Quarantined(engine);
        var counts = store.Get<StockCounts>();
        QuarantineExit[] impossible =
        [
            Exit(0, StockDestination.OnSale), Exit(-1, StockDestination.OnSale), Exit(1, StockDestination.Quarantine),
            Exit(1, StockDestination.OnSale) with { Reason = " " }, Exit(1, StockDestination.OnSale) with { Reason = new('x', 501) },
        ];

        foreach (var exit in impossible)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => counts.TakeOut(exit, Actors.Operator));
        }

        Assert.Equal(new QuarantineAnswer(0, false), await counts.TakeOut(Exit(1, StockDestination.OnSale) with { Place = new("sku-9", "nowhere") }, Actors.Operator));
        Assert.Equal("sku-1 north 7 0 3", (await Levels(store))[0]);
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

    // Three of ten were canceled off the packers' table.
    private static async Task<TestStore> Quarantined(Engine engine)
    {
        var store = await TestStore.Open(engine);
        await store.Import(An.Order(Id).Handling());
        await Count(store, ("sku-1", 10));
        var cancel = Cancel();
        await store.Send(Id, cancel, Actors.Operator);
        await store.Send(Id, new ConfirmCancellation(cancel.RequestId, StockDestination.Quarantine), Actors.OtherOperator);
        return store;
    }

    private static QuarantineExit Exit(long quantity, StockDestination destination) => new(new("sku-1", "north"), quantity, destination, "only the box was torn");

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
