using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Verification;
using AdminOrders.Tests.Effects;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Storage;

public sealed class UnfinishedTests
{
    [Theory]
    [EveryEngine]
    public async Task A_mail_that_was_refused_is_listed_with_the_other_sides_words(Engine engine)
    {
        await using var store = await Refused(engine);

        var item = Assert.Single(await List(store, new(UnfinishedKind.CustomerMail)));

        Assert.Equal((EffectState.GivenUp, "o-1", 1, "no such mailbox"), (item.State, item.OrderId, item.Attempts, item.LastAnswer));
        Assert.IsType<OrderCanceled>(item.Event);
        Assert.Null(item.NextAttemptAt);
        Assert.Equal(["payment", "mail-store", "mail-customer"], (await store.Get<UnfinishedReader>().OfOrder(item.OrderKey)).Select(row => UnfinishedKinds.ConsumerOf(row.Kind)).OrderDescending());
    }

    [Theory]
    [EveryEngine]
    public async Task A_retry_delivers_it_with_the_same_id_and_it_is_listed_no_more(Engine engine)
    {
        await using var store = await Refused(engine);
        var item = (await List(store, new(UnfinishedKind.CustomerMail)))[0];
        var outside = Outsider.Who(Outcome.Delivered);
        using var runner = store.Runner(outside.Takes(Consumers.MailCustomer));

        Assert.IsType<Accepted>((await store.Send("o-1", new RetryEffect(item.EffectId), Actors.Operator)).Decision);
        Assert.Equal(EffectState.Waiting, (await List(store, new(UnfinishedKind.CustomerMail)))[0].State);
        await runner.Settle();

        Assert.Equal((item.EffectId, 2, 1), (Assert.Single(outside.Calls).Id, outside.Calls.First().Attempt, outside.Calls.First().Try));
        Assert.Empty(await List(store, new(UnfinishedKind.CustomerMail)));
        var told = (await store.History("o-1"))[^1];
        Assert.Equal(("effect-retried", Actors.Operator.Id), (told.Kind, told.ActorId));
        Assert.True((await store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [EveryEngine]
    public async Task What_is_tried_again_is_given_up_after_as_many_attempts_as_a_new_one(Engine engine)
    {
        await using var store = await Refused(engine);
        await store.Send("o-1", new RetryEffect((await List(store, new(UnfinishedKind.CustomerMail)))[0].EffectId), Actors.Operator);
        using var runner = store.Runner(Outsider.Who(Outcome.TryAgain("busy")).Takes(Consumers.MailCustomer));

        for (var attempt = 1; attempt <= Backoff.Attempts; attempt++)
        {
            await runner.Settle();
            var item = (await List(store, new(UnfinishedKind.CustomerMail)))[0];
            Assert.Equal((1 + attempt, attempt < Backoff.Attempts ? EffectState.Failing : EffectState.GivenUp), (item.Attempts, item.State));
            store.Clock.Advance(TimeSpan.FromHours(1));
        }
    }

    [Theory]
    [EveryEngine]
    public async Task Done_by_hand_stands_in_the_history_and_is_never_sent(Engine engine)
    {
        await using var store = await Refused(engine);
        var item = (await List(store, new(UnfinishedKind.CustomerMail)))[0];

        Assert.Equal("reason", Assert.IsType<Core.Orders.Refused>((await store.Send("o-1", new FinishByHand(item.EffectId, " "), Actors.Operator)).Decision).Field);
        Assert.IsType<Accepted>((await store.Send("o-1", new FinishByHand(item.EffectId, "told her by phone"), Actors.Operator)).Decision);

        var outside = Outsider.Who(Outcome.Delivered);
        using var runner = store.Runner(outside.Takes(Consumers.MailCustomer));
        store.Clock.Advance(TimeSpan.FromDays(1));
        await runner.Settle();
        Assert.Empty(outside.Calls);
        Assert.Empty(await List(store, new(UnfinishedKind.CustomerMail)));
        Assert.Equal("told her by phone", (await store.Get<OrderDetails>().Get("o-1"))!.History[0].Texts["reason"]);
        Assert.True((await store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [EveryEngine]
    public async Task A_debt_that_was_settled_by_hand_is_owed_no_more(Engine engine)
    {
        await using var store = await Refused(engine);
        var item = (await List(store, new(UnfinishedKind.Payment)))[0];
        var owed = Assert.IsType<MoneyOwed>(item.Event);
        var agent = Actors.Operator with { Resources = Actors.Operator.Resources.Remove(Resource.NotifyRefund) };

        Assert.Equal(Refusal.MissingResource, Assert.IsType<Core.Orders.Refused>((await store.Send("o-1", new FinishByHand(item.EffectId, "bank"), agent)).Decision).Code);
        await store.Send("o-1", new FinishByHand(item.EffectId, "voided at the provider"), Actors.Operator);

        var payment = (await store.Facts("o-1")).Payments.Single(payment => payment.Id == owed.PaymentId);
        Assert.Equal((PaymentState.Voided, 0), (payment.State, payment.Owed));
        Assert.True((await store.Get<StoreVerification>().Run()).IsClean);
    }

    [Theory]
    [EveryEngine]
    public async Task Of_two_people_one_wins_and_the_other_is_told_who_and_when(Engine engine)
    {
        await using var store = await Refused(engine);
        var id = (await List(store, new(UnfinishedKind.CustomerMail)))[0].EffectId;

        var answers = await Task.WhenAll(
            store.Send("o-1", new RetryEffect(id), Actors.Operator), store.Send("o-1", new RetryEffect(id), Actors.OtherOperator),
            store.Send("o-1", new RetryEffect(id), Actors.Operator));
        var winner = Assert.Single(answers, answer => answer.Decision is Accepted);
        Assert.All(answers.Where(answer => answer != winner), late =>
        {
            Assert.Equal(Already.Waiting, Assert.IsType<Unchanged>(late.Decision).Why);
            Assert.Equal(("effect-retried", store.Clock.GetUtcNow()), (late.LastChange!.Kind, late.LastChange.At));
        });

        await store.Send("o-1", new FinishByHand(id, "by phone"), Actors.OtherOperator);
        await store.Send("o-1", new AddComment("later"), Actors.Operator);
        var closed = await store.Send("o-1", new RetryEffect(id), Actors.Operator);
        Assert.Equal(Already.DoneByHand, Assert.IsType<Unchanged>(closed.Decision).Why);
        Assert.Equal(("effect-done-by-hand", Actors.OtherOperator.Name), (closed.LastChange!.Kind, closed.LastChange.ActorName));
    }

    [Theory]
    [EveryEngine]
    public async Task What_is_under_way_is_not_marked_as_done_until_its_claim_is_over(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Canceled("o-1");
        using var dying = store.Runner(Outsider.Who(Outcome.Delivered).Takes(Consumers.MailCustomer));
        await dying.Turn(CancellationToken.None);
        await dying.CallsEnded();
        var item = (await List(store, new(UnfinishedKind.CustomerMail)))[0];
        Assert.Equal(EffectState.UnderWay, item.State);

        Assert.Equal(Refusal.UnderWay, Assert.IsType<Core.Orders.Refused>((await store.Send("o-1", new FinishByHand(item.EffectId, "x"), Actors.Operator)).Decision).Code);
        Assert.Equal(Already.UnderWay, Assert.IsType<Unchanged>((await store.Send("o-1", new RetryEffect(item.EffectId), Actors.Operator)).Decision).Why);
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsType<Accepted>((await store.Send("o-1", new FinishByHand(item.EffectId, "x"), Actors.Operator)).Decision);
    }

    [Theory]
    [EveryEngine]
    public async Task What_waited_behind_a_failing_one_follows_it_at_once_when_that_is_tried_again(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.AskedAndConfirmed("o-1");
        var isOpen = false;
        var outside = new Outsider(_ => isOpen ? Outcome.Delivered : Outcome.TryAgain("closed"));
        using var runner = store.Runner(outside.Takes(Consumers.MailStore));
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await runner.Settle();
            store.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        var first = Assert.Single(await List(store, new(UnfinishedKind.StoreMail)), item => item.Attempts > 0);
        isOpen = true;
        await store.Send("o-1", new RetryEffect(first.EffectId), Actors.Operator);
        await runner.Settle();

        Assert.Empty(await List(store, new(UnfinishedKind.StoreMail)));
    }

    [Theory]
    [EveryEngine]
    public async Task Pages_go_there_and_back_oldest_first_and_counts_say_how_much_there_is(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        for (var number = 1; number <= 5; number++)
        {
            await store.Canceled($"o-{number}");
        }

        using var runner = store.Runner(
            Outsider.Who(Outcome.Refused("no")).Takes(Consumers.MailCustomer),
            new Outsider(delivery => delivery.OrderKey % 2 == 0 ? Outcome.TryAgain("busy") : Outcome.Delivered).Takes(Consumers.MailStore));
        await runner.Settle();
        var reader = store.Get<UnfinishedReader>();
        var tally = (await store.Get<UnfinishedCounts>().Now())!;
        foreach (var filter in Filters())
        {
            var all = await List(store, filter);
            Assert.Equal(all.Count, tally.Of(filter));
            Assert.Equal(all.Select(item => item.Key).Order(), all.Select(item => item.Key));
            var (walked, cursor, back) = (new List<long>(), (string?)null, (string?)null);
            do
            {
                var page = await reader.List(filter, cursor, 2);
                walked.AddRange(page.Rows.Select(item => item.Key));
                (cursor, back) = (page.Next, page.Previous);
            }
            while (cursor is not null);
            Assert.Equal(all.Select(item => item.Key), walked);
            if (back is not null)
            {
                Assert.Equal(walked[^(walked.Count % 2 == 0 ? 4 : 3)], (await reader.List(filter, back, 2)).Rows[0].Key);
            }
        }

        Assert.Equal(5, tally.Kinds.Single(kind => kind.Kind is UnfinishedKind.CustomerMail).GivenUp);
    }

    [Theory]
    [EveryEngine]
    public async Task Who_follows_the_counts_is_told_when_the_runner_gives_up(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Canceled("o-1");
        var counts = store.Get<UnfinishedCounts>();
        var told = new TaskCompletionSource();
        using var following = counts.Follow(() => told.TrySetResult());
        var before = (await counts.Now())!;
        using var runner = store.Runner(Outsider.Who(Outcome.Refused("no")).Takes(Consumers.MailCustomer));

        await runner.Settle();
        store.Clock.Advance(TimeSpan.FromSeconds(11));

        await told.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(before.Of(new(null, UnfinishedState.GivenUp)) + 1, (await counts.Now())!.Of(new(null, UnfinishedState.GivenUp)));
    }

    [Theory]
    [EveryEngine]
    public async Task A_page_and_the_counts_walk_the_indexes_of_what_is_not_done(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Canceled("o-1");
        await store.Execute(ManyDone);
        await store.Execute("ANALYZE");
        var source = store.Get<StoreSource>();
        await using var connection = await source.OpenConnectionAsync();
        var explain = engine is Engine.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
        foreach (var query in Filters().Select(filter => new UnfinishedSql(source, filter, store.Clock.GetUtcNow()).Page(new(1, false), 51)).Append(UnfinishedSql.Counts(store.Clock.GetUtcNow())))
        {
            var plan = await connection.Read(query with { Text = explain + query.Text }, row => row.GetString(engine is Engine.Sqlite ? 3 : 0), CancellationToken.None);
            Assert.All(plan.Where(step => IsOfDeliveries(step)), step => Assert.Matches("IX_Deliveries_(Failed|Owed|OwedByAge)", step));
            Assert.Contains(plan, IsOfDeliveries);
        }
    }

    // A scan of the table, or a search in whichever index; Bitmap steps on PostgreSQL name their index in a line of their own.
    private static bool IsOfDeliveries(string step) =>
        step.Contains("Seq Scan on \"Deliveries\"", StringComparison.Ordinal) || step.Contains("IX_Deliveries", StringComparison.Ordinal)
        || step.Contains("SCAN d", StringComparison.Ordinal) && !step.Contains("SCAN d (", StringComparison.Ordinal) && step.Contains("INDEX", StringComparison.Ordinal)
        || step.Contains("SEARCH d USING", StringComparison.Ordinal);

    // Twenty thousand mails that went out, about events of one order: PostgreSQL looks at how much of a table there is.
    private const string ManyDone =
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
        INSERT INTO "Deliveries" ("OrderKey", "HistoryId", "Consumer", "State", "Attempts", "AttemptsBefore")
        SELECT h."OrderKey", h."HistoryId", 'done-' || n.i, 1, 1, 0 FROM n, (SELECT "OrderKey", "HistoryId" FROM "History" LIMIT 1) h
        """;

    private static IEnumerable<UnfinishedFilter> Filters() =>
        from kind in UnfinishedKinds.All.Select(kind => (UnfinishedKind?)kind).Append(null)
        from state in Enum.GetValues<UnfinishedState>().Select(state => (UnfinishedState?)state).Append(null)
        select new UnfinishedFilter(kind, state);

    private static async Task<TestStore> Refused(Engine engine)
    {
        var store = await TestStore.Open(engine);
        await store.Canceled("o-1");
        using var runner = store.Runner(Outsider.Who(Outcome.Refused("no such mailbox")).Takes(Consumers.MailCustomer));
        await runner.Settle();
        return store;
    }

    private static async Task<IReadOnlyList<UnfinishedItem>> List(TestStore store, UnfinishedFilter filter) =>
        (await store.Get<UnfinishedReader>().List(filter, null, 100)).Rows;
}
