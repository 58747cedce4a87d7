using AdminOrders.Core.Storage.Insights;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Insights;

namespace AdminOrders.E2E.Pages;

/// <summary>Insights: figures about canceled orders.</summary>
internal sealed class InsightsPage(IPage page) : PagePart(page)
{
    public ILocator Title => Heading(Texts.Insights_Title);

    /// <summary>The way here from every page.</summary>
    public ILocator InSidebar => Root.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = Texts.Insights_Title, Exact = true });

    /// <summary>How many orders the figures are of; a link to them.</summary>
    public ILocator Figure => Root.Locator("[data-figure=canceled]");

    public ILocator SearchField => Field(Texts.List_Search);

    public ILocator Empty => Heading(Texts.Insights_None);

    public ILocator ShowTable => Button(Texts.Insights_ShowTable);

    /// <summary>The same over time as a table.</summary>
    public ILocator Periods => Root.Locator("[data-periods]");

    public async Task<InsightsPage> OpenAsync(string query = "")
    {
        await Page.GotoAsync("/insights" + query);
        await BeReadyAsync();
        return this;
    }

    /// <summary>Narrows the figures to what a text finds.</summary>
    public async Task SearchAsync(string text)
    {
        await SearchField.FillAsync(text);
        await SearchField.PressAsync("Enter");
    }

    public Task ShowTableAsync() => ShowTable.ClickAsync();

    /// <summary>The bars of a chart that lead to their orders, as links.</summary>
    public ILocator Bars(InsightKind kind) => Chart(kind).GetByRole(AriaRole.Link);

    /// <summary>How many orders the bar at that place says, of those that lead to them.</summary>
    public ILocator NumberAt(InsightKind kind, int place) =>
        Chart(kind).GetByRole(AriaRole.Row).Filter(new() { Has = Page.GetByRole(AriaRole.Link) }).Nth(place).GetByRole(AriaRole.Cell);

    private ILocator Chart(InsightKind kind) => Root.GetByRole(AriaRole.Region, new() { Name = InsightWords.Of(kind), Exact = true });
}
