using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Pages;

/// <summary>Cancellation requests: the queue.</summary>
internal sealed class RequestsPage(IPage page) : PagePart(page)
{
    public ILocator Title => Heading(Texts.Queue_Title);

    public Shell Shell => new(Page);

    /// <summary>What stands there when no request matches.</summary>
    public ILocator Empty => Heading(Texts.Queue_NothingMatches);

    /// <summary>The bell in the top bar; its name says how many requests are open.</summary>
    public ILocator Bell => Root.GetByRole(AriaRole.Button, new() { Name = Texts.Queue_Title });

    /// <summary>Says how many rows are selected.</summary>
    public ILocator Selected => Root.GetByRole(AriaRole.Region, new() { Name = Texts.Bulk_Title }).GetByRole(AriaRole.Status);

    public ILocator Keys => Page.GetByRole(AriaRole.Dialog, new() { Name = Texts.Queue_Keys, Exact = true });

    public BulkDialog BulkConfirm(int count) => new(Page, count == 1 ? Texts.Bulk_ConfirmTitleOne : Texts.Bulk_ConfirmTitle, count, Texts.Action_ConfirmCancellation);

    public async Task<RequestsPage> OpenAsync(string query = "")
    {
        await Page.GotoAsync("/requests" + query);
        await BeReadyAsync();
        return this;
    }

    /// <summary>The row of an order.</summary>
    public ILocator Row(QaOrder order) => Root.GetByRole(AriaRole.Row).Filter(new() { HasText = order.Id });

    public Task TakeAsync(QaOrder order) => In(order, AriaRole.Button, Texts.Action_Take).ClickAsync();

    public Task ReleaseAsync(QaOrder order) => In(order, AriaRole.Button, Texts.Action_Release).ClickAsync();

    /// <summary>Gives the request to a colleague.</summary>
    public async Task HandOverAsync(QaOrder order, string colleague)
    {
        await In(order, AriaRole.Link, Texts.Action_HandOver).ClickAsync();
        var dialog = await new HandOverDialog(Page).IsOpenAsync();
        await dialog.ChooseAsync(colleague);
        await dialog.ConfirmAsync();
    }

    public async Task<ConfirmDialog> OpenConfirmCancellationAsync(QaOrder order)
    {
        await In(order, AriaRole.Link, Texts.Action_Confirm).ClickAsync();
        return await new ConfirmDialog(Page).IsOpenAsync();
    }

    public async Task<DeclineDialog> OpenDeclineAsync(QaOrder order)
    {
        await In(order, AriaRole.Link, Texts.Action_Decline).ClickAsync();
        return await new DeclineDialog(Page).IsOpenAsync();
    }

    public Task SelectAsync(QaOrder order) => In(order, AriaRole.Checkbox, Texts.Queue_Select.Replace("{0}", order.Id, StringComparison.Ordinal)).CheckAsync();

    /// <summary>Opens the dialog for all that are selected.</summary>
    public async Task<BulkDialog> OpenConfirmCancellationAsync(int selected)
    {
        await Root.GetByRole(AriaRole.Region, new() { Name = Texts.Bulk_Title }).GetByRole(AriaRole.Button, new() { Name = Texts.Action_ConfirmCancellation }).ClickAsync();
        return await BulkConfirm(selected).IsOpenAsync();
    }

    /// <summary>Opens the dialog that declines all that are selected.</summary>
    public async Task<BulkDialog> OpenDeclineAsync(int selected)
    {
        await Root.GetByRole(AriaRole.Region, new() { Name = Texts.Bulk_Title }).GetByRole(AriaRole.Button, new() { Name = Texts.Action_Decline }).ClickAsync();
        return await new BulkDialog(Page, selected == 1 ? Texts.Bulk_DeclineTitleOne : Texts.Bulk_DeclineTitle, selected, Texts.Action_Decline).IsOpenAsync();
    }

    private ILocator In(QaOrder order, AriaRole role, string name) => Row(order).GetByRole(role, new() { Name = name, Exact = true });
}

/// <summary>Hand over: to whom.</summary>
internal sealed class HandOverDialog(IPage page) : OrderDialog(page, Texts.Action_HandOver, Texts.Action_HandOver)
{
    public Task ChooseAsync(string colleague) => Field(Texts.HandOver_To).SelectOptionAsync(new SelectOptionValue { Label = colleague });
}

/// <summary>One answer to several requests.</summary>
internal sealed class BulkDialog(IPage page, string title, int count, string confirmLabel)
    : OrderDialog(page, title.Replace("{0}", $"{count}", StringComparison.Ordinal), confirmLabel)
{
    /// <summary>What is said of one order.</summary>
    public ILocator Line(QaOrder order) => Root.GetByRole(AriaRole.Listitem).Filter(new() { HasText = order.Id });

    /// <summary>Says yes and begins; what becomes of each shows on a page of its own.</summary>
    public async Task ConfirmCancellationAsync()
    {
        await Field(Texts.Bulk_Understood).CheckAsync();
        await ConfirmButton.ClickAsync();
    }
}
