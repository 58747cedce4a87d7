using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage.Stock;

/// <summary>Reservations without an order hold units in the levels, and free them once.</summary>
public sealed class LooseReservationTests
{
    private const string Lock = "lock-1";
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly StockPlace North = new("sku-1", "north");

    [Theory]
    [EveryEngine]
    public async Task Units_are_held_until_somebody_cancels_and_then_freed_once(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var loose = store.Get<LooseReservations>();
        await store.Get<StockCounts>().Take([new("sku-1", "north", 10)], Actors.Operator);

        var held = await loose.Hold(Wish(4), Actors.Operator);
        var again = await loose.Hold(Wish(4), Actors.Operator);
        var other = await loose.Hold(Wish(5), Actors.Operator);
        Assert.Equal((LooseState.Authorized, null, null, LooseProblem.IdTaken), (held.Reservation!.State, held.Problem, again.Problem, other.Problem));
        Assert.Equal(4, await Reserved(store));

        Assert.Null((await loose.Cancel(Lock, Actors.OtherOperator)).Problem);
        Assert.Equal(LooseState.Canceled, (await loose.Cancel(Lock, Actors.OtherOperator)).Reservation!.State);

        Assert.Equal(0, await Reserved(store));
        Assert.Equal(["Counted 10", "Reserved 4", "Released 4"], await Movements(store));
        Assert.Equal(LooseProblem.Over, (await loose.Confirm(Lock)).Problem);
        Assert.Equal(LooseProblem.NotFound, (await loose.Confirm("another")).Problem);
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine]
    public async Task The_warehouse_takes_what_is_confirmed(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var loose = store.Get<LooseReservations>();
        await loose.Hold(Wish(4), Actors.Operator);

        Assert.Equal(LooseProblem.NotConfirmed, (await loose.Acknowledge(Lock)).Problem);
        Assert.Equal(LooseState.Confirmed, (await loose.Confirm(Lock)).Reservation!.State);
        Assert.Equal(LooseState.Acknowledged, (await loose.Acknowledge(Lock)).Reservation!.State);
        store.Clock.Advance(Hour * 2);
        await store.Get<TimerRunner>().RunOnce(CancellationToken.None);

        Assert.Equal(4, await Reserved(store));
        await loose.Cancel(Lock, Actors.Operator);
        Assert.Equal(0, await Reserved(store));
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine]
    public async Task Before_its_instant_it_holds_and_at_the_instant_it_is_over(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var (loose, timers) = (store.Get<LooseReservations>(), store.Get<TimerRunner>());
        await loose.Hold(Wish(4), Actors.Operator);

        store.Clock.Advance(Hour - TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(1), await timers.RunOnce(CancellationToken.None));
        Assert.Equal(4, await Reserved(store));
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        await timers.RunOnce(CancellationToken.None);
        await timers.RunOnce(CancellationToken.None);

        Assert.Equal(0, await Reserved(store));
        Assert.Equal(["Reserved 4", "Released 4"], await Movements(store));
        var moved = (await store.Get<StockDetails>().Get(North, 10, 10))!.Movements[0];
        Assert.Equal((Side.System, Lock), (moved.Side, moved.LooseId));
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine]
    public async Task Who_confirms_at_its_instant_comes_too_late_though_no_timer_has_run(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var loose = store.Get<LooseReservations>();
        await loose.Hold(Wish(4), Actors.Operator);
        store.Clock.Advance(Hour);

        var late = await loose.Confirm(Lock);

        Assert.Equal((LooseProblem.Over, LooseState.Expired, 0L), (late.Problem!.Value, late.Reservation!.State, await Reserved(store)));
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine("00-loose-01")]
    [EveryEngine("loose-01")]
    [EveryEngine("r-north")]
    public async Task An_order_that_comes_in_takes_its_reservation_over(Engine engine, string lockId)
    {
        await using var store = await TestStore.Open(engine);
        var loose = store.Get<LooseReservations>();
        await loose.Hold(Wish(4) with { Id = lockId }, Actors.Operator);
        await loose.Hold(Wish(2) with { Id = "another" }, Actors.Operator);

        await store.Import(An.Order("loose-01").InWindow());

        Assert.Equal(3 + 2, await Reserved(store));
        Assert.Equal(["Reserved 4", "Reserved 2", "TakenOver 4"], await Movements(store));
        Assert.Equal((LooseState.TakenOver, "loose-01"), ((await loose.Get(lockId))!.State, (await loose.Get(lockId))!.OrderId));
        Assert.Equal(LooseProblem.OfAnOrder, (await loose.Cancel(lockId, Actors.Operator)).Problem);
        Assert.Equal("loose-01", (await store.Get<StockDetails>().Get(North, 10, 10))!.Movements[0].OrderId);
        await FitsAsync(store);

        await store.Send("loose-01", new Cancel(new('c', 32), Side.Store, new Reason(null, "sold out")), Actors.Operator);
        Assert.Equal(2, await Reserved(store));
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine]
    public async Task Nothing_is_kept_beside_what_an_order_holds_already(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var loose = store.Get<LooseReservations>();
        await store.Import(An.Order("loose-01").InWindow().With(order => order with { Reservations = [order.Reservations[0] with { Id = "lock-of-it/0/0" }] }));

        Assert.Equal(LooseProblem.OfAnOrder, (await loose.Hold(Wish(1) with { Id = "00-loose-01" }, Actors.Operator)).Problem);
        Assert.Equal(LooseProblem.OfAnOrder, (await loose.Hold(Wish(1) with { Id = "lock-of-it" }, Actors.Operator)).Problem);
        Assert.Equal(LooseProblem.OfAnOrder, (await loose.Confirm("00-loose-01")).Problem);
        Assert.Equal(3, await Reserved(store));
    }

