using System.Collections.Concurrent;
using AdminOrders.Core.Effects;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;

namespace AdminOrders.Tests.Effects;

public sealed class EffectRunnerTests
{
    [Theory]
    [EveryEngine]
    public async Task What_is_owed_is_delivered_once_and_what_has_no_connector_stays_owed(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Canceled("o-1");
        var outside = Outsider.Who(Outcome.Delivered);
        using var runner = store.Runner(outside.Takes(Consumers.MailStore));

        await runner.Settle();
        await runner.Settle();

        var done = Assert.Single(await store.Deliveries(Consumers.MailStore));
        var called = Assert.Single(outside.Calls);
        Assert.Equal((DeliveryState.Done, 1, null), (done.State, done.Attempts, done.NextAttemptAt));
        Assert.Equal($"{done.HistoryId}.mail-store", called.Id);
        Assert.All([.. await store.Deliveries(Consumers.Payment), .. await store.Deliveries(Consumers.MailCustomer)], row =>
            Assert.Equal((DeliveryState.Owed, 0), (row.State, row.Attempts)));
    }

    [Theory]
    [EveryEngine]
    public async Task A_crash_between_call_and_record_leads_to_one_more_call_with_the_same_id(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Canceled("o-1");
        var outside = Outsider.Who(Outcome.Delivered);
        using var dying = store.Runner(outside.Takes(Consumers.MailStore));
        using var next = store.Runner(outside.Takes(Consumers.MailStore));
        await dying.Turn(CancellationToken.None);
        await dying.CallsEnded();

        await next.Settle();
        Assert.Single(outside.Calls);
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await next.Settle();

        Assert.Equal([1, 2], outside.Calls.Select(call => call.Attempt));
        Assert.Single(outside.Calls.Select(call => call.Id).Distinct());
        Assert.Equal(DeliveryState.Done, Assert.Single(await store.Deliveries(Consumers.MailStore)).State);
    }

    [Theory]
    [EveryEngine]
    public async Task Who_lost_the_claim_records_nothing_over_the_one_who_has_it(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Canceled("o-1");
        using var late = store.Runner(Outsider.Who(Outcome.Refused("too late")).Takes(Consumers.MailStore));
        using var other = store.Runner(Outsider.Who(Outcome.Delivered).Takes(Consumers.MailStore));
        await late.Turn(CancellationToken.None);
        await late.CallsEnded();
        store.Clock.Advance(TimeSpan.FromMinutes(1));
        await other.Settle();

        await late.Settle();

        var row = Assert.Single(await store.Deliveries(Consumers.MailStore));
        Assert.Equal((DeliveryState.Done, null), (row.State, row.LastAnswer));
    }

    [Theory]
    [EveryEngine]
    public async Task Two_runners_on_one_store_deliver_each_once(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await Task.WhenAll(Enumerable.Range(0, 150).Select(number => store.Canceled($"o-{number:000}")));
        var calls = new ConcurrentQueue<string>();
        var connector = new Connector(Consumers.MailStore, async (delivery, cancellationToken) =>
        {
            calls.Enqueue(delivery.Id);
            await Task.Delay(2, cancellationToken);
            return Outcome.Delivered;
        });
        using var one = store.Runner(connector);
        using var other = store.Runner(connector);

        await Task.WhenAll(Task.Run(one.Settle), Task.Run(other.Settle));
        await one.Settle();

        Assert.Equal(150, calls.Count);
        Assert.Equal(150, calls.Distinct(StringComparer.Ordinal).Count());
        Assert.All(await store.Deliveries(Consumers.MailStore), row => Assert.Equal((DeliveryState.Done, 1), (row.State, row.Attempts)));
    }

