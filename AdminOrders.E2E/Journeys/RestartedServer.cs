using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

[Collection(OwnStore.Name)]
[Trait("Needs", "OwnServer")]
public sealed class RestartedServer(OwnStore store) : Journey(store)
{
    // What a browser says of a server that is gone.
    private static readonly string[] LostConnection = ["WebSocket", "Failed to load resource", "ERR_CONNECTION", "Connection disconnected", "Failed to complete negotiation", "Failed to start the connection", "fetch"];

    [Fact]
    public Task A_half_filled_dialog_is_there_again_after_the_server_was_killed() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.Handling);
        var visit = await OpenAsync(Account.Operator);
        visit.Expected = LostConnection;
        var page = await new OrderPage(visit.Page).OpenAsync(order);
        var dialog = await page.OpenCancelOrderAsync();
        await dialog.ChooseReasonAsync("Out of stock");
        await dialog.FillDetailsAsync("Half a sentence");
        await dialog.Note.FillAsync("For colleagues");
        await dialog.ForCustomer.CheckAsync();
        var reason = await dialog.Reason.InputValueAsync();
        await visit.Page.EvaluateAsync("document.documentElement.dataset.before = 'yes'");

        await store.Server.KillAsync();
        await store.Server.StartAsync();

        await Assertions.Expect(visit.Page.Locator("html[data-before]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await dialog.IsOpenAsync();
        await Assertions.Expect(dialog.Reason).ToHaveValueAsync(reason);
        await Assertions.Expect(dialog.Details).ToHaveValueAsync("Half a sentence");
        await Assertions.Expect(dialog.Note).ToHaveValueAsync("For colleagues");
        await Assertions.Expect(dialog.ForCustomer).ToBeCheckedAsync();

        await dialog.UnderstandAsync();
        await dialog.ConfirmAsync();
        await page.HasStatusAsync(Texts.Status_cancellation_requested);
        await Assertions.Expect(page.Request).ToContainTextAsync("Half a sentence");
    });
}
