using System.Net.Http.Json;
using System.Text.Json;
using AdminOrders.Trials.Crashes;

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
    public async Task What_is_sold_and_canceled_on_amazon_has_to_be_here_once_and_nothing_else()
    {
        await using var crime = await Crime.Prepare();
        var sales = new AmazonSales();
        var (sold, canceled) = (AmazonSales.IdOf(0), AmazonSales.IdOf(2));
        sales.GoOn();
        var missing = await crime.JudgeSales(sales);
        await crime.BringIn(sold);
        var whole = await crime.JudgeSales(sales);
        while (!sales.All.ContainsKey(canceled))
        {
            sales.GoOn();
        }

        await crime.BringIn(AmazonSales.IdOf(1), canceled, AmazonSales.IdOf(77));
        var open = await crime.JudgeSales(sales);
        await crime.CancelOnAmazon(sold, canceled);
        var wrong = await crime.JudgeSales(sales);

        Assert.Equal($"{sold} was sold on Amazon and is not here", missing.Missing);
        Assert.Equal((1, 0, null), (whole.Here, whole.Canceled, whole.Missing));
        Assert.Empty(whole.Faults);
        Assert.Equal($"{canceled} was canceled by AMAZON on Amazon and is not canceled here", open.Missing);
        Assert.Equal([$"AMZ-{AmazonSales.IdOf(77)} is here, and nobody sold it"], open.Faults);
        Assert.Equal(2, wrong.Canceled);
        Assert.Contains($"AMZ-{sold} was canceled for Marketplace, and on Amazon by nobody", wrong.Faults);

        await crime.Tamper(
            """INSERT INTO "History" ("HistoryId", "OrderKey", "Number", "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash") SELECT 'x' || "HistoryId", "OrderKey", "Number" + 50, "At", "Kind", "KindVersion", "Status", "ActorSide", "ActorId", "ActorName", "Payload", "TextHashes", "Hash" FROM "History" WHERE "Kind" = 'order-canceled'""");
        Assert.Contains($"AMZ-{canceled} was canceled 2 times", (await crime.JudgeSales(sales)).Faults);
    }

    [Fact]
    public async Task Money_that_a_canceled_order_leaves_with_the_provider_is_found()
    {
        await using var crime = await Crime.Prepare();
        await using var outside = await CrashOutside.Start(CancellationToken.None);
        await crime.PlayReturned();

        await crime.Tamper("""UPDATE "Deliveries" SET "State" = 1 WHERE "Consumer" = 'payment'""");
        var faults = (await crime.Judge(outside: outside)).Faults;

        Assert.Contains("crime-5: the provider is left with 3000, and the order costs 0", faults);
        Assert.Contains("crime-3: the provider is left with 0, and the order costs 10000", faults);
        Assert.DoesNotContain(faults, fault => fault.StartsWith("crime-0: the provider", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_seller_says_to_cancel_is_no_surprise_once_it_was_asked()
    {
        await using var crime = await Crime.Prepare();
        await using var outside = await CrashOutside.Start(CancellationToken.None);
        var order = await crime.PlayConfirmedBySeller();

        var surprised = await crime.Judge(outside: outside);
        await Ask(outside, order.OrderId, "r1");

        Assert.True(surprised.Doubled > 0);
        Assert.Contains(surprised.Faults, fault => fault.StartsWith($"{order.OrderId}: nobody asked for ", StringComparison.Ordinal));
        Assert.DoesNotContain((await crime.Judge(outside: outside)).Faults, fault => fault.Contains(order.OrderId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_seller_that_was_asked_for_nothing_or_twice_or_whose_answer_changed_nothing_is_found()
    {
        await using var crime = await Crime.Prepare();
        await using var outside = await CrashOutside.Start(CancellationToken.None);
        var order = await crime.PlayConfirmedBySeller();
        await Ask(outside, "o-9", "r1");
        await Ask(outside, "o-9", "r2");

        await crime.Tamper("""UPDATE "Deliveries" SET "State" = 1 WHERE "Consumer" = 'seller'""", """UPDATE "Orders" SET "Status" = 'handling' WHERE "OrderId" = 'crime-17'""");
        var faults = (await crime.Judge(outside: outside)).Faults;

        Assert.Contains("the seller was asked to cancel o-9 for r1 and for r2", faults);
        Assert.Contains("nobody owed that the seller was asked to cancel o-9", faults);
        Assert.Contains($"the seller has been told of {order.OrderId}, and was never asked", faults);
        Assert.Contains($"the seller has answered {order.OrderId}, and it is handling", faults);
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
            VALUES ('amazon', 'ntf:strange', 1, '702-1', 'OrderStatusChange', '', 1, 1), ('amazon', 'ntf:trial-1', 1, '702-2', 'OrderStatusChange', '', 1, 1),
                ('amazon', 'told:1:0', 1, '702-1', 'told', '', 1, 1)
            """);
        var faults = (await crime.Judge(outside: outside)).Faults;

        Assert.Contains("the notification trial-2 was acknowledged and is not in the inbox", faults);
        Assert.Contains("nobody sent the notification ntf:strange", faults);
        Assert.DoesNotContain(faults, fault => fault.Contains("told:1:0", StringComparison.Ordinal));
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
        var notifications = new Notifications(new());

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

    private static async Task Ask(CrashOutside outside, string order, string request)
    {
        using var client = new HttpClient { BaseAddress = new(outside.SellerAddress) };
        await client.PostAsJsonAsync($"pvt/orders/{order}/cancel", new { marketplaceOrderId = order, cancellationRequestId = request });
    }
}