    [Theory]
    [EveryEngine]
    public async Task A_consumer_that_cannot_now_is_asked_again_after_a_pause_that_grows_and_given_up_with_its_words(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Canceled("o-1");
        var outside = Outsider.Who(Outcome.TryAgain("out of order"));
        using var runner = store.Runner(outside.Takes(Consumers.MailStore));
        await runner.Settle();

        store.Clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.Equal(TimeSpan.FromSeconds(0.1), await runner.Turn(CancellationToken.None));
        Assert.Single(outside.Calls);
        store.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await runner.Settle();
        Assert.Equal(2, outside.Calls.Count);
        Assert.Equal(TimeSpan.FromSeconds(10), await PauseOf(store));

        for (var attempt = 3; attempt <= Backoff.Attempts; attempt++)
        {
            store.Clock.Advance(TimeSpan.FromHours(1));
            await runner.Settle();
        }

        var row = Assert.Single(await store.Deliveries(Consumers.MailStore));
        Assert.Equal((DeliveryState.Failed, Backoff.Attempts, "out of order", null), (row.State, row.Attempts, row.LastAnswer, row.NextAttemptAt));
    }

    [Theory]
    [EveryEngine]
    public async Task Who_wants_to_be_left_alone_is_not_asked_before(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Canceled("o-1");
        var outside = Outsider.Who(Outcome.TryAgain("busy", TimeSpan.FromMinutes(10)));
        using var runner = store.Runner(outside.Takes(Consumers.MailStore));

        await runner.Settle();
        Assert.Equal(TimeSpan.FromMinutes(10), await PauseOf(store));
        store.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        await runner.Settle();
        Assert.Single(outside.Calls);
        store.Clock.Advance(TimeSpan.FromSeconds(1));
        await runner.Settle();

        Assert.Equal(2, outside.Calls.Count);
    }

    [Theory]
    [EveryEngine]
    public async Task A_refusal_is_final_and_keeps_its_words(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Canceled("o-1");
        using var runner = store.Runner(Outsider.Who(Outcome.Refused("no such\0address" + new string('!', 3000))).Takes(Consumers.MailStore));

        await runner.Settle();

        var row = Assert.Single(await store.Deliveries(Consumers.MailStore));
        Assert.Equal((DeliveryState.Failed, 1), (row.State, row.Attempts));
        Assert.StartsWith("no such address!", row.LastAnswer, StringComparison.Ordinal);
        Assert.Equal(2000, row.LastAnswer!.Length);
    }

    [Theory]
    [EveryEngine]
    public async Task A_connector_that_throws_loses_nothing(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Canceled("o-1");
        var outside = new Outsider(delivery => delivery.Attempt == 1 ? throw new InvalidDataException("bug") : Outcome.Delivered);
        using var runner = store.Runner(outside.Takes(Consumers.MailStore));

        await runner.Settle();
        Assert.Matches("^Unexpected error; trace [0-9a-f]{32}\\.$", Assert.Single(await store.Deliveries(Consumers.MailStore)).LastAnswer);
        store.Clock.Advance(TimeSpan.FromSeconds(5));
        await runner.Settle();

        Assert.Equal(DeliveryState.Done, Assert.Single(await store.Deliveries(Consumers.MailStore)).State);
    }

    [Theory]
    [EveryEngine]
    public async Task A_later_delivery_to_the_same_consumer_of_an_order_waits_for_the_earlier_one(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.AskedAndConfirmed("o-1");
        await store.Canceled("o-2");
        var (first, other) = ((await store.Row("o-1")).Key, (await store.Row("o-2")).Key);
        var outside = new Outsider(delivery => delivery.OrderKey == first && delivery.Attempt == 1 ? Outcome.TryAgain("not yet") : Outcome.Delivered);
        using var runner = store.Runner(outside.Takes(Consumers.MailStore));

        await runner.Settle();
        Assert.Equal([first, other], outside.Calls.Select(call => call.OrderKey).Order());
        store.Clock.Advance(TimeSpan.FromSeconds(5));
        await runner.Settle();

        var ofFirst = outside.Calls.Where(call => call.OrderKey == first).Select(call => (call.Key, call.Attempt)).ToArray();
        var keys = (await store.Deliveries(Consumers.MailStore)).Where(row => row.OrderKey == first).Select(row => row.Id).ToArray();
        Assert.Equal([(keys[0], 1), (keys[0], 2), (keys[1], 1)], ofFirst[..3]);
    }

