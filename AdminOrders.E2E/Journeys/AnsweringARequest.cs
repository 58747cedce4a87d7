using AdminOrders.Core.Text;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

public sealed class AnsweringARequest(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    [Fact]
    public Task A_declined_request_leaves_the_order_where_it_was() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, QaSituation.RequestedByCustomer);
        await Assertions.Expect(page.Request).ToContainTextAsync(Texts.Side_Customer);
        await Assertions.Expect(page.Request).ToContainTextAsync(QaDocument.Reason);

        await page.DeclineAsync(internalReason: "It is on the truck", customerText: "Your order is already on its way.");

        await page.HasStatusAsync(Texts.Status_ready_for_handling);
        await Assertions.Expect(page.Request).ToHaveCountAsync(0);
        await Assertions.Expect(page.History).ToContainTextAsync("It is on the truck");
    });

    [Fact]
    public Task Who_asked_may_withdraw_the_request() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, QaSituation.Handling);
        await page.CancelOrderAsync();
        await page.HasStatusAsync(Texts.Status_cancellation_requested);

        await page.WithdrawRequestAsync();

        await page.HasStatusAsync(Texts.Status_handling);
        await Assertions.Expect(page.Hold).ToHaveCountAsync(0);
    });

    [Fact]
    public Task An_invoice_over_everything_goes_on_and_closes_the_request() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, QaSituation.RequestedByCustomer);

        await page.InvoiceAsync("INV-900");

        await page.HasStatusAsync(Texts.Status_invoiced);
        await Assertions.Expect(page.Request).ToHaveCountAsync(0);
        await Assertions.Expect(page.HistoryEntries("INV-900")).Not.ToHaveCountAsync(0);
    });

    [Fact]
    public Task A_requested_order_is_confirmed_by_whoever_works_here() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Support, QaSituation.RequestedByCustomer);

        await page.ConfirmCancellationAsync();

        await page.HasStatusAsync(Texts.Status_canceled);
        await Assertions.Expect(page.Canceled).ToContainTextAsync(Texts.Side_Customer);
    });
}
