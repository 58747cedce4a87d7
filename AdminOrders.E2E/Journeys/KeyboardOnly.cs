using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

public sealed class KeyboardOnly(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    [Fact]
    public Task From_signing_in_to_Confirm_without_a_mouse() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.PaymentApproved);
        var visit = await OpenAsync();
        var keys = visit.Page.Keyboard;
        var signIn = await new SignInPage(visit.Page).OpenAsync();
        await visit.Page.TabToAsync(signIn.Email);
        await keys.TypeAsync(Account.Operator.Email);
        await keys.PressAsync("Tab");
        await keys.TypeAsync(Account.Operator.Password);
        await keys.PressAsync("Enter");

        var list = new AllOrdersPage(visit.Page);
        await Assertions.Expect(list.Title).ToBeVisibleAsync();
        await list.IsReadyAsync();
        await keys.PressAsync("Control+k");
        await keys.TypeAsync(order.Id);
        await keys.PressAsync("Enter");

        var page = new OrderPage(visit.Page);
        await page.ShowsAsync(order);
        await visit.Page.TabToAsync(page.CancelOrderButton);
        await keys.PressAsync("Enter");

        var dialog = await new CancelDialog(visit.Page).IsOpenAsync();
        await visit.Page.TabToAsync(dialog.Reason);
        await keys.PressAsync("ArrowDown");
        await visit.Page.TabToAsync(dialog.Details);
        await keys.TypeAsync("Typed, not clicked");
        await visit.Page.TabToAsync(dialog.Understood);
        await keys.PressAsync("Space");
        await visit.Page.TabToAsync(dialog.ConfirmButton);
        await keys.PressAsync("Enter");

        await page.HasStatusAsync(Texts.Status_canceled);
        await Assertions.Expect(page.Canceled).ToContainTextAsync("Typed, not clicked");
    });
}