    [Theory]
    [EveryEngine]
    public async Task A_slow_consumer_keeps_neither_commands_nor_other_orders_nor_other_consumers_waiting(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Canceled("slow");
        await store.Canceled("quick");
        var slow = (await store.Row("slow")).Key;
        var released = new TaskCompletionSource<Outcome>();
        var store1 = new Connector(Consumers.MailStore, (delivery, _) => delivery.OrderKey == slow ? released.Task : Task.FromResult(Outcome.Delivered));
        using var runner = store.Runner(store1, Outsider.Who(Outcome.Delivered).Takes(Consumers.MailCustomer));
        await runner.StartAsync(CancellationToken.None);

        await store.Canceled("later");
        await Until(async () => (await store.Deliveries(Consumers.MailStore)).Count(row => row.State is DeliveryState.Done) == 2);
        await Until(async () => (await store.Deliveries(Consumers.MailCustomer)).All(row => row.State is DeliveryState.Done));
        released.SetResult(Outcome.Delivered);
        await Until(async () => (await store.Deliveries(Consumers.MailStore)).All(row => row.State is DeliveryState.Done));

        await runner.StopAsync(CancellationToken.None);
        Assert.Equal(3, (await store.Deliveries(Consumers.MailStore)).Count);
    }

    [Theory]
    [EveryEngine]
    public async Task A_process_that_stops_lets_the_next_one_call_at_once(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await store.Canceled("o-1");
        var called = new TaskCompletionSource();
        using var stopping = store.Runner(new Connector(Consumers.MailStore, async (_, cancellationToken) =>
        {
            called.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Outcome.Delivered;
        }));
        await stopping.StartAsync(CancellationToken.None);
        await called.Task;
        await stopping.StopAsync(CancellationToken.None);

        using var next = store.Runner(Outsider.Who(Outcome.Delivered).Takes(Consumers.MailStore));
        await next.Settle();

        var row = Assert.Single(await store.Deliveries(Consumers.MailStore));
        Assert.Equal((DeliveryState.Done, 2), (row.State, row.Attempts));
    }

    [Theory]
    [EveryEngine]
    public async Task An_import_and_a_replay_owe_nobody_a_call(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var outside = Outsider.Who(Outcome.Delivered);
        using var runner = store.Runner(outside.Takes(Consumers.MailStore), outside.Takes(Consumers.MailCustomer), outside.Takes(Consumers.Channel));
        await store.Import(An.Order("o-1").Paid());
        await store.Import(An.Order("o-1").Paid().Canceled().AsImported("""{"status":"canceled"}"""));

        await runner.Settle();

        Assert.Empty(outside.Calls);
    }

    [Fact]
    public async Task The_question_what_is_due_reads_the_index_of_what_is_owed()
    {
        await using var store = await TestStore.Open();
        await using var connection = await store.Get<StoreSource>().OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + DeliveryLedger.DueSql;
        foreach (var (name, value) in new (string, object)[] { ("@Consumer", "mail-store"), ("@Now", 1L), ("@Most", 16) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var plan = await command.ExecuteReaderAsync();
        Assert.True(await plan.ReadAsync());
        Assert.Contains("IX_Deliveries_Owed (Consumer=? AND NextAttemptAt<?)", plan.GetString(3), StringComparison.Ordinal);
    }

    private static async Task<TimeSpan> PauseOf(TestStore store) =>
        Ticks.From(Assert.Single(await store.Deliveries(Consumers.MailStore)).NextAttemptAt!.Value) - store.Clock.GetUtcNow();

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await holds())
        {
            await Task.Delay(10, limit.Token);
        }
    }
}
