using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;

namespace AdminOrders.E2E.Journeys;

[Collection(Counter.Name)]
public sealed class InvoicedOrders(Counter store) : Journey(store)
{
    [Fact]
    public Task A_partly_invoiced_order_is_refused_and_Change_items_is_its_way_out() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, await Store.TakeAsync(OrderState.PartlyInvoiced));

        var why = await page.AskWhyAsync(Texts.Action_CancelOrder);
        await Assertions.Expect(why).ToContainTextAsync(Texts.Refusal_PartiallyInvoiced);
        await why.GetByRole(AriaRole.Link, new() { Name = Texts.Action_ChangeItems, Exact = true }).ClickAsync();

        var dialog = await new ChangeItemsDialog(page.Page).IsOpenAsync();
        await dialog.ChooseItemAsync("Linen towel", 2);
        await dialog.GiveReasonAsync("Out of stock");
        await dialog.ConfirmAsync();

        await dialog.IsGoneAsync();
        await Assertions.Expect(page.HistoryEntries(Texts.Event_items_changed)).ToHaveCountAsync(1);
    });

    [Fact]
    public Task An_invoiced_order_is_canceled_after_everything_came_back() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, await Store.TakeAsync(OrderState.Invoiced));
        await Assertions.Expect(await page.AskWhyAsync(Texts.Action_CancelOrder)).ToContainTextAsync(Texts.Refusal_Invoiced);
        await page.Page.Keyboard.PressAsync("Escape");

        var dialog = await page.ReturnItemsAsync();
        await dialog.NumberAsync("RET-1");
        await dialog.GiveReasonAsync("Wrong size");
        await dialog.ConfirmAsync();
        await dialog.IsGoneAsync();

        await (await page.CancelOrderAsync()).FillAndConfirmAsync();
        await page.HasStatusAsync(Texts.Status_canceled);
    });

    [Fact]
    public Task An_order_goes_from_ready_through_handling_to_invoiced() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, await Store.TakeAsync(OrderState.ReadyForHandling));

        var handling = await page.StartHandlingAsync();
        await handling.UnderstandAllAsync();
        await handling.ConfirmAsync();
        await page.HasStatusAsync(Texts.Status_handling);

        var invoice = await page.InvoiceAsync();
        await invoice.NumberAsync("INV-77");
        await invoice.ConfirmAsync();
        await page.HasStatusAsync(Texts.Status_invoiced);
    });
}
