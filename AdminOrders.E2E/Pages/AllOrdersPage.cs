using AdminOrders.Core.Text;
using AdminOrders.E2E.Support;

namespace AdminOrders.E2E.Pages;

/// <summary>All orders: the list.</summary>
internal sealed class AllOrdersPage(IPage page) : PagePart(page)
{
    public ILocator Title => Heading(Texts.AllOrders);

    public Shell Shell => new(Page);

    /// <summary>The rows of orders, without the head.</summary>
    public ILocator Rows => Root.GetByRole(AriaRole.Row).Filter(new() { Has = Page.GetByRole(AriaRole.Cell) });

    public async Task<AllOrdersPage> OpenAsync(string query = "")
    {
        await Page.GotoAsync("/orders" + query);
        await BeReadyAsync();
        return this;
    }

    public Task IsReadyAsync() => BeReadyAsync();

    /// <summary>The row of an order.</summary>
    public ILocator Row(TestOrder order) => Rows.Filter(new() { HasText = order.Id });

    /// <summary>Narrows the list to what a text finds.</summary>
    public Task FindAsync(string text) => Shell.SearchAsync(text);
}
