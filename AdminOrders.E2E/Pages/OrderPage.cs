using AdminOrders.Core.Text;
using AdminOrders.E2E.Support;

namespace AdminOrders.E2E.Pages;

/// <summary>The page of one order.</summary>
internal sealed class OrderPage(IPage page) : PagePart(page)
{
    public Shell Shell => new(Page);

    /// <summary>The mark that tells packers to stop.</summary>
    public ILocator Hold => Root.GetByText(Texts.Order_Hold, new() { Exact = true });

    /// <summary>Who asked for the cancellation, for whom, when, why and until when.</summary>
    public ILocator Request => Region(Texts.Order_RequestTitle);

    /// <summary>Who canceled, for whom, when and why.</summary>
    public ILocator Canceled => Region(Texts.Order_CanceledTitle);

    public ILocator History => Region(Texts.Order_History);

    public ILocator Comments => Region(Texts.Order_Comments);

    /// <summary>Opens the dialog; a link, because the dialog has an address.</summary>
    public ILocator CancelOrderButton => Link(Texts.Action_CancelOrder);

    /// <summary>Opens the page by its address.</summary>
    public async Task<OrderPage> OpenAsync(TestOrder order, string query = "")
    {
        await Page.GotoAsync($"/orders/{order.Id}{query}");
        await BeReadyAsync();
        return this;
    }

    /// <summary>Waits until the page shows that order.</summary>
    public Task ShowsAsync(TestOrder order) =>
        Assertions.Expect(Root.GetByRole(AriaRole.Heading, new() { Name = order.Id, Level = 1 })).ToBeVisibleAsync();

    /// <summary>Waits until the order has that status, in the page and in the window's title.</summary>
    public async Task HasStatusAsync(string label)
    {
        await Assertions.Expect(Root.GetByText(label, new() { Exact = true }).First).ToBeVisibleAsync();
        await Assertions.Expect(Page).ToHaveTitleAsync($"{await OrderIdAsync()} · {label} · AdminOrders");
    }

    /// <summary>How often the history tells that kind of thing.</summary>
    public ILocator HistoryEntries(string what) => History.GetByRole(AriaRole.Listitem).Filter(new() { HasText = what });

    public async Task<CancelDialog> CancelOrderAsync()
    {
        await CancelOrderButton.ClickAsync();
        return await new CancelDialog(Page).IsOpenAsync();
    }

    public async Task<ConfirmDialog> ConfirmCancellationAsync()
    {
        await Link(Texts.Action_ConfirmCancellation).ClickAsync();
        return await new ConfirmDialog(Page).IsOpenAsync();
    }

    public async Task<DeclineDialog> DeclineAsync()
    {
        await Link(Texts.Action_Decline).ClickAsync();
        return await new DeclineDialog(Page).IsOpenAsync();
    }

    public async Task<WithdrawDialog> WithdrawAsync()
    {
        await Link(Texts.Action_Withdraw).ClickAsync();
        return await new WithdrawDialog(Page).IsOpenAsync();
    }

    public async Task<StartHandlingDialog> StartHandlingAsync()
    {
        await ChooseAsync(Texts.Action_StartHandling);
        return await new StartHandlingDialog(Page).IsOpenAsync();
    }

    public async Task<InvoiceDialog> InvoiceAsync()
    {
        await ChooseAsync(Texts.Action_Invoice);
        return await new InvoiceDialog(Page).IsOpenAsync();
    }

    public async Task<ReturnItemsDialog> ReturnItemsAsync()
    {
        await ChooseAsync(Texts.Action_ReturnItems);
        return await new ReturnItemsDialog(Page).IsOpenAsync();
    }

    public async Task<ChangeItemsDialog> ChangeItemsAsync()
    {
        await ChooseAsync(Texts.Action_ChangeItems);
        return await new ChangeItemsDialog(Page).IsOpenAsync();
    }

    /// <summary>Asks a button that cannot be used why; returns what it says and the ways out that it names.</summary>
    public async Task<ILocator> AskWhyAsync(string action)
    {
        var button = Button(action).First;
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-disabled", "true");
        // Playwright takes aria-disabled for "cannot be clicked"; people click it to learn why.
        await button.ClickAsync(new() { Force = true });
        return Page.Locator($"[id='{await button.GetAttributeAsync("popovertarget")}']");
    }

    public async Task CommentAsync(string text)
    {
        await Comments.GetByRole(AriaRole.Textbox).FillAsync(text);
        await Comments.GetByRole(AriaRole.Button, new() { Name = Texts.Order_Send, Exact = true }).ClickAsync();
    }

    public Task NextAsync() => Link(Texts.Order_Next).ClickAsync();

    public Task PreviousAsync() => Link(Texts.Order_Previous).ClickAsync();

    // The action stands in the bar, or else under Actions.
    private async Task ChooseAsync(string action)
    {
        if (!await Link(action).First.IsVisibleAsync())
        {
            await Button(Texts.Order_Actions).ClickAsync();
        }

        await Link(action).First.ClickAsync();
    }

    private ILocator Region(string title) => Root.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });

    private async Task<string> OrderIdAsync() => (await Root.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync()).Split(' ')[0];
}
