using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage.Counters;

/// <summary>Every test ends with a verification, which counts the orders themselves.</summary>
public sealed class CounterTests
{
    private static readonly int Day = An.Instant.Date.Subtract(DateTime.MinValue).Days;

    [Theory]
    [EveryEngine]
    public async Task An_order_is_counted_where_it_stands_by_its_day_and_by_32_days(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("1-01").Unpaid().Worth(700));
        await store.Import(An.Order("2-01").Unpaid().Worth(300));
        await store.Import(An.Order("3-01").Ready().Worth(5, "EUR"));

        Assert.Equal(
            [
                new(1, Day, Status.PaymentPending, "BRL", 2, 1_000), new(1, Day, Status.ReadyForHandling, "EUR", 1, 5),
                new(32, Day / 32 * 32, Status.PaymentPending, "BRL", 2, 1_000), new(32, Day / 32 * 32, Status.ReadyForHandling, "EUR", 1, 5),
            ],
            await Counters(store));
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Theory]
    [EveryEngine]
    public async Task A_cancellation_moves_its_order_and_leaves_no_empty_counter(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("1-01").Unpaid().Worth(700));
        await store.Import(An.Order("2-01").Unpaid().Worth(300));

        await store.Send("1-01", NewCancel(), Actors.Operator);
        Assert.Equal([(Status.Canceled, 1L, 700L), (Status.PaymentPending, 1L, 300L)], await OfDays(store));

        await store.Send("2-01", NewCancel(), Actors.Operator);
        Assert.Equal([(Status.Canceled, 2L, 1_000L)], await OfDays(store));
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Theory]
    [EveryEngine]
    public async Task What_moves_no_order_writes_no_counter(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("1-01").Ready());
        await store.Execute("""UPDATE "OrderCounters" SET "Value" = 4711""");

        await store.Send("1-01", new AddComment("They called"), Actors.Operator);

        Assert.Equal([(Status.ReadyForHandling, 1L, 4_711L)], await OfDays(store));
    }

    [Theory]
    [EveryEngine]
    public async Task Many_cancellations_of_one_day_touch_four_counters_in_their_batch(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await Task.WhenAll(Enumerable.Range(0, 41).Select(number => store.Import(An.Order(Id(number)).Unpaid())));
        await store.Execute(engine is Engine.Sqlite ? LogOnSqlite : LogOnPostgres);

        await Together(store, Enumerable.Range(0, 40).Select(number => new OrderRequest(Id(number), NewCancel(), Actors.Operator)));

        await using var db = store.Read();
        // The one that came before the writer was held is a batch of its own.
        Assert.InRange(await db.Database.SqlQueryRaw<int>("""SELECT COUNT(*) AS "Value" FROM "Touched" """).SingleAsync(), 4, 12);
        Assert.Equal([(Status.Canceled, 40L, 400_000L), (Status.PaymentPending, 1L, 10_000L)], await OfDays(store, except: Status.ReadyForHandling));
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Theory]
    [EveryEngine]
    public async Task A_command_that_fails_counts_for_nothing_and_the_others_of_its_batch_count(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(number => store.Import(An.Order(Id(number)).Unpaid())));
        await store.Execute(Trap.InACommand(engine));

        await Together(store, Enumerable.Range(0, 10).Select(number =>
            new OrderRequest(Id(number), NewCancel(), number % 5 == 0 ? Actors.Operator with { Id = "user:trap" } : Actors.Operator)));

        Assert.Equal([(Status.Canceled, 8L, 80_000L), (Status.PaymentPending, 2L, 20_000L)], await OfDays(store, except: Status.ReadyForHandling));
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Theory]
    [EveryEngine]
    public async Task A_document_that_tells_another_seller_day_value_and_currency_moves_its_order(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("1-01").Ready().AsImported("""{"orderId":"1-01","of":1}"""));

        var told = An.Order("1-01").Ready().FromMarketplace().Worth(55, "USD").With(facts => facts with { SellerId = "9", CreatedAt = facts.CreatedAt.AddDays(-40) });
        await store.Import(told.AsImported("""{"orderId":"1-01","of":2}"""));

        Assert.Equal([new(1, Day - 40, Status.ReadyForHandling, "USD", 1, 55), new(32, (Day - 40) / 32 * 32, Status.ReadyForHandling, "USD", 1, 55)], await Counters(store));
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Theory]
    [EveryEngine]
    public async Task Items_that_are_removed_take_their_value_with_them(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("1-01").Handling());

        await store.Send("1-01", new ChangeItems([new(1, 1)], "not there"), Actors.Operator);

        Assert.Equal([(Status.Handling, 1L, (await store.Facts("1-01")).Value)], await OfDays(store));
        Assert.NotEqual(10_000, (await store.Facts("1-01")).Value);
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Theory]
    [EveryEngine]
    public async Task A_counter_that_was_tampered_with_stands_in_nobodys_way_and_is_named(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(number => store.Import(An.Order(Id(number)).Unpaid())));
        await store.Execute("""UPDATE "OrderCounters" SET "Orders" = 1""");

        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 3).Select(number => store.Send(Id(number), NewCancel(), Actors.Operator))),
            answer => Assert.Equal(Status.Canceled, answer.Status));

        Assert.Equal([(Status.Canceled, 3L, 30_000L)], await OfDays(store));
    }

    [Theory]
    [EveryEngine]
    public async Task Two_processes_that_cancel_orders_of_the_same_days_from_both_ends_count_each_once(Engine engine)
    {
        const int Orders = 200;
        await using var store = await TestStore.Open(engine);
        await using var other = store.OpenElsewhere();
        await Task.WhenAll(Enumerable.Range(0, Orders).Select(number =>
            store.Import(An.Order(Id(number)).Unpaid().With(facts => facts with { CreatedAt = facts.CreatedAt.AddDays(-number % 7), Currency = number % 2 == 0 ? "BRL" : "ARS" }))));

        await Task.WhenAll(Enumerable.Range(0, Orders).SelectMany(number => new[]
        {
            store.Send(Id(number), NewCancel(), Actors.Operator),
            other.GetRequiredService<OrderWorkflow>().Send(new(Id(Orders - 1 - number), NewCancel(), Actors.OtherOperator)),
        }));

        Assert.Equal(Orders, (await OfDays(store)).Where(counter => counter.Status == Status.Canceled).Sum(counter => counter.Orders));
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    private const string LogOnSqlite =
        """
        CREATE TABLE "Touched" ("Day" INTEGER);
        CREATE TRIGGER "Counted" AFTER UPDATE ON "OrderCounters" BEGIN INSERT INTO "Touched" VALUES (NEW."Day"); END;
        CREATE TRIGGER "Began" AFTER INSERT ON "OrderCounters" BEGIN INSERT INTO "Touched" VALUES (NEW."Day"); END;
        """;

    private const string LogOnPostgres =
        """
        CREATE TABLE "Touched" ("Day" INTEGER);
        CREATE FUNCTION touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO "Touched" VALUES (NEW."Day"); RETURN NEW; END $$;
        CREATE TRIGGER counted AFTER UPDATE OR INSERT ON "OrderCounters" FOR EACH ROW EXECUTE FUNCTION touched();
        """;

    private static string Id(int number) => $"{number:0000}-01";

    private static Cancel NewCancel() => new(Guid.NewGuid().ToString("N"), Side.Store, new Reason(null, "Sold out"));

    // In one batch: the writer waits for somebody else meanwhile.
    private static async Task Together(TestStore store, IEnumerable<OrderRequest> requests)
    {
        List<Task<Answer>> sent;
        await using (await HeldStore.Hold(store))
        {
            sent = [.. requests.Select(request => store.Workflow.Send(request))];
        }

        await Task.WhenAll(sent).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private static async Task<List<Counter>> Counters(TestStore store)
    {
        await using var db = store.Read();
        return await db.OrderCounters.OrderBy(row => row.Days).ThenBy(row => row.Day).ThenBy(row => row.Status)
            .Select(row => new Counter(row.Days, row.Day, row.Status, row.Currency, row.Orders, row.Value)).ToListAsync();
    }

    // Without the order that holds PostgreSQL's writer.
    private static async Task<List<(string Status, long Orders, long Value)>> OfDays(TestStore store, string except = "") =>
        [.. (await Counters(store)).Where(row => row.Days == 1 && row.Status != except).GroupBy(row => row.Status).Select(row => (row.Key, row.Sum(counter => counter.Orders), row.Sum(counter => counter.Value))).Order()];

    private sealed record Counter(int Days, int Day, string Status, string Currency, long Orders, long Value);
}
