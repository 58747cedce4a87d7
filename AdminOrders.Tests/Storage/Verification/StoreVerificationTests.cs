using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Orders;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage.Verification;

public sealed class StoreVerificationTests
{
    public static IEnumerable<object[]> Damages => Named(Damage.OnEveryEngine);

    public static IEnumerable<object[]> DamagesOfAFile => Named(Damage.OnAFile);

    [Theory]
    [EveryEngine]
    public async Task A_good_store_is_clean_and_counted(Engine engine)
    {
        await using var store = await GoodStore.Open(engine);

        var report = await store.Verify();

        AssertClean(report);
        Assert.Equal((5, 16), (report.Orders, report.HistoryRows));
    }

    [Theory]
    [EveryEngine]
    public async Task An_empty_store_is_clean(Engine engine)
    {
        await using var store = await TestStore.Open(engine);

        AssertClean(await store.Verify());
    }

    [Theory]
    [EveryEngineWith(nameof(Damages))]
    public Task The_first_row_that_does_not_fit_is_named(Engine engine, int number, string what) =>
        AssertNamed(engine, Damage.OnEveryEngine[number], what);

    [Theory]
    [MemberData(nameof(DamagesOfAFile))]
    public Task Damage_to_the_file_itself_is_named(int number, string what) => AssertNamed(Engine.Sqlite, Damage.OnAFile[number], what);

    // What a document told is broken by ToldCheckTests.
    [Fact]
    public void Every_invariant_is_broken_by_a_test() =>
        Assert.Equal(Enum.GetValues<Invariant>().Except([Invariant.AsTheDocumentTold]), Damage.OnEveryEngine.Concat(Damage.OnAFile).Select(damage => damage.Invariant).Distinct().Order());

    [Fact]
    public void Every_invariant_has_a_sentence() =>
        Assert.All(Enum.GetValues<Invariant>(), invariant => Assert.EndsWith(".", Core.Storage.Verification.Invariants.SentenceOf(invariant), StringComparison.Ordinal));

    [Fact]
    public async Task An_erased_text_is_no_damage()
    {
        await using var store = await GoodStore.Open();
        await store.Execute("""UPDATE "HistoryTexts" SET "Value" = NULL""");

        AssertClean(await store.Verify());
    }

    [Theory]
    [EveryEngine(1)]
    [EveryEngine(2)]
    [EveryEngine(3)]
    [EveryEngine(4)]
    public async Task Whatever_everybody_does_leaves_a_clean_store(Engine engine, int seed)
    {
        await using var store = await TestStore.Open(engine);
        for (var number = 0; number < 40; number++)
        {
            await RunSequence(store, new RandomCommands((seed * 10_000) + number), $"random-{seed}-{number:00}");
        }

        var report = await store.Verify();

        AssertClean(report);
        Assert.Equal(40, report.Orders);
        Assert.InRange(report.HistoryRows, 200, 100_000);
    }

    [Theory]
    [InlineData(Side.Customer)]
    [InlineData(Side.Store)]
    public async Task Whatever_an_order_came_in_as_and_whatever_follows_leaves_a_clean_store(Side askedBy)
    {
        await using var store = await TestStore.Open();
        var number = 0;
        foreach (var facts in Situations.All(askedBy).Values.Select(WithClock).Concat(Stages.Known.Append("some-new-status").Select(Told)))
        {
            var order = facts with { OrderId = $"came-in-{++number:000}" };
            await store.Import(Imported.From(order with { Requests = [.. order.Requests.Select(request => request with { Id = $"{number:x32}" })] }));
            await Follow(store, new RandomCommands(number), order.OrderId, steps: 12);
        }

        AssertClean(await store.Verify());
    }

    [Fact]
    public async Task More_orders_than_a_chunk_are_all_read()
    {
        await using var store = await TestStore.Open();
        await Task.WhenAll(Enumerable.Range(0, OrderChunk.Size + 1).Select(number => store.Import(An.Order($"many-{number:0000}").Ready())));
        await store.Damage("""UPDATE "Orders" SET "Version" = 2 WHERE "OrderId" IN ('many-0007', 'many-0008') """);

        var report = await store.Verify();

        Assert.Equal(OrderChunk.Size + 1, report.Orders);
        Assert.Equal(2, Assert.Single(report.Broken).Rows);
    }

    private static IEnumerable<object[]> Named(IEnumerable<Damage> damages) =>
        damages.Select((damage, number) => new object[] { number, $"{damage.Invariant} {damage.OrderId} {damage.Row}" });

    private static async Task AssertNamed(Engine engine, Damage damage, string what)
    {
        await using var store = await GoodStore.Open(engine);
        await damage.Do(store);

        var report = await store.Verify();

        Assert.Contains(what.Split(' ')[0], report.Broken.Select(broken => broken.Invariant.ToString()));
        var first = report.Broken.Single(broken => broken.Invariant == damage.Invariant).First;
        Assert.Equal((damage.OrderId, damage.Row), (first.OrderId, first.Row));
        Assert.NotEqual(first.Expected, first.Found);
    }

    private static async Task RunSequence(TestStore store, RandomCommands random, string id)
    {
        await store.Import(random.NewOrder(id));
        await Follow(store, random, id, steps: 30);
    }

    // What hangs or was never completed has the clock that the import gives it.
    private static OrderFacts WithClock(OrderFacts facts) =>
        facts.Stage is Stage.Incomplete or Stage.Moving ? facts with { StatusDueAt = An.Instant.AddDays(1) } : facts;

    // As the import tells an order in that status, two days after its last change.
    private static OrderFacts Told(string status) => ImportRules.Complete(
        new ImportedState { Told = An.Order().Paid().In(status), LastChangeAt = An.Instant.AddDays(-2), PaymentDueAt = An.Instant.AddDays(2) }, An.Instant, Policy.Default);

    private static async Task Follow(TestStore store, RandomCommands random, string id, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            store.Clock.Advance(random.Pause());
            var (command, actor) = random.Next(await store.Facts(id));
            await store.Send(id, command, actor);
        }
    }

    internal static void AssertClean(VerificationReport report) => Assert.True(report.IsClean, string.Join(Environment.NewLine, report.Broken));
}