    [Theory]
    [EveryEngine]
    public async Task What_an_order_holds_under_a_lock_of_its_own_is_not_held_again_in_another_place(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var (loose, south) = (store.Get<LooseReservations>(), new StockPlace("sku-9", "south"));
        await store.Import(An.Order("loose-01").InWindow().With(order => order with { Reservations = [order.Reservations[0] with { Id = "lock-of-it/0/0" }] }));

        Assert.Equal(LooseProblem.OfAnOrder, (await loose.Hold(new("lock-of-it", "1", Hour, [new(south, 3)]), Actors.Operator)).Problem);
        Assert.Equal(LooseProblem.OfAnOrder, (await loose.Cancel("lock-of-it", Actors.Operator)).Problem);
        Assert.Null((await loose.Hold(new("lock-of", "1", Hour, [new(south, 1)]), Actors.Operator)).Problem);
        Assert.Null((await loose.Hold(new("lock-of-it-0", "1", Hour, [new(south, 1)]), Actors.Operator)).Problem);

        Assert.Equal((3, 2), (await Reserved(store), (await store.Get<StockReader>().Of([south]))[0].Reserved));
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine]
    public async Task A_lock_under_which_an_order_holds_nothing_any_more_counts_for_nobody(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var loose = store.Get<LooseReservations>();
        await store.Import(An.Order("loose-01").InWindow().With(order => order with { Reservations = [order.Reservations[0] with { Id = "lock-of-it/0/0" }] }));
        await store.Send("loose-01", new Cancel(new('c', 32), Side.Store, new Reason(null, "sold out")), Actors.Operator);

        Assert.Null((await loose.Hold(Wish(2) with { Id = "lock-of-it" }, Actors.Operator)).Problem);

        Assert.Equal(2, await Reserved(store));
        await FitsAsync(store);
    }

    [Theory]
    [EveryEngine]
    public async Task What_is_counted_has_to_suffice_where_the_wish_says_so(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var loose = store.Get<LooseReservations>();
        await store.Get<StockCounts>().Take([new("sku-1", "north", 5)], Actors.Operator);

        Assert.Null((await loose.Hold(Wish(4) with { NeedsStock = true }, Actors.Operator)).Problem);
        Assert.Equal(LooseProblem.NoStock, (await loose.Hold(Wish(2) with { Id = "b", NeedsStock = true }, Actors.Operator)).Problem);
        Assert.Null((await loose.Hold(Wish(1) with { Id = "c", NeedsStock = true }, Actors.Operator)).Problem);
        Assert.Null((await loose.Hold(new("d", "1", Hour, [new(new("not-counted", "north"), 9)]) { NeedsStock = true }, Actors.Operator)).Problem);
    }

