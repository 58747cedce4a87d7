using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Qa;

namespace AdminOrders.E2E.Pages;

/// <summary>All orders: the list.</summary>
internal sealed class AllOrdersPage(IPage page) : PagePart(page)
{
    public ILocator Title => Heading(Texts.AllOrders);

    public Shell Shell => new(Page);

    /// <summary>The rows of orders, without the head.</summary>
    public ILocator Rows => Root.GetByRole(AriaRole.Row).Filter(new() { Has = Page.GetByRole(AriaRole.Cell) });

    /// <summary>The heads of the columns, in their order.</summary>
    public ILocator Heads => Root.GetByRole(AriaRole.Columnheader).Filter(new() { HasNot = Page.GetByRole(AriaRole.Checkbox) });

    /// <summary>How many orders the filters find.</summary>
    public ILocator Count => Root.Locator("[data-count]");

    /// <summary>Opens the saved views.</summary>
    public ILocator Views => Button(Texts.Views);

    public ILocator Columns => Button(Texts.Columns);

    public ILocator GoToDate => Field(Texts.List_GoToDate);

    /// <summary>The saved view that the list came from.</summary>
    public ILocator ActiveView => Root.Locator(".active-view");

    public async Task<AllOrdersPage> OpenAsync(string query = "")
    {
        await Page.GotoAsync("/orders" + query);
        await BeReadyAsync();
        return this;
    }

    public Task IsReadyAsync() => BeReadyAsync();

    /// <summary>The row of an order.</summary>
    public ILocator Row(QaOrder order) => Rows.Filter(new() { HasText = order.Id });

    /// <summary>How many products the order has.</summary>
    public ILocator Quantity(QaOrder order) => Row(order).Locator(".products-count");

    /// <summary>Their names, while somebody looks at the quantity.</summary>
    public ILocator Products(QaOrder order) => Row(order).GetByRole(AriaRole.Tooltip);

    /// <summary>The order at that place of the list, the first is 0: a link to its page.</summary>
    public ILocator OrderAt(int place) => Rows.Nth(place).GetByRole(AriaRole.Link);

    /// <summary>What stands there when nothing is found.</summary>
    public ILocator Empty => Heading(Texts.List_NothingMatches);

    /// <summary>What stands there when the list cannot be read.</summary>
    public ILocator Failure => Heading(Texts.List_Failed);

    public Task TryAgainAsync() => Button(Texts.Action_TryAgain).ClickAsync();

    public async Task<OrderPage> OpenOrderAsync(int place)
    {
        await OrderAt(place).ClickAsync();
        return new OrderPage(Page);
    }

    public async Task<ImportDialog> OpenImportOrdersAsync()
    {
        await Button(Texts.Import_Orders).ClickAsync();
        return new ImportDialog(Page);
    }

    /// <summary>Exports what the list shows, one row for each order, and returns the file.</summary>
    public async Task<string> ExportOrdersAsync()
    {
        var dialog = await OpenExportOrdersAsync();
        await dialog.GetByRole(AriaRole.Radio, new() { Name = Texts.Export_PerOrder, Exact = true }).CheckAsync();
        var download = await Page.RunAndWaitForDownloadAsync(() => dialog.GetByRole(AriaRole.Button, new() { Name = Texts.Export_Download }).ClickAsync());
        await dialog.GetByRole(AriaRole.Button, new() { Name = Texts.Action_Close }).Last.ClickAsync();
        await using var file = await download.CreateReadStreamAsync();
        return await new StreamReader(file).ReadToEndAsync();
    }

    /// <summary>Opens what asks how to export.</summary>
    public async Task<ILocator> OpenExportOrdersAsync()
    {
        await Button(Texts.Export_Orders).ClickAsync();
        return Page.GetByRole(AriaRole.Dialog, new() { Name = Texts.Export_Title });
    }

    /// <summary>Has what the list shows written as a workbook while somebody does something else.</summary>
    public async Task<ExportsPage> ExportInTheBackgroundAsync()
    {
        var dialog = await OpenExportOrdersAsync();
        await dialog.GetByRole(AriaRole.Radio, new() { Name = Texts.Export_PerOrder, Exact = true }).CheckAsync();
        await dialog.GetByRole(AriaRole.Radio, new() { Name = Texts.Export_Xlsx, Exact = true }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = Texts.Export_Background, Exact = true }).ClickAsync();
        var exports = new ExportsPage(Page);
        await Assertions.Expect(exports.Title).ToBeVisibleAsync();
        return exports;
    }

    /// <summary>Narrows the list to orders that were taken one after the other, whose sequences begin alike, and waits for them.</summary>
    public async Task SearchAsync(IReadOnlyCollection<QaOrder> orders)
    {
        const int Alike = 6;
        await SearchAsync(orders.First().Sequence[..Alike]);
        foreach (var order in orders)
        {
            await Assertions.Expect(Row(order)).ToBeVisibleAsync();
        }

        await BeReadyAsync();
    }

    /// <summary>Chooses an order, or leaves it.</summary>
    public Task SelectAsync(QaOrder order) => Row(order).GetByLabel(Texts.Queue_Select.Replace("{0}", order.Id, StringComparison.Ordinal), new() { Exact = true }).ClickAsync();

    /// <summary>Chooses every row of the page.</summary>
    public Task SelectAllAsync() => Page.GetByLabel(Texts.Queue_SelectAll, new() { Exact = true }).ClickAsync();

    /// <summary>Drafts the cancellation of the orders that are chosen.</summary>
    public async Task<BulkPage> CancelOrdersAsync()
    {
        await Button(Texts.Job_CancelSelected).ClickAsync();
        return await new BulkPage(Page).IsReadyAsync();
    }

    /// <summary>Narrows the list to what a text finds.</summary>
    public async Task SearchAsync(string text)
    {
        await Field(Texts.List_Search).FillAsync(text);
        await Field(Texts.List_Search).PressAsync("Enter");
    }

    /// <summary>Narrows the list to one order and waits for it.</summary>
    public async Task SearchAsync(QaOrder order)
    {
        await SearchAsync(order.Sequence);
        await Assertions.Expect(Rows).ToHaveCountAsync(1);
        await Assertions.Expect(Row(order)).ToBeVisibleAsync();
    }
}
