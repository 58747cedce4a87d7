using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Copying;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage;

public sealed class StoreCopyTests
{
    private const string Odd = "quotes ' \" \\ \t\r\n 😀 é e\u0301 \u202Eright to left\u202C \u200B\uFFFD \u0001 ½";

    private static readonly DateTimeOffset LockoutEnd = new DateTimeOffset(2026, 3, 2, 1, 2, 3, TimeSpan.Zero).AddTicks(1_234_567);

    public static IEnumerable<object[]> Pairs() => Engines.All.SelectMany(from => Engines.All.Select(to => new object[] { from, to }));

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task A_copy_holds_the_same_and_goes_on(Engine from, Engine to)
    {
        await using var store = await Filled(from);
        await using var database = await TestDatabase.CreateEmpty(to);
        var copied = Assert.IsType<Copied>(await Copy(store, database));
        await using var copy = await Open(store, database);

        Assert.Equal((4, await LastPosition(store.Services)), (copied.Orders, copied.Position));
        await AssertEqual(store.Services, copy);
        Assert.True((await copy.GetRequiredService<StoreVerification>().Run()).IsClean);
        await GoesOn(store, copy);
        Assert.True((await copy.GetRequiredService<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Links_of_customers_stay_good_in_the_copy(Engine from, Engine to)
    {
        await using var store = await Filled(from);
        var link = (await store.Get<CustomerLinks>().Make("o-3"))!;
        await using var database = await TestDatabase.CreateEmpty(to);
        Assert.IsType<Copied>(await Copy(store, database));
        await using var copy = await Open(store, database);

        Assert.Equal("o-3", (await copy.GetRequiredService<CustomerLinks>().Find(link.Token))?.OrderId);
    }

    [Theory]
    [EveryEngine]
    public async Task A_copy_has_every_index_and_key_that_a_new_store_has(Engine engine)
    {
        await using var store = await Filled(Engine.Sqlite);
        await using var database = await TestDatabase.CreateEmpty(engine);
        await using var other = await TestDatabase.Create(engine);

        Assert.IsType<Copied>(await Copy(store, database));

        Assert.Equal(Schema(other), Schema(database));
        Assert.NotEmpty(Schema(database));
    }

    [Theory]
    [EveryEngine]
    public async Task A_difference_is_named_and_the_target_stays_marked_until_a_copy_succeeds(Engine engine)
    {
        await using var store = await Filled(Engine.Sqlite);
        await using var database = await TestDatabase.CreateEmpty(engine);

        var key = (await store.Row("o-3")).Key;
        var result = await Copy(store, database, whenFilled: () => Execute(database, $"""UPDATE "OrderItems" SET "Name" = 'Shirts' WHERE "OrderKey" = {key} AND "ItemIndex" = 1"""));

        var different = Assert.IsType<CopyDiffers>(result);
        Assert.Equal(("OrderItems", $"OrderKey={key} ItemIndex=1", different.SourceKey), (different.Table, different.SourceKey, different.TargetKey));
        Assert.Equal(different.Source.Rows, different.Target.Rows);
        await Assert.ThrowsAsync<StoreUnusableException>(() => Open(store, database));
        Assert.Equal(CopyObstacle.SourceIncomplete, Assert.IsType<NotCopied>(await Copy(database, store)).Obstacle);
        Assert.IsType<Copied>(await Copy(store, database));
        await using var copy = await Open(store, database);
        await AssertEqual(store.Services, copy);
    }

    [Theory]
    [EveryEngine]
    public async Task A_row_that_is_missing_at_the_end_is_named(Engine engine)
    {
        await using var store = await Filled(Engine.Sqlite);
        await using var database = await TestDatabase.CreateEmpty(engine);

        var result = await Copy(store, database, whenFilled: () => Execute(database, """DELETE FROM "Alerts" """));

        var different = Assert.IsType<CopyDiffers>(result);
        Assert.Equal(("Alerts", null), (different.Table, different.TargetKey));
        Assert.StartsWith($"OrderKey={(await store.Row("o-4")).Key} Kind=", different.SourceKey, StringComparison.Ordinal);
    }

    [Theory]
    [EveryEngine]
    public async Task An_interrupted_copy_is_seen_and_begins_again(Engine engine)
    {
        await using var store = await Filled(Engine.Sqlite);
        await using var database = await TestDatabase.CreateEmpty(engine);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Copy(store, database, whenFilled: stop.Cancel, stop.Token));
        await Assert.ThrowsAsync<StoreUnusableException>(() => Open(store, database));
        Assert.IsType<Copied>(await Copy(store, database));

        await using var other = await TestDatabase.Create(engine);
        Assert.Equal(Schema(other), Schema(database));
        await using var copy = await Open(store, database);
        Assert.True((await copy.GetRequiredService<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [EveryEngine]
    public async Task Nothing_is_written_where_there_is_something_or_from_where_there_is_nothing(Engine engine)
    {
        await using var store = await Filled(Engine.Sqlite);
        await using var full = await TestDatabase.Create(engine);
        await using var empty = await TestDatabase.CreateEmpty(engine);

        Assert.Equal(new NotCopied(CopyObstacle.TargetNotEmpty, "CancellationReasonLabels"), await Copy(store, full));
        Assert.Equal(new NotCopied(CopyObstacle.SourceMissing), await Copy(empty, store));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task A_source_in_use_is_copied_as_it_was_at_one_moment(Engine from, Engine to)
    {
        await using var store = await Filled(from);
        await using var database = await TestDatabase.CreateEmpty(to);
        using var stop = new CancellationTokenSource();
        var work = Work(store, stop.Token);
        await Task.Delay(100);

        var copied = Assert.IsType<Copied>(await Copy(store, database));
        await stop.CancelAsync();
        await work;

        await using var copy = await Open(store, database);
        Assert.True((await copy.GetRequiredService<StoreVerification>().Run()).IsClean);
        Assert.Equal(copied.Position, await LastPosition(copy));
        Assert.InRange(copied.Position, 1, await LastPosition(store.Services) - 1);
    }

    [Theory]
    [EveryEngine]
    public async Task A_text_that_an_engine_cannot_hold_is_named_with_its_row(Engine engine)
    {
        await using var store = await Filled(Engine.Sqlite);
        await using var database = await TestDatabase.CreateEmpty(engine);
        await store.Execute("""UPDATE "HistoryTexts" SET "Value" = 'a' || char(0) || 'b' WHERE "Name" = 'comment' """);

        var result = await Copy(store, database);

        if (engine is Engine.Sqlite)
        {
            Assert.IsType<Copied>(result);
            return;
        }

        var refused = Assert.IsType<RowNotTaken>(result);
        Assert.Equal("HistoryTexts", refused.Table);
        Assert.EndsWith(" Name=comment", refused.Key, StringComparison.Ordinal);
        Assert.Contains("0x00", refused.Words, StringComparison.Ordinal);
    }

    // Accounts, settings, requests, odd and erased texts, empty and missing values, alerts, deliveries, counters that have gone beyond the last key.
    private static async Task<TestStore> Filled(Engine engine)
    {
        var store = await TestStore.Open(engine);
        await store.Import(An.Order("o-1").Paid().FromMarketplace());
        await store.Import(An.Order("o-2 größer 😀").Handling().AskedBy(Side.Customer));
        await store.Import(An.Order("o-3").Captured().Handling().PartlyInvoiced());
        await store.Import(An.Order("o-4").Paid().Canceled());
        await store.Send("o-1", new Cancel(NewId(), Side.Customer, new Reason(1, Odd), Note: "n"), Actors.Operator);
        await store.Send("o-3", new AddComment(Odd), Actors.Operator);
        await store.Send("o-4", Invoice("late"), Actors.Operator);
        await store.Get<PolicySetting>().Save(Policy.Default with { SecondPerson = SecondPerson.Always });
        await store.Get<OrderViewStore>().Save("odd ' 😀");
        await store.Get<SavedViews>().Add("user", "Aña’s 😀", new("status=handling", Odd, new("Id,Status", ListDensity.Compact)));
        await store.Get<ListLayouts>().Keep("user", ListLayout.Usual);
        await using var db = store.Read();
        db.Add(new User { UserName = "ana@example.com", DisplayName = "Aña", LockoutEnd = LockoutEnd });
        db.Add(new CancellationReasonRow { Code = "gone", Rank = 99 });
        await db.SaveChangesAsync();
        await db.CancellationReasons.Where(row => row.Code == "gone").ExecuteDeleteAsync();
        await db.HistoryTexts.Where(text => text.Name == "note").ExecuteUpdateAsync(set => set.SetProperty(text => text.Value, (string?)null));
        await db.Deliveries.Where(row => row.Consumer == Consumers.MailStore).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastAnswer, ""));
        return store;
    }

    private static async Task Work(TestStore store, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await store.Send("o-3", new AddComment("busy"), Actors.Operator);
        }

        await store.Send("o-3", new AddComment("last"), Actors.Operator);
    }

    // The next order, delivery and reason get keys that were never given; what is open can be answered.
    private static async Task GoesOn(TestStore store, ServiceProvider copy)
    {
        var workflow = copy.GetRequiredService<OrderWorkflow>();
        var importer = new Actor(Side.System, "import", "Import");
        await workflow.Send(new("o-5", new RecordImportedState(An.Order("o-5").Paid().AsImported()), importer));
        var canceled = await workflow.Send(new("o-5", new Cancel(NewId(), Side.Customer, new Reason(1, null)), Actors.Customer));
        var reasons = copy.GetRequiredService<CancellationReasons>();
        var reason = await reasons.Add("after", new("a", "b", "c"), null);
        var found = await copy.GetRequiredService<OrderReader>().List(new OrderFilter { Text = "jose" }, null, 10);
        await store.Import(An.Order("o-5").Paid());
        await using var db = copy.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContext();

        Assert.IsType<Accepted>(canceled.Decision);
        Assert.Equal(5, found.Rows.Count);
        Assert.Equal((await store.Reasons.List()).Max(row => row.Id) + 2, reason);
        Assert.Equal((await store.Row("o-5")).Key, await db.Orders.MaxAsync(row => row.Key));
    }

    private static Task<CopyResult> Copy(TestStore from, TestDatabase to, Action? whenFilled = null, CancellationToken cancellationToken = default) =>
        Copy(from.Get<StoreSource>(), Source(to), whenFilled, cancellationToken);

    private static Task<CopyResult> Copy(TestDatabase from, TestStore to) => Copy(Source(from), to.Get<StoreSource>(), null, default);

    private static Task<CopyResult> Copy(StoreSource from, StoreSource to, Action? whenFilled, CancellationToken cancellationToken) =>
        new StoreCopy(from, to, new ManualClock()).Run(new WhenFilled(whenFilled), cancellationToken);

    private static StoreSource Source(TestDatabase database) => StoreSource.From(database.Configuration, AppContext.BaseDirectory);

    private static async Task<ServiceProvider> Open(TestStore like, TestDatabase database)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(like.Clock).AddOrderStorage(database.Configuration).BuildServiceProvider();
        await services.MigrateStorage();
        return services;
    }

    private static async Task AssertEqual(IServiceProvider one, IServiceProvider other)
    {
        Assert.Equal(await Texts(one), await Texts(other));
        await using var db = other.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContext();
        Assert.Contains(await db.HistoryTexts.ToListAsync(), text => text.Value == Odd);
        Assert.Contains(await db.HistoryTexts.ToListAsync(), text => text.Value is null);
        Assert.Contains(await db.Deliveries.ToListAsync(), delivery => delivery.LastAnswer is { Length: 0 });
        Assert.Contains(await db.Deliveries.ToListAsync(), delivery => delivery.LastAnswer is null);
        Assert.Equal(LockoutEnd.UtcTicks / TimeSpan.TicksPerMicrosecond, (await db.Users.SingleAsync()).LockoutEnd!.Value.UtcTicks / TimeSpan.TicksPerMicrosecond);
    }

    private static async Task<string> Texts(IServiceProvider services)
    {
        await using var db = services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContext();
        object[] all =
        [
            await db.Orders.OrderBy(row => row.Key).ToListAsync(), await db.OrderItems.OrderBy(row => row.OrderKey).ThenBy(row => row.ItemIndex).ToListAsync(),
            await db.History.OrderBy(row => row.Position).ToListAsync(), await db.HistoryTexts.OrderBy(row => row.HistoryId).ThenBy(row => row.Name).ToListAsync(),
            await db.Deliveries.OrderBy(row => row.Id).ToListAsync(), await db.Settings.ToListAsync(), await db.Views.ToListAsync(),
            await db.OrderDocuments.OrderBy(row => row.OrderKey).ToListAsync(), await db.CancellationRequests.OrderBy(row => row.RequestId).ToListAsync(),
        ];
        return System.Text.Json.JsonSerializer.Serialize(all);
    }

    private static async Task<long> LastPosition(IServiceProvider services)
    {
        await using var db = services.GetRequiredService<IDbContextFactory<OrdersDb>>().CreateDbContext();
        return (await db.Positions.SingleAsync()).Last;
    }

    private static void Execute(TestDatabase database, string sql)
    {
        using var source = Source(database);
        using var command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    private static List<string> Schema(TestDatabase database)
    {
        using var source = Source(database);
        using var load = source.OpenLoad();
        return [.. load.Derived().Select(derived => derived.Create).Order(StringComparer.Ordinal)];
    }

    private static string NewId() => Guid.NewGuid().ToString("N");

    private static Invoice Invoice(string number) => new(new InvoiceData(number, 10_000, An.Instant));

    private sealed class WhenFilled(Action? then) : IProgress<CopyProgress>
    {
        public void Report(CopyProgress value)
        {
            if (value.Table is null)
            {
                then?.Invoke();
            }
        }
    }
}
