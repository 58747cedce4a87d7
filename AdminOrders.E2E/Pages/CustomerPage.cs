using AdminOrders.Core.Text;

namespace AdminOrders.E2E.Pages;

/// <summary>An order's page for its customer: no account, no circuit.</summary>
internal sealed class CustomerPage(IPage page) : PagePart(page)
{
    /// <summary>What the page says after something was sent.</summary>
    public ILocator Said => Root.GetByRole(AriaRole.Status);

    public ILocator Trouble => Root.GetByRole(AriaRole.Alert);

    /// <summary>Where the order stands, in the customer's words.</summary>
    public ILocator State => Root.Locator(".my-state");

    /// <summary>What was asked and what came of it.</summary>
    public ILocator Answer => Root.Locator("[aria-labelledby=answer]");

    /// <summary>Why nothing can be asked.</summary>
    public ILocator WhyNot => Region(Texts.My_NoTitle);

    public ILocator RequestCancellationButton => Root.Locator("summary");

    /// <summary>All reasons together.</summary>
    public ILocator Reasons => Root.GetByRole(AriaRole.Group, new() { Name = Texts.My_Why, Exact = true });

    public ILocator Text => Field(Texts.My_OtherText);

    public ILocator SendButton => Root.Locator("details button[type=submit]");

    public ILocator WithdrawButton => Button(Texts.My_Withdraw);

    private ILocator WhatWillHappen => Root.Locator("details .notice");

    /// <summary>Opens the link that somebody copied.</summary>
    public async Task<CustomerPage> OpenAsync(string link)
    {
        await Page.GotoAsync(link);
        await Assertions.Expect(State).ToBeVisibleAsync();
        return this;
    }

    /// <summary>Opens the form, and waits for what it promises.</summary>
    public async Task OpenRequestCancellationAsync(string promise)
    {
        await RequestCancellationButton.ClickAsync();
        await Assertions.Expect(WhatWillHappen).ToContainTextAsync(promise);
    }

    public Task ChooseReasonAsync(string label) => Reason(label).CheckAsync();

    /// <summary>The choice of a reason.</summary>
    public ILocator Reason(string label) => Root.GetByRole(AriaRole.Radio, new() { Name = label, Exact = true });

    /// <summary>Sends the form and waits for the page that answers it.</summary>
    public async Task SendRequestAsync(string text)
    {
        await ChooseReasonAsync(Texts.My_Other);
        await Text.FillAsync(text);
        await SendButton.ClickAsync();
        await Assertions.Expect(Said).ToBeVisibleAsync();
    }

    public async Task WithdrawMyRequestAsync()
    {
        await WithdrawButton.ClickAsync();
        await Assertions.Expect(Said).ToHaveTextAsync(Texts.My_Said_Withdrawn);
    }

    private ILocator Region(string name) => Root.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });
}
