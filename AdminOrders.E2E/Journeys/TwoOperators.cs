using System.Diagnostics;
using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;

namespace AdminOrders.E2E.Journeys;

[Collection(Counter.Name)]
public sealed class TwoOperators(Counter store) : Journey(store)
{
    [Fact]
    public Task Who_comes_second_sees_who_did_what_and_overwrites_nothing() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(OrderState.ReadyForHandling);
        var first = await OpenAsync(Account.Operator, order);
        var second = await OpenAsync(Account.Support, order);
        var quick = await first.CancelOrderAsync();
        var slow = await second.CancelOrderAsync();
        await slow.ChooseReasonAsync();
        await slow.DescribeAsync("I was writing this");

        await quick.FillAndConfirmAsync();
        await first.HasStatusAsync(Texts.Status_cancellation_requested);

        await Assertions.Expect(slow.Dialog).ToContainTextAsync(Account.Operator.Name);
        await Assertions.Expect(slow.Dialog).ToContainTextAsync(Texts.Event_cancellation_requested);
        await second.OpenAsync(order);
        await Assertions.Expect(second.HistoryEntries(Texts.Event_cancellation_requested)).ToHaveCountAsync(1);
        await second.HasStatusAsync(Texts.Status_cancellation_requested);
    });

    [Fact]
    public Task Two_who_press_Confirm_at_once_make_one_request() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(OrderState.Handling);
        var pages = await Task.WhenAll(OpenAsync(Account.Operator, order), OpenAsync(Account.Support, order));
        var dialogs = await Task.WhenAll(pages.Select(page => page.CancelOrderAsync()));
        await Task.WhenAll(dialogs.Select(async dialog =>
        {
            await dialog.ChooseReasonAsync();
            await dialog.AcknowledgeAsync();
            await dialog.ConfirmButton.FocusAsync();
        }));

        // By key: a button that is gone because the other was faster simply does not hear it.
        await Task.WhenAll(pages.Select(page => page.Page.Keyboard.PressAsync("Enter")));

        foreach (var page in pages)
        {
            await page.HasStatusAsync(Texts.Status_cancellation_requested);
            await Assertions.Expect(page.HistoryEntries(Texts.Event_cancellation_requested)).ToHaveCountAsync(1);
        }
    });

    [Fact]
    public Task A_row_changes_by_itself_in_a_second_browser_within_two_seconds() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(OrderState.PaymentApproved);
        var page = await OpenAsync(Account.Operator, order);
        var list = await ListOfAsync(Account.Viewer, order);
        var dialog = await page.CancelOrderAsync();
        await dialog.ChooseReasonAsync();
        await dialog.AcknowledgeAsync();

        var watch = Stopwatch.StartNew();
        await dialog.ConfirmAsync();
        await Assertions.Expect(list.Row(order)).ToContainTextAsync(Texts.Status_canceled, new() { Timeout = 2_000 });

        Assert.InRange(watch.ElapsedMilliseconds, 0, 2_500);
    });

    [Fact]
    [Trait("Needs", "OwnServer")]
    public Task A_row_changes_by_itself_when_the_command_line_changes_the_order() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(OrderState.ReadyForHandling);
        var list = await ListOfAsync(Account.Viewer, order);
        await Assertions.Expect(list.Row(order)).ToContainTextAsync(Texts.Status_ready_for_handling);

        await Store.ImportAsync(OrderDocument.Of(order with { State = OrderState.Canceled }, TimeProvider.System.GetUtcNow()));

        await Assertions.Expect(list.Row(order)).ToContainTextAsync(Texts.Status_canceled, new() { Timeout = 2_000 });
    });

    private async Task<AllOrdersPage> ListOfAsync(Account account, TestOrder order)
    {
        var visit = await OpenAsync(account);
        var list = await new AllOrdersPage(visit.Page).OpenAsync();
        await list.FindAsync(order.Sequence);
        await Assertions.Expect(list.Rows).ToHaveCountAsync(1);
        await Assertions.Expect(list.Row(order)).ToBeVisibleAsync();
        return list;
    }
}
