using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Journeys;

public sealed class SigningIn(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    [Fact]
    public Task Who_signs_in_sees_All_orders() => WalkAsync(async () =>
    {
        var visit = await OpenAsync();
        var signIn = await new SignInPage(visit.Page).OpenAsync();

        var orders = await signIn.SignInAsync(Account.Operator);

        await Assertions.Expect(orders.Title).ToBeVisibleAsync();
    });

    [Fact]
    public Task Who_is_not_signed_in_comes_to_the_page_that_was_asked_for_after_signing_in() => WalkAsync(async () =>
    {
        var visit = await OpenAsync();
        await visit.Page.GotoAsync("/settings");
        var signIn = new SignInPage(visit.Page);

        await signIn.SignInAsync(Account.Owner);

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = Texts.Settings, Exact = true })).ToBeVisibleAsync();
    });

    [Fact]
    public Task Who_signs_in_next_is_not_shown_what_was_left_half_typed() => WalkAsync(async () =>
    {
        var order = await Store.TakeAsync(QaSituation.Handling);
        var visit = await OpenAsync(Account.Operator);
        var page = await new OrderPage(visit.Page).OpenAsync(order);
        await (await page.OpenCancelOrderAsync()).FillDetailsAsync("The customer told me");
        await visit.Page.GotoAsync("/settings");
        await page.Shell.SignOutAsync();
        await new SignInPage(visit.Page).SignInAsync(Account.Owner);

        var dialog = await (await page.OpenAsync(order)).OpenCancelOrderAsync();

        await Assertions.Expect(dialog.Details).ToHaveValueAsync("");
    });

    [Fact]
    public Task A_wrong_password_is_told_without_saying_which_part_is_wrong() => WalkAsync(async () =>
    {
        var visit = await OpenAsync();
        var signIn = await new SignInPage(visit.Page).OpenAsync();

        await signIn.SignInAsync(Account.Viewer.Email, "not-the-password");

        await Assertions.Expect(signIn.Failure).ToHaveTextAsync(Texts.Account_SignInFailed);
    });

    [Fact]
    public Task Who_may_not_open_a_page_is_told_so() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Viewer);
        visit.Expected = ["403"];

        await visit.Page.GotoAsync("/settings/reasons");

        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = Texts.Account_AccessDenied, Exact = true })).ToBeVisibleAsync();
        await Accessible.CheckAsync(visit.Page.Locator("html"));
    });

    [Fact]
    public Task Who_signs_out_must_sign_in_again() => WalkAsync(async () =>
    {
        var visit = await OpenAsync();
        var signIn = await new SignInPage(visit.Page).OpenAsync();
        var orders = await signIn.SignInAsync(Account.Operator);

        await orders.Shell.SignOutAsync();
        await visit.Page.GotoAsync("/orders");

        await Assertions.Expect(signIn.Title).ToBeVisibleAsync();
    });
}
