using AdminOrders.Core.Text;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

public sealed class TwoOperators(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    [Fact]
    public Task Who_comes_second_sees_who_did_what_and_overwrites_nothing() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.ReadyForHandling);
        var first = await OpenAsync(Account.Operator, order);
        var second = await OpenAsync(Account.Support, order);
        var slow = await second.OpenCancelOrderAsync();
        await slow.FillAsync(details: "I was writing this");

        await first.CancelOrderAsync();
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
        var order = await Store.TakeAsync(QaSituation.Handling);
        var pages = await Task.WhenAll(OpenAsync(Account.Operator, order), OpenAsync(Account.Support, order));
        var dialogs = await Task.WhenAll(pages.Select(page => page.OpenCancelOrderAsync()));
        await Task.WhenAll(dialogs.Select(async dialog =>
        {
            await dialog.FillAsync();
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
    public Task A_row_changes_by_itself_in_a_second_browser() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.PaymentApproved);
        var page = await OpenAsync(Account.Operator, order);
        var list = await OpenListAsync(Account.Viewer);
        await list.SearchAsync(order);

        await page.CancelOrderAsync();

        await Assertions.Expect(list.Row(order)).ToContainTextAsync(Texts.Status_canceled, new() { Timeout = 2_000 });
    });
}
