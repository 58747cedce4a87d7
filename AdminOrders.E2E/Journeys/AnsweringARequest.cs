using AdminOrders.Core.Text;
using AdminOrders.E2E.Support;

namespace AdminOrders.E2E.Journeys;

[Collection(Counter.Name)]
public sealed class AnsweringARequest(Counter store) : Journey(store)
{
    [Fact]
    public Task A_declined_request_leaves_the_order_where_it_was() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, await Store.TakeAsync(OrderState.RequestedByCustomer));
        await Assertions.Expect(page.Request).ToContainTextAsync(Texts.Side_Customer);
        await Assertions.Expect(page.Request).ToContainTextAsync("Bought by mistake");

        var dialog = await page.DeclineAsync();
        await dialog.GiveReasonsAsync(forColleagues: "It is on the truck", forCustomer: "Your order is already on its way.");
        await dialog.ConfirmAsync();

        await page.HasStatusAsync(Texts.Status_ready_for_handling);
        await Assertions.Expect(page.Request).ToHaveCountAsync(0);
        await Assertions.Expect(page.History).ToContainTextAsync("It is on the truck");
    });

    [Fact]
    public Task Who_asked_may_withdraw_the_request() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, await Store.TakeAsync(OrderState.Handling));
        await (await page.CancelOrderAsync()).FillAndConfirmAsync();
        await page.HasStatusAsync(Texts.Status_cancellation_requested);

        var dialog = await page.WithdrawAsync();
        await dialog.ConfirmAsync();

        await page.HasStatusAsync(Texts.Status_handling);
        await Assertions.Expect(page.Hold).ToHaveCountAsync(0);
    });

    [Fact]
    public Task An_invoice_over_everything_goes_on_and_closes_the_request() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, await Store.TakeAsync(OrderState.RequestedByCustomer));

        var dialog = await page.InvoiceAsync();
        await dialog.NumberAsync("INV-900");
        await dialog.ConfirmAsync();

        await page.HasStatusAsync(Texts.Status_invoiced);
        await Assertions.Expect(page.Request).ToHaveCountAsync(0);
        await Assertions.Expect(page.HistoryEntries("INV-900")).Not.ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_requested_order_is_confirmed_by_whoever_works_here() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Support, await Store.TakeAsync(OrderState.RequestedByCustomer));

        await (await page.ConfirmCancellationAsync()).ConfirmAsync();

        await page.HasStatusAsync(Texts.Status_canceled);
        await Assertions.Expect(page.Canceled).ToContainTextAsync(Texts.Side_Customer);
    });
}
