using System.Data.Common;
using System.Text;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

/// <summary>Ids of payments lie by the day of their order and are found all the same.</summary>
public sealed class TermTests
{
    private static readonly OrderFilter Asked = new() { Terms = [new(TermKind.Nsu, ["17"])] };

    [Theory]
    [EveryEngine]
    public async Task An_id_is_found_on_whichever_day_its_orders_came(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await Import(store, "first-01", An.Instant.AddYears(-9), "17");
        await Import(store, "other-01", An.Instant.AddYears(-4), "18");
        await Import(store, "last-01", An.Instant, "17");

        Assert.Equal(["last-01", "first-01"], await Found(store, Asked));
        Assert.Equal(["first-01", "last-01"], await Found(store, Asked with { Sort = OrderSort.Value, Ascending = true }));
        Assert.Equal(["last-01", "other-01", "first-01"], await Found(store, new() { Terms = [new(TermKind.Nsu, ["18", "17"])] }));
        Assert.Equal(["first-01"], await Found(store, Asked with { CreatedBefore = An.Instant.AddYears(-1) }));
        Assert.Empty(await Found(store, new() { Terms = [new(TermKind.Nsu, ["1"])] }));
    }

    [Theory]
    [EveryEngine]
    public async Task A_newer_document_takes_its_order_to_another_day_and_leaves_nothing_behind(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await Import(store, "moved-01", An.Instant.AddDays(-90), "16");

        await Import(store, "moved-01", An.Instant.AddDays(-30), "17");

        Assert.Equal(["moved-01"], await Found(store, Asked));
        Assert.Empty(await Found(store, new() { Terms = [new(TermKind.Nsu, ["16"])] }));
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Fact]
    public async Task Of_the_terms_only_those_are_read_that_are_asked_for()
    {
        await using var store = await TestStore.Open();
        await using var connection = await store.Get<DbDataSource>().OpenConnectionAsync();
        await using var reading = await store.Get<StoreSource>().OpenReading(CancellationToken.None);
        var probe = OrderSelectives.Probes(store.Get<StoreSource>(), reading, Asked, null, [], 10).First();

        var plan = await OrderReaderPlanTests.Plan(connection, probe);

        Assert.Contains(plan, step => step.Contains("SEARCH t USING PRIMARY KEY (Kind=? AND Value=?)", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("SCAN o", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_SQLite_an_orders_parts_and_the_counters_lie_where_their_keys_are()
    {
        await using var store = await TestStore.Open();
        await using var reading = await store.Get<StoreSource>().OpenReading(CancellationToken.None);
        var tables = await reading.Read(
            new("""SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' AND TRIM("sql", char(10) || ' ') LIKE '%WITHOUT ROWID' AND "name" NOT LIKE 'OrderSearchIndex%' ORDER BY "name" """, []),
            row => row.GetString(0), CancellationToken.None);

        Assert.Equal(["InvoiceItems", "OrderCounters", "OrderItems", "OrderTerms", "Payments", "Reservations"], tables);
    }

    private static async Task<IEnumerable<string>> Found(TestStore store, OrderFilter filter) =>
        (await store.Get<OrderPages>().After(filter, null, 10)).Rows.Select(row => Encoding.UTF8.GetString(row.OrderId));

    private static Task<Answer> Import(TestStore store, string orderId, DateTimeOffset createdAt, string nsu) => store.Import(
        An.Order(orderId).With(facts => facts with { CreatedAt = createdAt }).AsImported(
            $$$"""{"orderId":"{{{orderId}}}","paymentData":{"transactions":[{"payments":[{"connectorResponses":{"nsu":"{{{nsu}}}"}}]}]}}"""));
}
