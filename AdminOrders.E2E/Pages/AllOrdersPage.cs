using AdminOrders.Core.Text;
using AdminOrders.E2E.Support;

namespace AdminOrders.E2E.Pages;

/// <summary>All orders: the list.</summary>
internal sealed class AllOrdersPage(IPage page) : PagePart(page)
{
    public ILocator Title => Heading(Texts.AllOrders);

    public Shell Shell => new(Page);

    public async Task<AllOrdersPage> OpenAsync(string query = "")
    {
        await Page.GotoAsync("/orders" + query);
        await BeReadyAsync();
        return this;
    }

    /// <summary>The row of an order.</summary>
    public ILocator Row(TestOrder order) => Root.GetByRole(AriaRole.Row).Filter(new() { HasText = order.Id });
}