    [Theory]
    [EveryEngine]
    public async Task Two_processes_that_keep_and_end_the_same_ones_at_once_free_each_once(Engine engine)
    {
        const int Rounds = 40;
        await using var store = await TestStore.Open(engine);
        await using var other = store.OpenElsewhere();
        var (here, there) = (store.Get<LooseReservations>(), other.GetRequiredService<LooseReservations>());

        await Task.WhenAll(Enumerable.Range(0, Rounds).SelectMany(round => new Task[]
        {
            Task.Run(() => here.Hold(Both(round), Actors.Operator)), Task.Run(() => there.Hold(Both(round), Actors.Operator)),
        }));
        Assert.Equal(Rounds, await Reserved(store));
        await Task.WhenAll(Enumerable.Range(0, Rounds).SelectMany(round => new Task[]
        {
            Task.Run(() => here.Cancel(Both(round).Id, Actors.Operator)), Task.Run(() => there.Cancel(Both(Rounds - 1 - round).Id, Actors.Operator)),
            store.Import(An.Order($"at-once-{round:D2}").InWindow()),
        }));

        Assert.Equal(3 * Rounds, await Reserved(store));
        await using var db = store.Read();
        var freed = await db.StockMovements.Where(row => row.ReservationId != null && (row.Kind == StockMovementKind.Released || row.Kind == StockMovementKind.TakenOver)).ToListAsync();
        Assert.Equal(2 * Rounds, freed.Count);
        await FitsAsync(store);

        static LooseHold Both(int round) => new($"00-at-once-{round:D2}", "1", Hour, [new(new("sku-2", "south"), 1), new(North, 1)]);
    }

    [Theory]
    [EveryEngine]
    public async Task Two_processes_that_cancel_orders_over_the_same_skus_from_both_ends_wait_for_each_other_and_never_in_a_circle(Engine engine)
    {
        const int Orders = 200;
        await using var store = await TestStore.Open(engine);
        await using var other = store.OpenElsewhere();
        await Task.WhenAll(Enumerable.Range(0, Orders).Select(number => store.Import(Crossed(number))));
        var before = await Reserved(store);

        var answers = await Task.WhenAll(Enumerable.Range(0, Orders).SelectMany(number => new[]
        {
            store.Send(Id(number), NewCancel(number), Actors.Operator),
            other.GetRequiredService<OrderWorkflow>().Send(new(Id(Orders - 1 - number), NewCancel(Orders + number), Actors.OtherOperator)),
        }));

        Assert.Equal(3 * Orders, before);
        Assert.Equal(Orders, answers.Count(answer => answer.Decision is Accepted));
        Assert.Equal(Orders, answers.Count(answer => answer.Decision is Unchanged));
        Assert.Equal(0, await Reserved(store));
        await using var db = store.Read();
        Assert.Equal(2 * Orders, await db.StockMovements.CountAsync(row => row.Kind == StockMovementKind.Released));
        await FitsAsync(store);
    }

    // Every second order names its lines the other way round, so that a writer without an order of its own would take the levels so.
    private static OrderBuilder Crossed(int number) => An.Order(Id(number)).InWindow()
        .With(order => number % 2 == 0 ? order : order with { Reservations = [order.Reservations[1], order.Reservations[0]] });

    private static string Id(int number) => FormattableString.Invariant($"crossed-{number:D3}");

    private static Cancel NewCancel(int number) => new(number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture), Side.Store, new Reason(null, "sold out"));

    private static LooseHold Wish(int units) => new(Lock, "1", Hour, [new(North, units)]);

    private static async Task<long> Reserved(TestStore store) => (await store.Get<StockReader>().Of([North])) is [var level] ? level.Reserved : 0;

    private static async Task<List<string>> Movements(TestStore store)
    {
        await using var db = store.Read();
        return await db.StockMovements.OrderBy(row => row.Id).Select(row => $"{row.Kind} {row.Quantity}").ToListAsync();
    }

    private static async Task FitsAsync(TestStore store) => Assert.Empty((await store.Verify()).Broken.Select(broken => broken.ToString()));
}
