using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Effects;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

/// <summary>Unfinished work that nobody tries but a person: alerts, and orders that hang between two statuses.</summary>
public sealed class WaitingForPeopleTests
{
    private const string Hanging = "approving-transaction";
    private static readonly string Alert = EffectId.Of(AlertKind.GoodsMayHaveLeft);

    [Theory]
    [EveryEngine]
    public async Task An_order_that_hangs_is_listed_when_its_time_is_over_until_it_moves_on(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("hangs").In(Hanging, An.Instant.AddMinutes(15)));
        await store.Import(An.Order("goes-on").In(Status.StartHandling, An.Instant.AddMinutes(15)));
        await store.Import(An.Order("open"));
        Assert.Empty(await List(store, new()));

        store.Clock.Advance(TimeSpan.FromDays(2));

        var item = Assert.Single(await List(store, new()));
        Assert.Equal((UnfinishedKind.MovingOrder, "hangs", Hanging, EffectState.GivenUp), (item.Kind, item.OrderId, item.Status, item.State));
        Assert.InRange(item.Since, An.Instant, store.Clock.GetUtcNow());
        Assert.Equal(1, (await store.Get<UnfinishedCounts>().Now())!.Of(new(UnfinishedKind.MovingOrder)));
        Assert.Equal(1, (await store.Get<UnfinishedCounts>().Now())!.NeedsLook);
        Assert.Equal(item, Assert.Single(await store.Get<UnfinishedReader>().OfOrder(item.OrderKey)));

        Assert.IsType<Accepted>((await store.Send("hangs", new TryAgain(), Actors.Operator)).Decision);
        Assert.Empty(await List(store, new()));
        Assert.Equal(EffectState.Waiting, Assert.Single(await store.Get<UnfinishedReader>().Now([item])).State);
        store.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Single(await List(store, new()));

