using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Channels;
using AdminOrders.Core.Text;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.Details;
using Bunit;

namespace AdminOrders.Tests.Web.Orders;

public sealed class AnswerDialogTests
{
    private static readonly string CustomersRequest = OrderBuilder.RequestId(Side.Customer);

    [Fact]
    public async Task The_banner_says_who_asked_for_whom_why_and_until_when()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling().AskedBy(Side.Customer));
        var page = stage.Show(id);

        var banner = page.Find(".request-banner").TextContent;
        Assert.Contains(OrderWords.Of(Side.Customer), banner, StringComparison.Ordinal);
        Assert.Contains("changed my mind", banner, StringComparison.Ordinal);
        Assert.Contains(Texts.Order_AnswerBy, banner, StringComparison.Ordinal);
        Assert.Contains(OrderWords.Say(Texts.Time_InDays, 30), banner, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll(".hold"));
    }

    [Fact]
    public async Task Of_a_buyers_wish_about_items_it_is_said_that_confirming_cancels_the_whole_order()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling());
        var wish = new RecordChannelRequest(new('9', 32), new(null, "Amazon: 1 × Teapot (Too late)"));
        await stage.Workflow.Send(new(id, wish, ChannelNames.ActorOf(ChannelNames.Amazon)));

        var dialog = stage.Show(id, $"?panel=confirm-cancellation&request={wish.RequestId}").WaitForElement("dialog");

        Assert.Contains("1 × Teapot", dialog.TextContent, StringComparison.Ordinal);
        Assert.Contains(Texts.Order_AsksForItems, dialog.TextContent, StringComparison.Ordinal);
        Assert.Contains(Texts.Order_AsksForItems, stage.Show(id).Find(".request-banner").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_customers_own_request_is_about_the_order()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling().AskedBy(Side.Customer));

        Assert.DoesNotContain(Texts.Order_AsksForItems, stage.Show(id).Find(".request-banner").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirm_cancels_the_named_request_and_sends_units_where_it_was_said()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling().AskedBy(Side.Customer));
        var page = stage.Show(id, $"?panel=confirm-cancellation&request={CustomersRequest}");
        await page.WaitForElement("input[value=Quarantine]").ChangeAsync(new() { Value = "Quarantine" });

        await page.Find(".dialog-foot .button-danger").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("dialog")));
        var order = await stage.OrderAsync(id);
        Assert.Equal(Status.Canceled, order.Facts.Status);
        Assert.Equal(CustomersRequest, order.Facts.Cancellation!.RequestId);
        Assert.All(order.Reservations, reservation => Assert.Equal(StockDestination.Quarantine, reservation.Destination));
    }

    [Fact]
    public async Task Decline_needs_an_internal_reason_and_shows_the_customer_text_as_it_will_be_read()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling().AskedBy(Side.Customer));
        var page = stage.Show(id, $"?panel=decline&request={CustomersRequest}");
        page.WaitForElement("#decline-customer").Input("Your parcel has <left>");
        Assert.Contains("Your parcel has <left>", page.Find(".letter .quote").TextContent, StringComparison.Ordinal);

        await page.Find(".dialog-foot .button-primary").ClickAsync(new());
        Assert.Equal(Texts.DeclineDialog_InternalRequired, page.Find("#decline-internal-error").TextContent);

        page.Find("#decline-internal").Input("Already on the truck");
        await page.Find(".dialog-foot .button-primary").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("dialog")));
        var order = await stage.OrderAsync(id);
        Assert.Equal(Status.Handling, order.Facts.Status);
        var declined = Assert.Single(order.History, entry => entry.Event is CancellationDeclined);
        Assert.Equal("Already on the truck", declined.Texts["internal"]);
        Assert.Equal("Your parcel has <left>", declined.Texts["customer"]);
    }

    [Fact]
    public async Task What_the_customer_is_told_is_the_mail_itself_in_the_language_of_the_order()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling().AskedBy(Side.Customer), """{"clientPreferencesData":{"locale":"es-MX"}}""");
        var page = stage.Show(id, $"?panel=decline&request={CustomersRequest}");
        page.WaitForElement("#decline-customer").Input("Ya salió.");
        var (subject, text) = (page.Find(".letter [lang=es-ES] .strong").TextContent, page.Find(".letter [lang=es-ES] .quote").TextContent);

        // The dialog goes with the request.
        await stage.ForgeAsync(id, new Decline(CustomersRequest, "left", "Ya salió."));

        var sent = await stage.MailAsync(id);
        Assert.Equal(sent.Subject, subject);
        Assert.Equal(sent.Text.ReplaceLineEndings("\n").Trim(), text);
        Assert.Contains("Ya salió.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_not_ask_is_not_written_to()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling().AskedBy(Side.Marketplace));
        var page = stage.Show(id, $"?panel=decline&request={OrderBuilder.RequestId(Side.Marketplace)}");
        page.WaitForElement("#decline-customer");
        Assert.Empty(page.FindAll(".letter"));
    }

    [Fact]
    public async Task A_request_of_the_store_is_withdrawn_and_cannot_be_declined()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Ready().AskedBy(Side.Store));
        var request = OrderBuilder.RequestId(Side.Store);
        var page = stage.Show(id, $"?panel=withdraw&request={request}");
        Assert.Empty(page.FindAll($"#banner-decline-{request}"));
        page.WaitForElement("#withdraw-note").Input("It fits after all");

        await page.Find(".dialog-foot .button-primary").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("dialog")));
        var order = await stage.OrderAsync(id);
        Assert.Equal(Status.ReadyForHandling, order.Facts.Status);
        Assert.Contains(order.History, entry => entry.Event is CancellationWithdrawn && entry.Texts.GetValueOrDefault("note") == "It fits after all");
    }

    [Fact]
    public async Task A_request_that_was_answered_meanwhile_is_not_confirmed()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling().AskedBy(Side.Customer));
        var page = stage.Show(id, $"?panel=confirm-cancellation&request={CustomersRequest}");
        page.WaitForElement(".dialog-foot .button-danger");
        await stage.Workflow.Send(new(id, new Decline(CustomersRequest, "no", ""), Actors.OtherOperator));

        page.WaitForAssertion(() => Assert.Contains(Texts.Refusal_NoRequest, page.Find("dialog").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".dialog-foot .button-danger"));
        Assert.Equal(Status.Handling, (await stage.OrderAsync(id)).Facts.Status);
    }

    [Fact]
    public async Task The_news_of_a_cancellation_is_the_cancellation_and_not_what_is_owed_for_it()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Paid());
        var page = stage.Show(id);
        await stage.Workflow.Send(new(id, new Cancel(new string('f', 32), Side.Store, new Reason(null, "Sold out")), Actors.OtherOperator));

        page.WaitForAssertion(
            () => Assert.Contains($"Bruno: {OrderWords.OfEvent("order-canceled")}", page.Find(".news").TextContent, StringComparison.Ordinal));
        var late = await stage.ForgeAsync(id, new StartHandling());
        Assert.Equal("order-canceled", late.LastChange!.Kind);
    }

    [Fact]
    public async Task What_somebody_else_does_shows_by_itself_with_who_and_what()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Ready());
        var page = stage.Show(id);
        await stage.Workflow.Send(new(id, new StartHandling(), Actors.OtherOperator));

        page.WaitForAssertion(
            () => Assert.Contains("Bruno", page.Find(".news").TextContent, StringComparison.Ordinal));
        Assert.Contains(StatusText.Label(Status.Handling), page.Find(".order-name").TextContent, StringComparison.Ordinal);
    }
}
