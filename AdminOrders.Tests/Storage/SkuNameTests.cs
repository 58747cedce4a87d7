using System.Collections.Immutable;
using System.Text.Json;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Storage.Verification;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

/// <summary>Orders are found by what was bought too.</summary>
public sealed class SkuNameTests
{
    private const string Shirt = "Camisa  João \"50%\" & Co";

    [Theory]
    [EveryEngine("camisa")]
    [EveryEngine("JOAO")]
    [EveryEngine("camisa joão")]
    [EveryEngine("\"50%\" & c")]
    public async Task A_text_finds_orders_by_the_names_of_their_SKUs(Engine engine, string text)
    {
        await using var store = await TestStore.Open(engine);
        await Import(store, "shirt-01", ("s1", Shirt));
        await Import(store, "both-01", ("s2", "Sapato"), ("s1", Shirt));
        await Import(store, "shoe-01", ("s2", "Sapato"));

        Assert.Equal(["both-01", "shirt-01"], await Found(store, text));
        Assert.Equal(["both-01", "shirt-01"], await Walked(store, text));
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Theory]
    [EveryEngine("50_")]
    [EveryEngine("%cam")]
    [EveryEngine("sapato\" OR")]
    [EveryEngine("ca")]
    public async Task What_no_name_has_finds_nothing(Engine engine, string text)
    {
        await using var store = await TestStore.Open(engine);
        await Import(store, "shirt-01", ("s1", Shirt), ("s2", "Sapato"));

        Assert.Empty(await Found(store, text));
        Assert.Empty(await Walked(store, text));
    }

    [Theory]
    [EveryEngine]
    public async Task A_SKU_that_was_renamed_is_found_by_both_names_and_a_long_name_by_its_beginning(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await Import(store, "old-01", ("s1", "Lantern"));
        await Import(store, "new-01", ("s1", "Torch"));
        await Import(store, "long-01", ("s2", new string('x', SkuNames.Longest - 1) + "😀 end"));

        Assert.Equal(["new-01", "old-01"], await Found(store, "lantern"));
        Assert.Equal(["new-01", "old-01"], await Found(store, "torch"));
        Assert.Equal(["long-01"], await Found(store, "xxxxx"));
        Assert.Empty(await Found(store, "x😀"));
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    [Theory]
    [EveryEngine]
    public async Task A_store_that_is_older_than_the_names_gets_them_when_it_is_opened(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await Import(store, "shirt-01", ("s1", Shirt), ("s2", ""));
        await store.Execute($"""DELETE FROM "SkuNames"; INSERT INTO "Settings" ("Name", "Value") VALUES ('{SkuNameFill.SettingName}', '1')""");
        Assert.Empty(await Found(store, "camisa"));

        await store.Services.MigrateStorage();

        Assert.Equal(["shirt-01"], await Found(store, "camisa"));
        StoreVerificationTests.AssertClean(await store.Verify());
    }

    private static async Task<IEnumerable<string>> Found(TestStore store, string text) =>
        (await store.Reader.List(new() { Text = text }, null, 10)).Rows.Select(row => row.OrderId);

    // As where too many orders match to sort them.
    private static async Task<IEnumerable<string>> Walked(TestStore store, string text)
    {
        var (source, filter) = (store.Get<StoreSource>(), new OrderFilter { Text = text });
        await using var reading = await source.OpenReading(CancellationToken.None);
        return await reading.Read(
            new OrderListSql(source, filter, TextCondition.For(text), null).Page(OrderWalk.PositionColumns, null, backward: false, 10), row => row.GetString(1), CancellationToken.None);
    }

    private static Task<Answer> Import(TestStore store, string orderId, params (string Sku, string Name)[] lines)
    {
        var items = lines.Select((line, at) => new ItemFact(at, line.Sku, line.Name, 1, 0, 0, 1_000)).ToImmutableArray();
        var document = JsonSerializer.Serialize(new { orderId, items = lines.Select(line => new { id = line.Sku, name = line.Name }) });
        return store.Import(An.Order(orderId).With(facts => facts with { Items = items, Reservations = [] }).AsImported(document));
    }
}
