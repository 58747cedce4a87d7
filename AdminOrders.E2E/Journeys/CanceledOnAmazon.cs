using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

/// <summary>A store that is connected to a sample Amazon; what happens there is in <c>docs/scenarios/amazon-cancellations.json</c>.</summary>
[Trait("Needs", "OwnServer")]
public sealed class CanceledOnAmazon(AmazonStore amazon) : Journey(amazon), IClassFixture<AmazonStore>
{
    private const string Warehouse = "1_1";
    private const string Teapot = "TEAPOT-3";
    private static readonly TimeSpan UntilTheyCancel = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan UntilTheNextPoll = TimeSpan.FromMinutes(5);
    private static readonly QaOrder Notified = Order(1);
    private static readonly QaOrder Unnotified = Order(2);
    private static readonly QaOrder OneItemCanceled = Order(3);
    private static readonly QaOrder SentByAmazon = Order(4);
    private static readonly QaOrder AskedFor = Order(5);

    [Fact]
    public Task An_amazon_cancel_arrives_on_open_pages_with_a_notification_and_without() => WalkAsync(async () =>
    {
        var owner = await OpenAsync(Account.Owner);
        var channels = await new ChannelsPage(owner.Page).OpenAsync();
        await Assertions.Expect(channels.Amazon).ToContainTextAsync(Texts.Channels_Connected);
        var secret = await channels.MakeANewSecretAsync();
        var stock = await new StockPage(owner.Page).OpenAsync($"?q={Teapot}");
        await Assertions.Expect(stock.Held(Teapot, Warehouse)).ToHaveTextAsync("2");
        var list = await OpenListAsync(Account.Viewer);
        await Assertions.Expect(list.Row(Unnotified)).ToContainTextAsync(Texts.Status_payment_pending);
        var page = await OpenAsync(Account.Operator, Notified);
        await page.HasStatusAsync(Texts.Status_ready_for_handling);

        amazon.Advance(UntilTheyCancel);
        Assert.Equal(1, await amazon.ForwardAsync(secret));

        await page.HasStatusAsync(Texts.Status_canceled);
        await Assertions.Expect(page.Canceled).ToContainTextAsync("Amazon");
        await Assertions.Expect(page.Canceled).ToContainTextAsync(Texts.Side_Customer);
        await Assertions.Expect(page.Canceled).ToContainTextAsync("Amazon: Found it cheaper");
        await Assertions.Expect(list.Row(Notified)).ToContainTextAsync(Texts.Status_canceled);
        await Assertions.Expect(list.Row(Notified)).ToContainTextAsync("Amazon: Found it cheaper");
        await Assertions.Expect(stock.Held(Teapot, Warehouse)).ToHaveTextAsync("0");

        await Store.Kit.AdvanceAsync(UntilTheNextPoll);
        await Assertions.Expect(list.Row(Unnotified)).ToContainTextAsync(Texts.Status_canceled);
        await Assertions.Expect(list.Row(Unnotified)).ToContainTextAsync("Amazon: Payment was not authorized");

        await channels.OpenAsync();
        await Assertions.Expect(channels.Arrived(There(Notified)).Filter(new() { HasText = "OrderStatusChange" })).ToContainTextAsync(Texts.ChannelDeed_Canceled);
        var found = channels.Arrived(There(Unnotified)).Filter(new() { HasText = Texts.Channels_Polled });
        await Assertions.Expect(found.First).ToContainTextAsync(Texts.ChannelDeed_Canceled);
        await Assertions.Expect(found.Last).ToContainTextAsync(Texts.ChannelDeed_Imported);
        await channels.ChooseReasonAsync("Found it cheaper", "Customer changed their mind");
        await Assertions.Expect(channels.Reasons.GetByLabel("Found it cheaper")).Not.ToHaveValueAsync("");
        await LooksRightInAllLanguagesAsync(owner, "channels-amazon", () => Assertions.Expect(channels.Amazon).ToContainTextAsync(Texts.Channels_Connected));
    });

    [Fact]
    public Task What_a_buyer_asks_waits_in_the_queue_and_what_amazon_keeps_to_itself_says_so() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator);
        var queue = await new RequestsPage(visit.Page).OpenAsync();
        await Assertions.Expect(queue.Row(AskedFor)).ToContainTextAsync("1 × Desk lamp (Bought by mistake)");

        var page = await new OrderPage(visit.Page).OpenAsync(OneItemCanceled);
        await Assertions.Expect(page.Notices).ToContainTextAsync(Texts.Alert_ItemsCanceledThere);
        await Assertions.Expect(page.History).ToContainTextAsync("6 × Tea cup (Out of stock)");
        await page.HasStatusAsync(Texts.Status_ready_for_handling);

        await page.OpenAsync(SentByAmazon);
        await Assertions.Expect(await page.AskWhyAsync(Texts.Action_CancelOrder)).ToContainTextAsync(Texts.Refusal_FulfilledByChannel);
    });

    private static QaOrder Order(int number) => new($"AMZ-701-3000001-000000{number}", $"7013000001000000{number}", "", QaSituation.ReadyForHandling);

    private static string There(QaOrder order) => order.Id["AMZ-".Length..];
}
