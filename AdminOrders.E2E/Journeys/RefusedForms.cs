using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;
using AdminOrders.Web.Features.Qa;
using PolicyFields = AdminOrders.Web.Features.Settings.Policies.PolicyFields;

namespace AdminOrders.E2E.Journeys;

/// <summary>Whoever is refused is led to what is wrong, and hears what it is, without looking for it.</summary>
public sealed class RefusedForms(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    private const string Description = "field => (field.getAttribute('aria-describedby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent ?? '').join(' ')";

    [Fact]
    public Task A_refused_save_of_Settings_Orders_leads_from_one_field_in_error_to_the_next() => WalkAsync(async () =>
    {
        // Its currency is one that there are orders in.
        await Store.TakeAsync(QaSituation.PaymentApproved);
        var page = (await OpenAsync(Account.Owner)).Page;
        var settings = await new OrderSettingsPage(page).OpenAsync();
        var (window, limit) = (settings.Field(Texts.OrderSettings_GracePeriod), settings.Field(PolicyFields.Label(PolicyFields.Limit(PredefinedRoles.SupportAgent, "BRL"))));
        await page.TabToAsync(window);
        await page.RetypeAsync("never");
        await page.TabToAsync(limit);
        await page.RetypeAsync("-1");
        await page.PressByKeyAsync(settings.SaveButton);
        await IsLedToAsync(window, "Cancellation window (minutes)");
        await Accessible.CheckAsync(page.Locator("html"));

        await page.RetypeAsync("30");
        await page.PressByKeyAsync(settings.SaveButton);
        await IsLedToAsync(limit, "1500.00");

        await page.RetypeAsync(" ");
        await page.PressByKeyAsync(settings.SaveButton);
        await settings.IsSavedAsync();
        await Assertions.Expect(settings.SaveButton).ToBeFocusedAsync();

        var added = settings.Field(Texts.OrderSettings_NewCurrency);
        await page.GotoAsync("/settings/orders");
        await page.TabToAsync(added);
        await page.Keyboard.TypeAsync("R$");
        await page.PressByKeyAsync(page.GetByRole(AriaRole.Button, new() { Name = Texts.OrderSettings_AddCurrency, Exact = true }));
        await IsLedToAsync(added, Texts.OrderSettings_CurrencyWrong);
    });

    [Fact]
    public Task Dialogs_of_settings_lead_to_the_field_that_is_missing() => WalkAsync(async () =>
    {
        var page = (await OpenAsync(Account.Owner)).Page;
        var dialog = page.GetByRole(AriaRole.Dialog);
        await page.GotoAsync("/settings/reasons?edit=new");
        var english = dialog.GetByLabel(Texts.Settings_ReasonEn, new() { Exact = true });
        await Assertions.Expect(english).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Damaged");
        await page.PressByKeyAsync(dialog.GetByRole(AriaRole.Button, new() { Name = Texts.Action_Save, Exact = true }));
        await IsLedToAsync(dialog.GetByLabel(Texts.Settings_ReasonEs, new() { Exact = true }), Texts.Settings_ReasonEs);

        await page.GotoAsync("/settings/app-keys?make=1");
        var name = dialog.GetByLabel(Texts.AppKeys_Name, new() { Exact = true });
        await Assertions.Expect(name).ToBeFocusedAsync();
        var make = dialog.GetByRole(AriaRole.Button, new() { Name = Texts.AppKeys_Make, Exact = true });
        await page.PressByKeyAsync(make);
        await IsLedToAsync(name, Texts.AppKeyProblem_NameInvalid);
        await page.Keyboard.TypeAsync("ERP");
        await page.PressByKeyAsync(make);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Checkbox).First).ToBeFocusedAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Group).First).ToHaveAccessibleDescriptionAsync(Texts.AppKeyProblem_RolesMissing);
        await Accessible.CheckAsync(page.Locator("html"));
    });

    [Fact]
    public Task Signing_in_and_notes_lead_to_what_is_missing() => WalkAsync(async () =>
    {
        var page = (await OpenAsync()).Page;
        var signIn = await new SignInPage(page).OpenAsync();
        await Assertions.Expect(signIn.Email).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(Account.Viewer.Email);
        await page.Keyboard.PressAsync("Enter");
        var password = page.GetByLabel(Texts.Account_Password, new() { Exact = true });
        await IsLedToAsync(password, Texts.Account_PasswordRequired);
        await page.Keyboard.TypeAsync("not-the-password");
        await page.Keyboard.PressAsync("Enter");
        await IsLedToAsync(password, Texts.Account_SignInFailed);

        var order = await OpenAsync(Account.Operator, QaSituation.Handling);
        var note = order.Comments.GetByRole(AriaRole.Textbox);
        await order.Comments.GetByRole(AriaRole.Button, new() { Name = Texts.Order_Send, Exact = true }).PressAsync("Enter");
        await IsLedToAsync(note, Texts.Order_CommentRequired);
    });

    // Who hears the page hears the field with what describes it.
    private static async Task IsLedToAsync(ILocator field, string why)
    {
        await Assertions.Expect(field).ToBeFocusedAsync();
        Assert.Contains(why, await field.EvaluateAsync<string>(Description), StringComparison.Ordinal);
    }
}
