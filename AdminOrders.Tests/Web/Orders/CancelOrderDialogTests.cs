using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.Details;
using Bunit;

namespace AdminOrders.Tests.Web.Orders;

public sealed class CancelOrderDialogTests
{
    private const string Open = "?panel=cancel";
    [Fact]
    public async Task A_paid_order_is_canceled_at_once_with_reason_side_and_note()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Paid());
        var page = stage.Show(id, Open);
        Fill(page);
        await page.Find("input[name=customer]").ChangeAsync(new() { Value = true });

        await Confirm(page);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("dialog")));
        var order = await stage.OrderAsync(id);
        Assert.Equal(Status.Canceled, order.Facts.Status);
        Assert.Equal(Side.Customer, order.Facts.Cancellation!.RequestedBy);
        Assert.Equal("Ana", order.CanceledBy);
        Assert.Equal("Wrong size", order.Facts.Cancellation.Reason.Text);
        Assert.NotNull(order.Facts.Cancellation.Reason.LabelId);
        Assert.Contains(order.History, entry => entry.Texts.GetValueOrDefault("note") == "Called twice");
        Assert.Contains(Texts.Order_CanceledTitle, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_that_is_missing_is_named_and_everything_typed_stays()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Paid());
        var page = stage.Show(id, Open);
        await page.Find("#cancel-details").InputAsync(new() { Value = "Wrong size" });

        await Confirm(page);

        Assert.Equal(Texts.CancelDialog_ReasonRequired, page.Find("#cancel-reason-error").TextContent);
        Assert.Equal("true", page.Find("#cancel-reason").GetAttribute("aria-invalid"));
        Assert.Equal(Texts.CancelDialog_UnderstoodRequired, page.Find("#cancel-understood-error").TextContent);
        Assert.Equal("Wrong size", page.Find("#cancel-details").GetAttribute("value"));
        Assert.Equal(Status.PaymentApproved, (await stage.OrderAsync(id)).Facts.Status);
    }

    [Fact]
    public async Task Details_of_more_than_500_characters_are_not_taken()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Paid());
        var page = stage.Show(id, Open);
        Fill(page);
        await page.Find("#cancel-details").InputAsync(new() { Value = new string('x', 501) });

        await Confirm(page);

        Assert.Equal(OrderWords.Say(Texts.Dialog_TooLong, 500), page.Find("#cancel-details-error").TextContent);
        Assert.Equal(Status.PaymentApproved, (await stage.OrderAsync(id)).Facts.Status);
    }

    [Fact]
    public async Task A_direct_cancellation_says_what_is_freed_and_owed_and_nothing_of_a_second_step()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Paid());
        var page = stage.Show(id, Open);
        var lines = Lines(page);

        Assert.Contains(Texts.Happen_ForGood, lines);
        Assert.Equal(OrderWords.Say(Texts.CancelDialog_LeadNow, id, "José da Silva", "R$100.00"), page.Find("dialog .lead").TextContent);
        Assert.Contains(OrderWords.Say(Texts.Happen_Frees, 3, "north"), lines);
        Assert.Contains(OrderWords.Say(Texts.Happen_Frees, 2, "south"), lines);
        Assert.Contains(OrderWords.Say(Texts.Happen_Void, MoneyText.Format(10_000, "BRL", CultureInfo.CurrentCulture), "Visa"), lines);
        Assert.DoesNotContain(lines, line => line.Contains(Texts.Action_ConfirmCancellation, StringComparison.Ordinal));
        Assert.DoesNotContain(Texts.Happen_NothingOwed, lines);
    }

    [Fact]
    public async Task On_a_handled_order_it_says_that_a_second_step_follows_and_nothing_is_freed()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling());
        var page = stage.Show(id, Open);
        var lines = Lines(page);

        Assert.Equal(OrderWords.Say(Texts.CancelDialog_LeadAsk, id, "José da Silva", "R$100.00"), page.Find("dialog .lead").TextContent);
        Assert.Contains(OrderWords.Say(Texts.Happen_SecondStep, Texts.Action_ConfirmCancellation), lines);
        Assert.Contains(Texts.Happen_Hold, lines);
        Assert.Contains(OrderWords.Say(Texts.Happen_StaysReserved, 5), lines);
        Assert.DoesNotContain(Texts.Happen_ForGood, lines);
        Assert.DoesNotContain(lines, line => line.Contains("north", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_double_click_sends_once()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling());
        var page = stage.Show(id, Open);
        Fill(page);

        // Both on the page's own thread: nothing is drawn between them, as in a real double click.
        var confirm = page.Find(".dialog-foot .button-danger");
        await page.InvokeAsync(() => Task.WhenAll(confirm.ClickAsync(new()), confirm.ClickAsync(new())));

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("dialog")));
        var order = await stage.OrderAsync(id);
        Assert.Equal(Status.CancellationRequested, order.Facts.Status);
        Assert.Single(order.History, entry => entry.Event is CancellationRequested);
    }

    [Fact]
    public async Task A_change_by_somebody_else_is_shown_with_who_and_what_and_the_fields_stay()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Ready());
        var page = stage.Show(id, Open);
        Fill(page);
        await stage.Workflow.Send(new(id, new StartHandling(), Actors.OtherOperator));

        page.WaitForAssertion(() => Assert.Contains("Bruno", page.Find("dialog .notice").TextContent, StringComparison.Ordinal));
        Assert.Contains(Texts.Refusal_ChangedMeanwhile, page.Find("dialog .notice").TextContent, StringComparison.Ordinal);
        Assert.Contains(Texts.Event_handling_started, page.Find("dialog .notice").TextContent, StringComparison.Ordinal);
        Assert.Equal("Wrong size", page.Find("#cancel-details").GetAttribute("value"));
        Assert.Contains(StatusText.Label(Status.Handling), page.Find(".happen").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain((await stage.OrderAsync(id)).History, entry => entry.Event is CancellationRequested);
    }

    [Fact]
    public async Task What_was_decided_on_an_older_preview_is_refused_and_nothing_is_overwritten()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Ready());
        var cancel = new Cancel(new string('f', 32), Side.Store, new Reason(null, "Wrong size"));
        var shown = await stage.PreviewAsync(id, cancel);
        await stage.Workflow.Send(new(id, new StartHandling(), Actors.OtherOperator));

        var answer = await stage.ForgeAsync(id, cancel, shown.Fingerprint);

        Assert.Equal(Refusal.ChangedMeanwhile, Assert.IsType<Refused>(answer.Decision).Code);
        Assert.Equal("Bruno", answer.LastChange!.ActorName);
        Assert.Equal(Status.Handling, (await stage.OrderAsync(id)).Facts.Status);
    }

    [Fact]
    public async Task An_order_that_is_invoiced_meanwhile_says_why_it_can_no_longer_be_canceled()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling());
        var page = stage.Show(id, Open);
        Fill(page);
        await stage.Workflow.Send(new(id, new Invoice(new InvoiceData("F-9", 10_000, An.Instant)), Actors.OtherOperator));

        page.WaitForAssertion(() => Assert.Contains(Texts.Refusal_Invoiced, page.Find("dialog .notice").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".dialog-foot .button-danger"));
        Assert.Equal(Status.Invoiced, (await stage.OrderAsync(id)).Facts.Status);
    }

    [Fact]
    public async Task A_partly_invoiced_order_shows_the_refusal_and_its_way_out_instead_of_fields()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling().PartlyInvoiced());
        var page = stage.Show(id, Open);

        page.WaitForAssertion(() => Assert.Contains(Texts.Refusal_PartiallyInvoiced, page.Find("dialog").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("dialog select, dialog textarea"));
        Assert.Empty(page.FindAll(".dialog-foot .button-danger"));
        Assert.Contains(page.FindAll("dialog .way-out a"), link => link.GetAttribute("href")!.EndsWith("?panel=change-items", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_viewer_is_told_why_and_a_forged_submit_does_nothing()
    {
        await using var stage = await PageStage.OpenAsync(PredefinedRoles.ReadOnly);
        var id = await stage.AddAsync(An.Order().Paid());
        var page = stage.Show(id, Open);

        page.WaitForAssertion(() => Assert.Contains(Texts.Refusal_MissingResource, page.Find("dialog").TextContent, StringComparison.Ordinal));
        var answer = await stage.ForgeAsync(id, new Cancel(new string('f', 32), Side.Store, new Reason(null, "forged")));
        Assert.Equal(Refusal.MissingResource, Assert.IsType<Refused>(answer.Decision).Code);
        Assert.Equal(Status.PaymentApproved, (await stage.OrderAsync(id)).Facts.Status);
    }

    [Fact]
    public async Task Who_cancels_what_a_colleague_has_asked_for_is_led_to_the_second_step()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling());
        var page = stage.Show(id, Open);
        await stage.Workflow.Send(new(id, new Cancel(new string('f', 32), Side.Store, new Reason(null, "Sold out")), Actors.OtherOperator));

        page.WaitForAssertion(() => Assert.Contains(
            page.FindAll("dialog .way-out a"), link => link.GetAttribute("href")!.EndsWith("?panel=confirm-cancellation", StringComparison.Ordinal)));
        Assert.Empty(page.FindAll(".dialog-foot .button-danger"));
    }

    [Fact]
    public async Task A_permission_that_is_taken_away_meanwhile_is_said_and_blamed_on_nobody()
    {
        await using var stage = await PageStage.OpenAsync(PredefinedRoles.FullAccess);
        var id = await stage.AddAsync(An.Order().Paid());
        var page = stage.Show(id, Open);
        Fill(page);
        await stage.ExecuteAsync($"DELETE FROM AspNetRoleClaims WHERE ClaimValue = '{Resource.CancelOrder}'");

        // A preview that is still on its way may say it before the click does, and takes the button with it.
        await page.InvokeAsync(() => page.FindAll(".dialog-foot .button-danger") is [var button] ? button.ClickAsync(new()) : Task.CompletedTask);

        page.WaitForAssertion(() => Assert.Contains(Texts.Refusal_MissingResource, page.Find("dialog .notice").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain(OrderWords.OfEvent("order-imported"), page.Find("dialog .notice").TextContent, StringComparison.Ordinal);
        Assert.Equal(Status.PaymentApproved, (await stage.OrderAsync(id)).Facts.Status);
    }

    private static void Fill(IRenderedComponent<OrderPage> page)
    {
        page.Find("#cancel-reason").Change(page.FindAll("#cancel-reason option")[1].GetAttribute("value"));
        page.Find("#cancel-details").Input("Wrong size");
        page.Find("#cancel-note").Input("Called twice");
        page.Find("#cancel-understood").Change(true);
    }

    private static Task Confirm(IRenderedComponent<OrderPage> page) => page.Find(".dialog-foot .button-danger").ClickAsync(new());

    private static List<string> Lines(IRenderedComponent<OrderPage> page)
    {
        page.WaitForElement(".happen");
        return [.. page.FindAll(".happen li").Select(line => line.TextContent.Trim())];
    }
}
