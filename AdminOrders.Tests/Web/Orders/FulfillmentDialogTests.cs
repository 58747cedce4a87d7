using AdminOrders.Core.Orders;
using AdminOrders.Core.Text;
using AdminOrders.Tests.Support;
using AdminOrders.Web.Features.Orders.Details;
using Bunit;

namespace AdminOrders.Tests.Web.Orders;

public sealed class FulfillmentDialogTests
{
    [Fact]
    public async Task Handling_starts_only_after_all_three_acknowledgements()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Ready());
        var page = stage.Show(id, "?panel=start-handling");
        page.WaitForElement("#handling-progress").Change(true);
        page.Find("#handling-consequences").Change(true);

        await Confirm(page);
        Assert.Equal(Texts.StartHandling_Required, page.Find("#handling-undone-error").TextContent);
        Assert.Equal(Status.ReadyForHandling, (await stage.OrderAsync(id)).Facts.Status);

        page.Find("#handling-undone").Change(true);
        await Confirm(page);

        IsGone(page);
        Assert.Equal(Status.Handling, (await stage.OrderAsync(id)).Facts.Status);
    }

    [Fact]
    public async Task An_invoice_begins_with_everything_that_is_left_and_follows_the_chosen_units()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling());
        var page = stage.Show(id, "?panel=invoice");
        Assert.Equal("100.00", page.WaitForElement("#invoice-value").GetAttribute("value"));

        page.Find("#invoice-items-1").Change("0");
        Assert.Equal("60.00", page.Find("#invoice-value").GetAttribute("value"));
        page.Find("#invoice-number").Change("F-1");
        await Confirm(page);

        IsGone(page);
        var order = await stage.OrderAsync(id);
        var invoice = Assert.Single(order.Invoices);
        Assert.Equal(("F-1", 6_000L), (invoice.Data.Number, invoice.Data.Value));
        Assert.Equal(new ItemQuantity(0, 3), Assert.Single(invoice.Data.Items));
        Assert.Equal(Status.Handling, order.Facts.Status);
    }

    [Fact]
    public async Task A_single_invoice_names_no_items_and_ends_the_order()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling());
        var page = stage.Show(id, "?panel=invoice");
        page.WaitForElement("input[value=single]").Change("single");
        page.Find("#invoice-number").Change("F-1");

        Assert.Empty(page.FindAll(".quantities"));
        await Confirm(page);

        IsGone(page);
        var order = await stage.OrderAsync(id);
        Assert.Empty(Assert.Single(order.Invoices).Data.Items);
        Assert.Equal(Status.Invoiced, order.Facts.Status);
    }

    [Theory]
    [InlineData("#invoice-number", "", nameof(Texts.InvoiceDialog_NumberRequired))]
    [InlineData("#invoice-number", "F 1", nameof(Texts.InvoiceDialog_NumberRequired))]
    [InlineData("#invoice-value", "-5", nameof(Texts.InvoiceDialog_ValueRequired))]
    [InlineData("#invoice-value", "0.001", nameof(Texts.InvoiceDialog_ValueRequired))]
    [InlineData("#invoice-value", "a lot", nameof(Texts.InvoiceDialog_ValueRequired))]
    [InlineData("#invoice-issued", "", nameof(Texts.InvoiceDialog_IssuedRequired))]
    public async Task A_field_of_an_invoice_that_is_wrong_says_what_it_wants(string field, string typed, string message)
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling());
        var page = stage.Show(id, "?panel=invoice");
        page.WaitForElement("#invoice-number").Change("F-1");
        page.Find(field).Change(typed);

        await Confirm(page);

        Assert.Equal(Texts.ResourceManager.GetString(message, Texts.Culture), page.Find(field + "-error").TextContent);
        Assert.Equal("true", page.Find(field).GetAttribute("aria-invalid"));
        Assert.Contains(field[1..] + "-error", page.Find(field).GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Empty((await stage.OrderAsync(id)).Invoices);
    }

    [Fact]
    public async Task An_invoice_above_what_is_left_is_refused_beside_the_fields_that_can_mend_it()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling());
        var page = stage.Show(id, "?panel=invoice");
        page.WaitForElement("#invoice-number").Change("F-1");
        page.Find("#invoice-value").Change("100.01");

        await Confirm(page);

        Assert.Contains(Texts.Refusal_ExceedsOrder, page.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("F-1", page.Find("#invoice-number").GetAttribute("value"));
        Assert.Empty((await stage.OrderAsync(id)).Invoices);
    }

    [Theory]
    [InlineData("invoice")]
    [InlineData("change-items")]
    [InlineData("start-handling")]
    public async Task An_address_opens_no_form_that_the_order_has_no_use_for(string panel)
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Invoiced());
        var page = stage.Show(id, $"?panel={panel}");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("dialog .notice .code")));
        Assert.Empty(page.FindAll("dialog input"));
        Assert.Empty(page.FindAll(".dialog-foot .button-primary"));
    }

    [Fact]
    public async Task Goods_that_came_back_are_entered_with_their_reason_and_owe_a_refund()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Invoiced());
        var page = stage.Show(id, "?panel=return-invoice");
        page.WaitForElement("#invoice-number").Change("R-1");

        await Confirm(page);
        Assert.Equal(Texts.ReturnDialog_ReasonRequired, page.Find("#return-reason-error").TextContent);

        page.Find("#return-reason").Input("Too small");
        await Confirm(page);

        IsGone(page);
        var order = await stage.OrderAsync(id);
        Assert.Equal(10_000, order.Facts.ReturnedValue);
        Assert.Equal(10_000, order.Facts.Payments.Sum(payment => payment.Owed));
        Assert.True(Cancel(page).TagName is "A", "a returned order can be canceled");
    }

    [Fact]
    public async Task Removing_what_is_not_invoiced_says_first_what_it_brings()
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(An.Order().Handling().PartlyInvoiced());
        var page = stage.Show(id, "?panel=change-items");
        Assert.Empty(page.FindAll(".happen"));
        await Confirm(page);
        Assert.Contains(Texts.Dialog_ChooseItems, page.Find(".quantities .field-error").TextContent, StringComparison.Ordinal);

        page.Find("#change-items-0").Change("2");
        page.Find("#change-items-1").Change("2");
        page.Find("#change-reason").Input("Sold out");
        Assert.NotEmpty(page.FindAll(".happen .status-green"));
        await Confirm(page);

        IsGone(page);
        var order = await stage.OrderAsync(id);
        Assert.Equal(Status.Invoiced, order.Facts.Status);
        Assert.Equal(2_000, order.Facts.Value);
    }

    [Theory]
    [InlineData("approve-payment", Status.WindowToCancel)]
    [InlineData("authorize-fulfillment", Status.WindowToCancel)]
    [InlineData("end-grace-period", Status.ReadyForHandling)]
    public async Task A_step_needs_one_click_and_does_what_it_said(string panel, string expected)
    {
        await using var stage = await PageStage.OpenAsync();
        var id = await stage.AddAsync(panel switch
        {
            "approve-payment" => An.Order().Unpaid(),
            "authorize-fulfillment" => An.Order().AwaitingAuthorization(),
            _ => An.Order().InWindow(),
        });
        var page = stage.Show(id, $"?panel={panel}");
        Assert.Contains(StatusText.Label(expected), page.WaitForElement(".happen").TextContent, StringComparison.Ordinal);

        await Confirm(page);

        IsGone(page);
        Assert.Equal(expected, (await stage.OrderAsync(id)).Facts.Status);
    }

    private static AngleSharp.Dom.IElement Cancel(IRenderedComponent<OrderPage> page) => page.Find("#bar-cancel");

    private static void IsGone(IRenderedComponent<OrderPage> page) => page.WaitForAssertion(() => Assert.Empty(page.FindAll("dialog")));

    private static Task Confirm(IRenderedComponent<OrderPage> page) => page.Find(".dialog-foot .button-primary").ClickAsync(new());
}
