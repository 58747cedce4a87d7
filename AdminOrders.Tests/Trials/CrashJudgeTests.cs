using System.Net.Http.Json;
using System.Text.Json;
using AdminOrders.Tests.Support;
using AdminOrders.Trials.Crashes;
using AdminOrders.Trials.Stores;

namespace AdminOrders.Tests.Trials;

/// <summary>A judge who finds nothing in a store that was tampered with would find nothing in a broken one.</summary>
public sealed class CrashJudgeTests
{
    private const string Rows = """SELECT "HistoryId" FROM "History" WHERE "Kind" = 'cancellation-declined'""";

    [Fact]
    public async Task A_whole_store_is_found_whole_and_an_unanswered_step_that_was_done_is_named()
    {
        await using var crime = await Crime.Prepare();

        var found = await crime.Judge();

        Assert.Empty(found.Faults);
        Assert.Equal([crime.Interrupted.OrderId], found.Done.Keys);
        Assert.Equal((0, 0, 0), (found.Lost, found.Doubled, found.MailsDone));
        Assert.NotEqual(0, found.MailsOwed);
    }

    [Theory]
    [InlineData($"""DELETE FROM "HistoryTexts" WHERE "HistoryId" IN ({Rows})""", $"""DELETE FROM "Deliveries" WHERE "HistoryId" IN ({Rows})""", """DELETE FROM "History" WHERE "Kind" = 'cancellation-declined'""")]
    [InlineData("""UPDATE "History" SET "HistoryId" = 'x' || "HistoryId" WHERE "Kind" = 'order-canceled'""")]
    public async Task What_was_answered_and_is_not_there_is_lost(params string[] tampering)
    {
        await using var crime = await Crime.Prepare();

        await crime.Tamper(tampering);
        var found = await crime.Judge();

        Assert.True(found.Lost > 0);
        Assert.Contains(found.Faults, fault => fault.Contains("answered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_nobody_asked_for_is_doubled()
    {
        await using var crime = await Crime.Prepare();

        var found = await crime.Judge(crime.Orders.Select(order => new PlayedOrder(order.Script)));

        Assert.True(found.Doubled > 0);
    }

    [Theory]
    [InlineData("""UPDATE "Deliveries" SET "State" = 1 WHERE "Consumer" = 'mail-store'""", "is done and not there")]
    [InlineData("""UPDATE "Deliveries" SET "State" = 2 WHERE "Consumer" = 'mail-store'""", "failed")]
    [InlineData("""DELETE FROM "Deliveries" WHERE "Consumer" = 'payment'""", "deliveries-owed")]
    [InlineData("""UPDATE "Orders" SET "Status" = 'handling' WHERE "Status" = 'canceled'""", "status-of-last-event")]
    public async Task What_was_owed_and_what_is_on_record_is_looked_at_too(string tampering, string fault)
    {
        await using var crime = await Crime.Prepare();

        await crime.Tamper(tampering);

        Assert.Contains((await crime.Judge()).Faults, found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Money_that_moved_without_a_debt_or_a_debt_that_was_settled_without_the_provider_is_found()
    {
        await using var crime = await Crime.Prepare();
        await using var outside = await CrashOutside.Start(CancellationToken.None);
        using var client = new HttpClient { BaseAddress = new(outside.ProviderAddress) };
        foreach (var value in new[] { 1, 2 })
        {
            await client.PostAsJsonAsync("payments/card/refunds", new { requestId = "0123.payment", paymentId = "card", value });
        }

        await crime.Tamper("""UPDATE "Deliveries" SET "State" = 1 WHERE "Consumer" = 'payment'""");
        var faults = (await crime.Judge(outside: outside)).Faults;

        Assert.Contains("the provider was asked under 0123.payment for refunds card 1 and for refunds card 2", faults);
        Assert.Contains("nobody owed what the provider was asked under 0123.payment", faults);
        Assert.Contains(faults, fault => fault.EndsWith("is settled, and the provider was never asked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cancellation_that_amazon_was_not_told_of_or_nobody_owed_or_twice_for_other_reasons_is_found()
    {
        await using var crime = await Crime.Prepare();
        await using var outside = await CrashOutside.Start(CancellationToken.None);
        using var client = new HttpClient { BaseAddress = new(outside.AmazonAddress) };
        foreach (var code in new[] { "NO_INVENTORY", "PRICING_ERROR" })
        {
            await client.PutAsJsonAsync("orders/2026-01-01/orders/702-9/cancellation", new { cancelReasonCode = code });
        }

        await crime.Tamper("""UPDATE "Deliveries" SET "State" = 1 WHERE "Consumer" = 'channel'""");
        var faults = (await crime.Judge(outside: outside)).Faults;

        Assert.Contains("Amazon was asked to cancel 702-9 for NO_INVENTORY and for PRICING_ERROR", faults);
        Assert.Contains("nobody owed that Amazon was asked to cancel 702-9", faults);
        Assert.Contains("Amazon has been told of crime-0, and was never asked", faults);

        await crime.Tamper("""UPDATE "Deliveries" SET "State" = 2 WHERE "Consumer" = 'channel'""");
        Assert.Contains("to tell Amazon of crime-0 was given up", (await crime.Judge(outside: outside)).Faults);
    }

    [Fact]
    public async Task A_notification_that_was_acknowledged_and_is_gone_or_that_nobody_sent_is_found()
    {
        await using var crime = await Crime.Prepare();
        await using var outside = await CrashOutside.Start(CancellationToken.None);
        await using var forwarded = await LastingServer.Start(_ => Task.CompletedTask, CancellationToken.None);
        var sent = 0;
        await outside.Notifications.Send(new(forwarded.Address), ["702-1"], () => ++sent > 2);

        await crime.Tamper(
            """
            INSERT INTO "ChannelInbox" ("Channel", "NotificationId", "ReceivedAt", "ChannelOrderId", "Kind", "Payload", "State", "Attempts")
            VALUES ('amazon', 'ntf:strange', 1, '702-1', 'OrderStatusChange', '', 1, 1), ('amazon', 'ntf:trial-1', 1, '702-2', 'OrderStatusChange', '', 1, 1)
            """);
        var faults = (await crime.Judge(outside: outside)).Faults;

        Assert.Contains("the notification trial-2 was acknowledged and is not in the inbox", faults);
        Assert.Contains("nobody sent the notification ntf:strange", faults);
        Assert.Contains("the notification ntf:trial-1 is in the inbox for 702-2", faults);
    }

    [Fact]
    public async Task A_notification_that_is_not_taken_is_sent_again_under_its_id_and_named()
    {
        var (answers, ids) = (new Queue<int>([500, 200]), new List<string>());
        await using var forwarded = await LastingServer.Start(
            async context =>
            {
                using var body = await JsonDocument.ParseAsync(context.Request.Body);
                ids.Add(body.RootElement.GetProperty("NotificationMetadata").GetProperty("NotificationId").GetString()!);
                context.Response.StatusCode = answers.Dequeue();
            },
            CancellationToken.None);
        var notifications = new Notifications();

        await notifications.Send(new(forwarded.Address), ["702-1"], () => false);
        await notifications.Send(new(forwarded.Address), ["702-1"], () => answers.Count == 0);

        Assert.Equal(["trial-1", "trial-1"], ids);
        Assert.Equal(["trial-1"], notifications.Acknowledged);
        Assert.Contains("the notification trial-1 was answered 500", Assert.Single(notifications.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_nobody_was_owed_is_found()
    {
        await using var crime = await Crime.Prepare();

        await File.WriteAllTextAsync(Path.Combine(crime.Mails, "0123.mail-store.eml"), "");

        Assert.Contains((await crime.Judge()).Faults, fault => fault.StartsWith("nobody was owed the mail 0123", StringComparison.Ordinal));
    }
}

/// <summary>A store on which a script of each sort was played to its end, and one order whose first step was done and not answered.</summary>
internal sealed class Crime : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly TrialStore store;
    private readonly DirectoryInfo mails = Directory.CreateTempSubdirectory("adminorders-mails-");
    private readonly List<PlayedOrder> orders = [];

    private Crime(TestDatabase database)
    {
        this.database = database;
        store = new(new(database.Provider, database.ConnectionString + ";Pooling=False"));
    }

    public string Mails => mails.FullName;

    public IReadOnlyList<PlayedOrder> Orders => orders;

    public PlayedOrder Interrupted => orders[^1];

    public static async Task<Crime> Prepare()
    {
        var crime = new Crime(await TestDatabase.Create(Engine.Sqlite));
        for (var number = 0; number < 5; number++)
        {
            await crime.Play(new PlayedOrder(Script.Of(number, $"crime-{number}", TimeProvider.System.GetUtcNow())), isInterrupted: number == 4);
        }

        return crime;
    }

    public Task<Found> Judge(IEnumerable<PlayedOrder>? known = null, CrashOutside? outside = null) => CrashJudge.Judge(store, [.. known ?? orders], Mails, outside);

    public Task Tamper(params string[] statements) => store.Execute($"PRAGMA foreign_keys=OFF; {string.Join("; ", statements)}");

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await database.DisposeAsync();
        mails.Delete(recursive: true);
    }

    private async Task Play(PlayedOrder order, bool isInterrupted)
    {
        orders.Add(order);
        await store.Import([order.Script.Order.AsImported()]);
        while (order is { Next: { } step, Unanswered: null })
        {
            order.Sent(step);
            var answer = await store.Workflow.Send(new(order.OrderId, step.Command, step.Actor));
            if (!isInterrupted)
            {
                order.Answered(answer.Receipt!.Receipt);
            }
        }
    }
}
