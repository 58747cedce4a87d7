using AdminOrders.Core.Storage.Bulk;
using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

/// <summary>Several orders are chosen in the list, shown in groups, and canceled together.</summary>
public sealed class CancelingManyOrders(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    [Fact]
    public Task Chosen_orders_are_shown_in_groups_and_canceled_with_a_result_for_each() => WalkAsync(async () =>
    {
        QaOrder[] orders =
        [
            await Store.TakeAsync(QaSituation.PaymentApproved), await Store.TakeAsync(QaSituation.Handling), await Store.TakeAsync(QaSituation.Invoiced), await Store.TakeAsync(QaSituation.PaymentApproved),
        ];
        var list = await OpenListAsync(Account.Operator);
        await list.SearchAsync(orders);
        foreach (var order in orders)
        {
            await list.SelectAsync(order);
        }

        var job = await list.CancelOrdersAsync();
        await Assertions.Expect(job.Figure(BulkOutcome.Canceled)).ToHaveTextAsync("2");
        await Assertions.Expect(job.Figure(BulkOutcome.Requested)).ToHaveTextAsync("1");
        await Assertions.Expect(job.Figure(BulkOutcome.Refused)).ToHaveTextAsync("1");
        await job.LeaveOutAsync(orders[3]);
        await Assertions.Expect(job.Figure(BulkOutcome.Canceled)).ToHaveTextAsync("1");
        await job.CancelOrdersAsync("Out of stock", orders: 3);

        await Assertions.Expect(job.State).ToHaveTextAsync(Texts.Job_State_Done);
        await Assertions.Expect(job.Row(orders[0])).ToContainTextAsync(Texts.Status_canceled);
        await Assertions.Expect(job.Row(orders[1])).ToContainTextAsync(Texts.Status_cancellation_requested);
        await Assertions.Expect(job.Row(orders[2])).ToContainTextAsync(Texts.Refusal_Invoiced);
        await Assertions.Expect(job.Row(orders[3])).ToContainTextAsync(Texts.Job_Outcome_LeftOut);
        var file = (await job.ResultsAsCsvAsync()).TrimEnd().Split("\r\n");
        Assert.Equal(5, file.Length);
        Assert.Contains(file, line => line.Contains(orders[2].Id, StringComparison.Ordinal) && line.Contains("invoiced", StringComparison.Ordinal));
    });

    [Fact]
    public Task Who_may_only_look_chooses_nothing_and_sees_what_was_done() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.PaymentApproved);
        var list = await OpenListAsync(Account.Operator);
        await list.SearchAsync([order]);
        await list.SelectAsync(order);
        var job = await list.CancelOrdersAsync();
        await job.CancelOrdersAsync("Out of stock", orders: 1);
        await Assertions.Expect(job.State).ToHaveTextAsync(Texts.Job_State_Done);

        var viewer = await OpenAsync(Account.Viewer);
        var looked = await new AllOrdersPage(viewer.Page).OpenAsync();
        await looked.SearchAsync([order]);
        await Assertions.Expect(looked.Row(order).GetByRole(AriaRole.Checkbox)).ToHaveCountAsync(0);
        await viewer.Page.GotoAsync("/bulk");
        await viewer.Page.GetByRole(AriaRole.Link, new() { Name = BulkPage.TitleOf(1), Exact = true }).First.ClickAsync();
        await Assertions.Expect(new BulkPage(viewer.Page).Row(order)).ToContainTextAsync(Texts.Status_canceled);
    });
}
