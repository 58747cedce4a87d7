using AdminOrders.Core.Text;

namespace AdminOrders.E2E.Pages;

/// <summary>Settings › Orders.</summary>
internal sealed class OrderSettingsPage(IPage page)
{
    public ILocator Title => page.GetByRole(AriaRole.Heading, new() { Name = Texts.OrderSettings, Exact = true });

    /// <summary>What somebody else has saved meanwhile.</summary>
    public ILocator Conflict => page.GetByRole(AriaRole.Alert).Filter(new() { HasText = Texts.OrderSettings_Conflict });

    public ILocator SaveButton => page.GetByRole(AriaRole.Button, new() { Name = Texts.Action_Save, Exact = true });

    /// <summary>Opens the page by its address and waits until it can be filled in.</summary>
    public async Task<OrderSettingsPage> OpenAsync()
    {
        await page.GotoAsync("/settings/orders");
        await Assertions.Expect(Title).ToBeVisibleAsync();
        await page.Locator("html[data-interactive]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return this;
    }

    /// <summary>The field with that label.</summary>
    public ILocator Field(string label) => page.GetByLabel(label, new() { Exact = true });

    /// <param name="when">One of the answers to when a second person must confirm.</param>
    public Task ChooseSecondPersonAsync(string when) => page.GetByRole(AriaRole.Radio, new() { Name = when, Exact = true }).CheckAsync();

    public async Task FillAsync(string label, string text)
    {
        await Field(label).FillAsync(text);
        await Field(label).BlurAsync();
    }

    public Task PressSaveAsync() => SaveButton.ClickAsync();

    /// <summary>Saves and waits until that is done.</summary>
    public async Task SaveAsync()
    {
        await PressSaveAsync();
        await IsSavedAsync();
    }

    /// <summary>Waits until the page says so.</summary>
    public Task IsSavedAsync() => Assertions.Expect(page.GetByText(Texts.OrderSettings_Saved, new() { Exact = true }).First).ToBeAttachedAsync();
}
