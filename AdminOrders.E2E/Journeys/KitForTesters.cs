using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

/// <summary>What testers do to a store under open pages.</summary>
[Collection(OwnStore.Name)]
[Trait("Needs", "OwnServer")]
public sealed class KitForTesters(OwnStore store) : Journey(store)
{
    [Fact]
    public Task Open_pages_outlive_a_reset_and_show_the_new_store() => WalkAsync(async () =>
    {
        var before = await Store.TakeAsync(QaSituation.Handling);
        var visit = await OpenAsync(Account.Operator);
        visit.Expected = ["404"];
        var page = await new OrderPage(visit.Page).OpenAsync(before);
        var list = await OpenListAsync(Account.Operator);
        var visits = Task.WhenAll(Reloaded(page), Reloaded(list));

        await Store.Kit.ResetAsync(orders: 12);

        await visits;
        await Assertions.Expect(list.Rows).ToHaveCountAsync(12);
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = Texts.Error_NotFound, Exact = true })).ToBeVisibleAsync();
        await list.IsReadyAsync();
        var after = await Store.TakeAsync(QaSituation.PaymentApproved);
        await list.SearchAsync(after);
        await (await new OrderPage(page.Page).OpenAsync(after)).CancelOrderAsync();
        await Assertions.Expect(list.Row(after)).ToContainTextAsync(Texts.Status_canceled);
    });

    [Fact]
    public Task A_grace_period_ends_on_an_open_page_when_the_clock_is_moved() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Operator, QaSituation.InGracePeriod);
        await page.HasStatusAsync(Texts.Status_window_to_cancel);

        await Store.Kit.AdvanceAsync(TimeSpan.FromMinutes(31));

        await page.HasStatusAsync(Texts.Status_ready_for_handling);
    });

    [Fact]
    public Task A_request_that_nobody_answers_for_a_month_cancels_the_order() => WalkAsync(async () =>
    {
        var page = await OpenAsync(Account.Support, await Store.TakeAsync(QaSituation.RequestedByCustomer));
        await page.HasStatusAsync(Texts.Status_cancellation_requested);

        await Store.Kit.AdvanceAsync(TimeSpan.FromDays(31));

        await page.HasStatusAsync(Texts.Status_canceled);
    });

    private static Task<IRequest> Reloaded(PagePart part) => part.Page.WaitForRequestFinishedAsync(new() { Predicate = request => request.IsNavigationRequest });
}
