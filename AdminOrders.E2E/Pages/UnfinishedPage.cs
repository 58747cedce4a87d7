using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Pages;

/// <summary>Unfinished work: what orders owe the outside.</summary>
internal sealed class UnfinishedPage(IPage page) : PagePart(page)
{
    public ILocator Title => Heading(Texts.Unfinished_Title);

    /// <summary>What stands there when nothing matches.</summary>
    public ILocator Empty => Heading(Texts.Unfinished_NothingMatches);

    public DoneByHandDialog DoneByHand(string what) => new(Page, what);

    public async Task<UnfinishedPage> OpenAsync(string query = "")
    {
        await Page.GotoAsync("/unfinished" + query);
        await BeReadyAsync();
        return this;
    }

    /// <summary>What the order owes of that kind.</summary>
    public ILocator Row(QaOrder order, UnfinishedKind kind) => Root.Locator($"tr[data-order='{order.Id}'][data-kind='{kind}']");

    public Task SelectAsync(QaOrder order, UnfinishedKind kind) => Row(order, kind).GetByRole(AriaRole.Checkbox).CheckAsync();

    public async Task<DoneByHandDialog> OpenDoneByHandAsync(QaOrder order, UnfinishedKind kind, string what)
    {
        await Row(order, kind).GetByRole(AriaRole.Button, new() { Name = Texts.Unfinished_ByHand, Exact = true }).ClickAsync();
        return await DoneByHand(what).IsOpenAsync();
    }

    /// <summary>Has it tried again.</summary>
    public Task RetryAsync(QaOrder order, UnfinishedKind kind) =>
        Row(order, kind).GetByRole(AriaRole.Button, new() { Name = Texts.Unfinished_Retry, Exact = true }).ClickAsync();

    /// <summary>Chooses what to do about all that are selected.</summary>
    public Task RetryAsync() => Root.GetByRole(AriaRole.Region, new() { Name = Texts.Bulk_Title }).GetByRole(AriaRole.Button, new() { Name = Texts.Unfinished_Retry, Exact = true }).ClickAsync();
}

/// <summary>Done by hand: why.</summary>
/// <param name="what">What is marked as done.</param>
internal sealed class DoneByHandDialog(IPage page, string what)
    : OrderDialog(page, Texts.Unfinished_ByHandTitle.Replace("{0}", what, StringComparison.Ordinal), Texts.Unfinished_ByHand)
{
    public Task FillAsync(string reason) => Field(Texts.Unfinished_Reason).FillAsync(reason);
}
