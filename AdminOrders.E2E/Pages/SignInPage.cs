using AdminOrders.Core.Text;
using AdminOrders.E2E.Support;

namespace AdminOrders.E2E.Pages;

/// <summary>Sign in.</summary>
internal sealed class SignInPage(IPage page) : PagePart(page)
{
    public ILocator Failure => Root.GetByRole(AriaRole.Alert);

    public ILocator Title => Heading(Texts.Account_SignInTitle);

    public ILocator Email => Field(Texts.Account_Email);

    public async Task<SignInPage> OpenAsync()
    {
        await Page.GotoAsync("/account/sign-in");
        return this;
    }

    /// <summary>Signs in and waits for the page that was asked for before, All orders without one.</summary>
    public async Task<AllOrdersPage> SignInAsync(Account account)
    {
        await SignInAsync(account.Email, account.Password);
        await Title.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await BeReadyAsync();
        return new AllOrdersPage(Page);
    }

    /// <summary>Fills in both fields and sends them, rightly or not.</summary>
    public async Task SignInAsync(string email, string password)
    {
        await Email.FillAsync(email);
        await Field(Texts.Account_Password).FillAsync(password);
        await Button(Texts.Account_SignIn).ClickAsync();
    }
}