        Assert.IsType<Accepted>((await store.Send("hangs", new CancelAsIncomplete(new(null, "never paid")), Actors.Owner)).Decision);
        Assert.Equal(EffectState.Done, Assert.Single(await store.Get<UnfinishedReader>().Now([item])).State);
        Assert.Empty(await List(store, new(UnfinishedKind.MovingOrder)));
    }

    [Theory]
    [EveryEngine]
    public async Task An_alert_is_listed_before_all_else_until_somebody_says_what_was_done(Engine engine)
    {
        await using var store = await Alerted(engine);
        var item = (await List(store, new()))[0];
        Assert.Equal((UnfinishedKind.Alert, "o-1", Alert, AlertKind.GoodsMayHaveLeft), (item.Kind, item.OrderId, item.EffectId, item.Alert));
        Assert.Equal(item, Assert.Single(await List(store, new(UnfinishedKind.Alert, UnfinishedState.GivenUp))));
        Assert.Empty(await List(store, new(UnfinishedKind.Alert, UnfinishedState.Failing)));
        Assert.Equal(item, (await store.Get<UnfinishedReader>().OfOrder(item.OrderKey))[0]);

        Assert.Equal("reason", Assert.IsType<Core.Orders.Refused>((await store.Send("o-1", new FinishByHand(Alert, " "), Actors.Operator)).Decision).Field);
        Assert.Equal(Refusal.MissingResource, Assert.IsType<Core.Orders.Refused>((await store.Send("o-1", new FinishByHand(Alert, "x"), Actors.Viewer)).Decision).Code);
        Assert.IsType<Accepted>((await store.Send("o-1", new FinishByHand(Alert, "the van was stopped"), Actors.Operator)).Decision);

        Assert.Empty(await List(store, new(UnfinishedKind.Alert)));
        Assert.Equal(EffectState.DoneByHand, Assert.Single(await store.Get<UnfinishedReader>().Now([item])).State);
        var view = (await store.Get<OrderDetails>().Get("o-1"))!;
        Assert.Empty(view.Alerts);
        Assert.Equal("the van was stopped", view.History[0].Texts["reason"]);
        var late = await store.Send("o-1", new FinishByHand(Alert, "me too"), Actors.OtherOperator);
        Assert.Equal(Already.DoneByHand, Assert.IsType<Unchanged>(late.Decision).Why);
        Assert.Equal(Actors.Operator.Name, late.LastChange!.ActorName);
        Assert.True((await store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [EveryEngine]
    public async Task What_happens_again_is_an_alert_again(Engine engine)
    {
        await using var store = await Alerted(engine);
        await store.Send("o-1", new FinishByHand(Alert, "the van was stopped"), Actors.Operator);

        await Invoice(store, "o-1", "I-2");

        Assert.Single(await List(store, new(UnfinishedKind.Alert)));
        Assert.IsType<Accepted>((await store.Send("o-1", new FinishByHand(Alert, "again"), Actors.Operator)).Decision);
        Assert.Empty(await List(store, new(UnfinishedKind.Alert)));
        Assert.True((await store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [EveryEngine]
    public async Task Of_several_who_see_to_an_alert_at_once_one_did(Engine engine)
    {
        await using var store = await Alerted(engine);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => store.Send("o-1", new FinishByHand(Alert, "done"), Actors.Operator)));

        Assert.Single(answers, answer => answer.Decision is Accepted);
        Assert.All(answers.Where(answer => answer.Decision is not Accepted), answer => Assert.Equal(Already.DoneByHand, Assert.IsType<Unchanged>(answer.Decision).Why));
        Assert.Single(await store.History("o-1"), row => row.Kind == "effect-done-by-hand");
    }

    [Theory]
    [EveryEngine("GoodsMayHaveLeft.alert", true)]
    [EveryEngine("StopPacking.alert", true)]
    [EveryEngine("3.alert", false)]
    [EveryEngine("goodsmayhaveleft.alert", false)]
    [EveryEngine("Nonsense.alert", false)]
    [EveryEngine(".alert", false)]
    [EveryEngine("alert", false)]
    public async Task Nobody_tries_an_alert_again_and_none_is_closed_that_is_not_there(Engine engine, string id, bool isAlert)
    {
        await using var store = await Alerted(engine);

        Assert.Equal("effect", Assert.IsType<Core.Orders.Refused>((await store.Send("o-1", new RetryEffect(id), Actors.Operator)).Decision).Field);
        var finished = await store.Send("o-1", new FinishByHand(id, "x"), Actors.Operator);

        Assert.Equal(isAlert, EffectId.AlertOf(id) is not null);
        Assert.Equal(id == Alert, finished.Decision is Accepted);
        Assert.Equal(id == Alert ? 0 : 1, (await List(store, new(UnfinishedKind.Alert))).Count);
    }

    [Theory]
    [EveryEngine]
    public async Task An_alert_about_items_says_which_the_channel_named(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Import(An.Order("o-1").FromMarketplace().Ready());
        await store.Send("o-1", new AddComment("6 × Plate (not the channel's)"), Actors.Operator);
        await store.Send("o-1", new RecordChannelItems("6 × Tea cup (Out of stock)"), Actors.Marketplace);

        var item = Assert.Single(await List(store, new(UnfinishedKind.Alert)));

        Assert.Equal((AlertKind.ItemsCanceledThere, "6 × Tea cup (Out of stock)"), (item.Alert, item.LastAnswer));
    }

    [Theory]
    [EveryEngine]
    public async Task Pages_go_from_alerts_over_hanging_orders_to_deliveries_and_back(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        for (var number = 1; number <= 3; number++)
        {
            await store.Import(An.Order($"hangs-{number}").In(Hanging, An.Instant.AddMinutes(15)));
            await store.Canceled($"o-{number}");
            await Invoice(store, $"o-{number}", "I-1");
        }

        store.Clock.Advance(TimeSpan.FromDays(2));
        var reader = store.Get<UnfinishedReader>();
        var all = await List(store, new());
        Assert.Equal(
            [UnfinishedKind.Alert, UnfinishedKind.MovingOrder, UnfinishedKind.StoreMail], all.Select(item => item.Kind).Where(kind => kind is not (UnfinishedKind.CustomerMail or UnfinishedKind.Payment)).Distinct());
        Assert.Equal(all.Count, (await store.Get<UnfinishedCounts>().Now())!.Of(new()));
        foreach (var size in Enumerable.Range(1, 4))
        {
            var pages = await Walk(size, null, page => page.Next);
            Assert.Equal(Keys(all), Keys(pages.SelectMany(page => page.Rows)));
            var back = await Walk(size, pages[^1].Previous, page => page.Previous);
            Assert.Equal(Keys(all.SkipLast(pages[^1].Rows.Count)), Keys(back.AsEnumerable().Reverse().SelectMany(page => page.Rows)));
        }

        async Task<List<UnfinishedRows>> Walk(int size, string? cursor, Func<UnfinishedRows, string?> next)
        {
            var pages = new List<UnfinishedRows>();
            do
            {
                pages.Add(await reader.List(new(), cursor, size));
                cursor = next(pages[^1]);
            }
            while (cursor is not null);
            return pages;
        }
    }

    [Theory]
    [EveryEngine]
    public async Task Behind_an_order_that_moved_on_meanwhile_no_other_is_passed_by(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        foreach (var number in Enumerable.Range(1, 4))
        {
            await store.Import(An.Order($"hangs-{number}").In(Hanging, An.Instant.AddMinutes(15)));
        }

        store.Clock.Advance(TimeSpan.FromDays(2));
        var first = await store.Get<UnfinishedReader>().List(new(), null, 2);
        foreach (var item in first.Rows)
        {
            await store.Send(item.OrderId, new TryAgain(), Actors.Operator);
        }

        var second = await store.Get<UnfinishedReader>().List(new(), first.Next, 2);

        Assert.Equal(["hangs-3", "hangs-4"], second.Rows.Select(item => item.OrderId).Order());
    }

    [Fact]
    public async Task A_page_finds_hanging_orders_by_an_index_of_their_own_and_the_orders_of_alerts_by_their_keys()
    {
        await using var store = await Alerted(Engine.Sqlite);
        await using var connection = await store.Get<StoreSource>().OpenConnectionAsync();
        var now = store.Clock.GetUtcNow();
        SqlQuery[] queries =
        [
            MovingSql.Page(null, now, 51), MovingSql.Page(new(7, false), now, 51), MovingSql.Page(new(7, true), now, 51),
            AlertSql.Page(null, 51), AlertSql.Page(new(7, false), 51), UnfinishedSql.Counts(now),
        ];
        foreach (var query in queries)
        {
            var plan = await connection.Read(query with { Text = "EXPLAIN QUERY PLAN " + query.Text }, row => row.GetString(3), CancellationToken.None);
            Assert.All(plan.Where(step => step.Contains(" o ", StringComparison.Ordinal)), step => Assert.Matches("^SEARCH o USING (INDEX IX_Orders_Hanging|INTEGER PRIMARY KEY)", step));
            Assert.DoesNotContain(plan, step => step.StartsWith("SCAN h", StringComparison.Ordinal) || step.StartsWith("SCAN t", StringComparison.Ordinal));
        }
    }

    private static async Task<TestStore> Alerted(Engine engine)
    {
        var store = await TestStore.Open(engine);
        await store.Canceled("o-1");
        await Invoice(store, "o-1", "I-1");
        return store;
    }

    // The warehouse did not know.
    private static async Task Invoice(TestStore store, string orderId, string number) => Assert.Equal(
        Refusal.Canceled, Assert.IsType<Core.Orders.Refused>((await store.Send(orderId, new Invoice(new(number, 2_000, An.Instant)), Actors.Operator)).Decision).Code);

    private static IEnumerable<long> Keys(IEnumerable<UnfinishedItem> items) => items.Select(item => item.Key);

    private static async Task<IReadOnlyList<UnfinishedItem>> List(TestStore store, UnfinishedFilter filter) =>
        (await store.Get<UnfinishedReader>().List(filter, null, 100)).Rows;
}
