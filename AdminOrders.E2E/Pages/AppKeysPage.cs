using AdminOrders.Core.Text;

namespace AdminOrders.E2E.Pages;

/// <summary>Settings › App keys.</summary>
internal sealed class AppKeysPage(IPage page)
{
    public IPage Page => page;

    public ILocator Title => page.GetByRole(AriaRole.Heading, new() { Name = Texts.AppKeys, Exact = true });

    /// <summary>The token that is shown this once; only while its dialog is open.</summary>
    public ILocator Token => page.GetByLabel(Texts.AppKeys_Token, new() { Exact = true });

    private ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    public async Task<AppKeysPage> OpenAsync()
    {
        await page.GotoAsync("/settings/app-keys");
        await Assertions.Expect(Title).ToBeVisibleAsync();
        return this;
    }

    /// <summary>The row of the key.</summary>
    public ILocator Row(string name) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = name });

    /// <summary>Leads to the question whether the key shall end.</summary>
    public ILocator RevokeLink(string name) => page.GetByRole(AriaRole.Link, new() { Name = AppKeyWords.Say(Texts.AppKeys_RevokeNamed, name), Exact = true });

    /// <summary>Makes a key of the store with one role, and returns both halves of it from the dialog that shows them.</summary>
    public async Task<(string Key, string Token)> MakeTheKeyAsync(string name, string role)
    {
        await BeginAsync(name, role);
        return await MakeAsync();
    }

    /// <summary>The same of a key of the external seller with that id.</summary>
    public async Task<(string Key, string Token)> MakeTheSellersKeyAsync(string name, string role, string sellerId)
    {
        await BeginAsync(name, role);
        await Dialog.GetByLabel(Texts.AppKeys_Side, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = Texts.AppKeys_Side_Seller });
        await Dialog.GetByLabel(Texts.AppKeys_Party, new() { Exact = true }).FillAsync(sellerId);
        return await MakeAsync();
    }

    /// <summary>Gives the key a new token, with the time for which the present one stays good as it is offered.</summary>
    public async Task<(string Key, string Token)> NewTokenAsync(string name)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = AppKeyWords.Say(Texts.AppKeys_RotateNamed, name), Exact = true }).ClickAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = Texts.AppKeys_Rotate, Exact = true }).ClickAsync();
        return await ShownAsync();
    }

    public async Task RevokeAsync(string name)
    {
        await RevokeLink(name).ClickAsync();
        await Dialog.GetByRole(AriaRole.Button, new() { Name = Texts.AppKeys_Revoke, Exact = true }).ClickAsync();
        await Assertions.Expect(Dialog).ToHaveCountAsync(0);
    }

    /// <summary>Presses both buttons that copy, and returns what each put on the clipboard.</summary>
    public async Task<(string Key, string Token)> CopiedAsync()
    {
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        return (await CopiedByAsync(Texts.AppKeys_CopyKey), await CopiedByAsync(Texts.AppKeys_CopyToken));
    }

    public async Task CloseAsync()
    {
        await Dialog.GetByRole(AriaRole.Button, new() { Name = Texts.Action_Close, Exact = true }).Last.ClickAsync();
        await Assertions.Expect(Dialog).ToHaveCountAsync(0);
    }

    private async Task BeginAsync(string name, string role)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = Texts.AppKeys_Add }).ClickAsync();
        await Dialog.GetByLabel(Texts.AppKeys_Name, new() { Exact = true }).FillAsync(name);
        await Dialog.GetByLabel(role, new() { Exact = true }).CheckAsync();
    }

    private async Task<(string Key, string Token)> MakeAsync()
    {
        await Dialog.GetByRole(AriaRole.Button, new() { Name = Texts.AppKeys_Make, Exact = true }).ClickAsync();
        return await ShownAsync();
    }

    private async Task<string> CopiedByAsync(string name)
    {
        var button = Dialog.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveTextAsync(Texts.AppKeys_Copied);
        return await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
    }

    private async Task<(string Key, string Token)> ShownAsync()
    {
        await Assertions.Expect(Token).ToBeVisibleAsync();
        return (await page.GetByLabel(Texts.AppKeys_Key, new() { Exact = true }).InputValueAsync(), await Token.InputValueAsync());
    }
}
