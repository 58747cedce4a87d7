using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Pages;

/// <summary>The page of one order. What may be done there is done by verbs that are called as the app calls it; they end when it is done.</summary>
internal sealed class OrderPage(IPage page) : PagePart(page)
{
    public Shell Shell => new(Page);

    /// <summary>The mark that tells packers to stop.</summary>
    public ILocator Hold => Root.GetByText(Texts.Order_Hold, new() { Exact = true });

    /// <summary>Who asked for the cancellation, for whom, when, why and until when.</summary>
    public ILocator Request => Region(Texts.Order_RequestTitle);

    /// <summary>Who canceled, for whom, when and why.</summary>
    public ILocator Canceled => Region(Texts.Order_CanceledTitle);

    /// <summary>What must be seen before anything else, above the order.</summary>
    public ILocator Notices => Root.Locator(".order-notices");

    public ILocator History => Region(Texts.Order_History);

    public ILocator Comments => Region(Texts.Order_Comments);

    /// <summary>Opens the dialog; a link, because the dialog has an address.</summary>
    public ILocator CancelOrderButton => Link(Texts.Action_CancelOrder);

    /// <summary>Opens the page by its address.</summary>
    public async Task<OrderPage> OpenAsync(QaOrder order, string query = "")
    {
        await Page.GotoAsync($"/orders/{order.Id}{query}");
        await BeReadyAsync();
        return this;
    }

    /// <summary>Waits until the page shows that order.</summary>
    public Task ShowsAsync(QaOrder order) =>
        Assertions.Expect(Root.GetByRole(AriaRole.Heading, new() { Name = order.Id, Level = 1 })).ToBeVisibleAsync();

    /// <summary>Waits until the order has that status, in the page and in the window's title.</summary>
    public async Task HasStatusAsync(string label)
    {
        await Assertions.Expect(Root.GetByText(label, new() { Exact = true }).First).ToBeVisibleAsync();
        await Assertions.Expect(Page).ToHaveTitleAsync($"{await OrderIdAsync()} · {label} · AdminOrders");
    }

    /// <summary>How often the history tells that kind of thing.</summary>
    public ILocator HistoryEntries(string what) => History.GetByRole(AriaRole.Listitem).Filter(new() { HasText = what });

    /// <summary>The customer's link, as the dialog gives it to be copied.</summary>
    public async Task<string> CopyCustomerLinkAsync()
    {
        await ChooseAsync(Texts.CustomerLink_Copy);
        var link = Page.GetByRole(AriaRole.Dialog).GetByLabel(Texts.CustomerLink_Link, new() { Exact = true });
        await Assertions.Expect(link).ToBeVisibleAsync();
        var address = await link.InputValueAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = Texts.Action_Close, Exact = true }).Last.ClickAsync();
        await Assertions.Expect(link).ToHaveCountAsync(0);
        return address;
    }

    /// <param name="reason">As the store's list words it; null: the first.</param>
    /// <param name="details">What the customer said.</param>
    public async Task CancelOrderAsync(string? reason = null, string details = "")
    {
        var dialog = await OpenCancelOrderAsync();
        await dialog.FillAsync(reason, details);
        await dialog.ConfirmAsync();
    }

    public async Task ConfirmCancellationAsync() => await (await OpenConfirmCancellationAsync()).ConfirmAsync();

    public async Task DeclineAsync(string internalReason, string customerText)
    {
        var dialog = await OpenDeclineAsync();
        await dialog.FillAsync(internalReason, customerText);
        await dialog.ConfirmAsync();
    }

    public async Task WithdrawRequestAsync() => await (await OpenWithdrawRequestAsync()).ConfirmAsync();

    public async Task StartHandlingAsync()
    {
        var dialog = await OpenStartHandlingAsync();
        await dialog.UnderstandAsync();
        await dialog.ConfirmAsync();
    }

    /// <summary>Everything that is not invoiced yet.</summary>
    public async Task InvoiceAsync(string number)
    {
        var dialog = await OpenInvoiceAsync();
        await dialog.FillInvoiceNumberAsync(number);
        await dialog.ConfirmAsync();
    }

    /// <summary>Everything that has not come back yet.</summary>
    public async Task ReturnItemsAsync(string entranceInvoice, string reason)
    {
        var dialog = await OpenReturnItemsAsync();
        await dialog.FillAsync(entranceInvoice, reason);
        await dialog.ConfirmAsync();
    }

    public Task ApprovePaymentAsync() => StepAsync(Texts.Action_ApprovePayment);

    public Task AuthorizeFulfillmentAsync() => StepAsync(Texts.Action_AuthorizeFulfillment);

    public Task EndTheCancellationWindowAsync() => StepAsync(Texts.Action_EndWindow);

    public async Task<CancelDialog> OpenCancelOrderAsync()
    {
        await CancelOrderButton.ClickAsync();
        return await new CancelDialog(Page).IsOpenAsync();
    }

    public async Task<ConfirmDialog> OpenConfirmCancellationAsync()
    {
        await Link(Texts.Action_ConfirmCancellation).ClickAsync();
        return await new ConfirmDialog(Page).IsOpenAsync();
    }

    public async Task<DeclineDialog> OpenDeclineAsync()
    {
        await Link(Texts.Action_Decline).ClickAsync();
        return await new DeclineDialog(Page).IsOpenAsync();
    }

    public async Task<WithdrawDialog> OpenWithdrawRequestAsync()
    {
        await Link(Texts.Action_Withdraw).ClickAsync();
        return await new WithdrawDialog(Page).IsOpenAsync();
    }

    public async Task<StartHandlingDialog> OpenStartHandlingAsync()
    {
        await ChooseAsync(Texts.Action_StartHandling);
        return await new StartHandlingDialog(Page).IsOpenAsync();
    }

    public async Task<InvoiceDialog> OpenInvoiceAsync()
    {
        await ChooseAsync(Texts.Action_Invoice);
        return await new InvoiceDialog(Page).IsOpenAsync();
    }

    public async Task<ReturnItemsDialog> OpenReturnItemsAsync()
    {
        await ChooseAsync(Texts.Action_ReturnItems);
        return await new ReturnItemsDialog(Page).IsOpenAsync();
    }

    public async Task<ChangeItemsDialog> OpenChangeItemsAsync()
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
        await Assertions.Expect(Comments).ToContainTextAsync(text);
    }

    public Task NextOrderAsync() => Link(Texts.Order_Next).ClickAsync();

    public Task PreviousOrderAsync() => Link(Texts.Order_Previous).ClickAsync();

    private async Task StepAsync(string action)
    {
        await ChooseAsync(action);
        await (await new StepDialog(Page, action).IsOpenAsync()).ConfirmAsync();
    }

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
