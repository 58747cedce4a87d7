using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;

namespace AdminOrders.E2E.Journeys;

/// <summary>Every page by day, by night and on a phone: accessible, and no wider than the window.</summary>
[Collection(Gallery.Name)]
public sealed class Looks(Gallery store) : Journey(store)
{
    public static TheoryData<string> All => ["light", "dark", "phone"];

    [Theory]
    [MemberData(nameof(All))]
    public Task Signing_in_looks_right(string look) => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Of(look));
        var signIn = await new SignInPage(visit.Page).OpenAsync();
        await LooksRightAsync(visit);

        await signIn.TryAsync("nobody@example.com", "not-the-password");
        await Assertions.Expect(signIn.Failure).ToBeVisibleAsync();
        await LooksRightAsync(visit);
    }, look);

    [Theory]
    [MemberData(nameof(All))]
    public Task Pages_around_orders_look_right(string look) => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Of(look));
        await (await new SignInPage(visit.Page).OpenAsync()).SignInAsAsync(Account.Owner);

        await VisitAsync(visit, "/settings", Texts.Settings);
        await VisitAsync(visit, "/settings/reasons", Texts.Settings_Reasons);
        await VisitAsync(visit, "/error", Texts.Error_Unexpected);

        visit.Expected = ["404"];
        await VisitAsync(visit, "/nothing-is-here", Texts.Error_NotFound);
    }, look);

    [Theory]
    [MemberData(nameof(All))]
    public Task All_orders_looks_right_full_and_empty(string look) => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Of(look));

        var list = await new AllOrdersPage(visit.Page).OpenAsync();
        await Assertions.Expect(list.OrderAt(0)).ToBeVisibleAsync();
        await LooksRightAsync(visit);

        await list.OpenAsync("?seller=nobody");
        await Assertions.Expect(list.Empty).ToBeVisibleAsync();
        await LooksRightAsync(visit);
    }, look);

    [Theory]
    [MemberData(nameof(All))]
    public Task An_order_looks_right_in_every_state(string look) => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Of(look));
        foreach (var state in Enum.GetValues<OrderState>())
        {
            var order = await Store.TakeAsync(state);
            await (await new OrderPage(visit.Page).OpenAsync(order)).ShowsAsync(order);
            await LooksRightAsync(visit);
        }
    }, look);

    [Theory]
    [MemberData(nameof(All))]
    public Task Every_dialog_looks_right(string look) => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Of(look));
        var page = new OrderPage(visit.Page);

        await page.OpenAsync(await Store.TakeAsync(OrderState.ReadyForHandling));
        await LooksRightAsync(visit, await page.CancelOrderAsync());
        await LooksRightAsync(visit, await page.StartHandlingAsync());

        await page.OpenAsync(await Store.TakeAsync(OrderState.RequestedByCustomer));
        await LooksRightAsync(visit, await page.ConfirmCancellationAsync());
        await LooksRightAsync(visit, await page.DeclineAsync());

        await page.OpenAsync(await Store.TakeAsync(OrderState.PartlyInvoiced));
        await LooksRightAsync(visit, await page.InvoiceAsync());
        await LooksRightAsync(visit, await page.ChangeItemsAsync());

        await page.OpenAsync(await Store.TakeAsync(OrderState.Invoiced));
        await LooksRightAsync(visit, await page.ReturnItemsAsync());
    }, look);

    [Theory]
    [MemberData(nameof(All))]
    public Task The_note_after_an_action_looks_right(string look) => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Operator, Of(look));
        var page = await new OrderPage(visit.Page).OpenAsync(await Store.TakeAsync(OrderState.PaymentApproved));

        await (await page.CancelOrderAsync()).FillAndConfirmAsync();

        await Assertions.Expect(visit.Page.GetByText(Texts.Outcome_Canceled, new() { Exact = true })).ToBeVisibleAsync();
        await LooksRightAsync(visit);
    }, look);

    private static Screen Of(string look) => look == "phone" ? Screen.Phone : Screen.Desktop with { IsDark = look == "dark" };

    private static async Task VisitAsync(Visit visit, string address, string heading)
    {
        await visit.Page.GotoAsync(address);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
        await LooksRightAsync(visit);
    }

    private static async Task LooksRightAsync(Visit visit, OrderDialog dialog)
    {
        await LooksRightAsync(visit);
        await dialog.PressEscapeAsync();
        await dialog.IsGoneAsync();
    }

    private static async Task LooksRightAsync(Visit visit)
    {
        await Accessible.CheckAsync(visit.Page);
        await Accessible.FitsAsync(visit.Page);
    }
}
