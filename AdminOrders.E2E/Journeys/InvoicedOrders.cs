using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

public sealed class InvoicedOrders(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    [Fact]
    public Task A_partly_invoiced_order_is_refused_and_Change_items_is_its_way_out() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, QaSituation.PartlyInvoiced);

        var why = await page.AskWhyAsync(Texts.Action_CancelOrder);
        await Assertions.Expect(why).ToContainTextAsync(Texts.Refusal_PartiallyInvoiced);
        await why.GetByRole(AriaRole.Link, new() { Name = Texts.Action_ChangeItems, Exact = true }).ClickAsync();

        var dialog = await new ChangeItemsDialog(page.Page).IsOpenAsync();
        await dialog.ChooseItemsAsync("Linen towel", 2);
        await dialog.FillReasonForTheChangeAsync("Out of stock");
        await dialog.ConfirmAsync();

        await Assertions.Expect(page.HistoryEntries(Texts.Event_items_changed)).ToHaveCountAsync(1);
    });

    [Fact]
    public Task An_invoiced_order_is_canceled_after_everything_came_back() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, QaSituation.Invoiced);
        await Assertions.Expect(await page.AskWhyAsync(Texts.Action_CancelOrder)).ToContainTextAsync(Texts.Refusal_Invoiced);
        await page.Page.Keyboard.PressAsync("Escape");

        await page.ReturnItemsAsync(entranceInvoice: "RET-1", reason: "Wrong size");

        await page.CancelOrderAsync();
        await page.HasStatusAsync(Texts.Status_canceled);
    });

    [Fact]
    public Task An_order_goes_from_its_payment_through_handling_to_invoiced() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, QaSituation.PaymentPending);

        await page.ApprovePaymentAsync();
        await page.HasStatusAsync(Texts.Status_window_to_cancel);
        await page.EndTheCancellationWindowAsync();
        await page.HasStatusAsync(Texts.Status_ready_for_handling);
        await page.StartHandlingAsync();
        await page.HasStatusAsync(Texts.Status_handling);
        await page.InvoiceAsync("INV-77");
        await page.HasStatusAsync(Texts.Status_invoiced);
    });

    [Fact]
    public Task A_marketplaces_order_goes_on_when_its_fulfillment_is_authorized() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, QaSituation.AwaitingAuthorization);

        await page.AuthorizeFulfillmentAsync();

        await page.HasStatusAsync(Texts.Status_window_to_cancel);
    });
}
