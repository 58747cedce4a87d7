using System.Globalization;
using System.Text;
using AdminOrders.Core.Text;

namespace AdminOrders.E2E.Pages;

/// <summary>Stock: what each warehouse has of a SKU.</summary>
internal sealed class StockPage(IPage page) : PagePart(page)
{
    public ILocator Title => Heading(Texts.Stock_Title);

    /// <summary>What stands there when nothing matches.</summary>
    public ILocator Empty => Heading(Texts.Stock_NothingMatches);

    /// <summary>What is behind the figures of a level.</summary>
    public ILocator Level(string sku, string warehouse) => Page.GetByRole(AriaRole.Dialog, new() { Name = $"{sku} · {warehouse}", Exact = true });

    public async Task<StockPage> OpenAsync(string query = "")
    {
        await Page.GotoAsync("/stock" + query);
        await BeReadyAsync();
        return this;
    }

    public ILocator Row(string sku, string warehouse) => Root.Locator($"tr[data-sku='{sku}'][data-warehouse='{warehouse}']");

    /// <summary>How many units orders hold of it.</summary>
    public ILocator Held(string sku, string warehouse) => Row(sku, warehouse).Locator("td[data-held]");

    /// <summary>The first level that is shown of which orders hold units.</summary>
    public async Task<(string Sku, string Warehouse)> ChooseReservedAsync()
    {
        var row = Root.Locator("tr[data-sku]").Filter(new() { HasNot = Page.Locator("td[data-held='0']") }).First;
        return ((await row.GetAttributeAsync("data-sku"))!, (await row.GetAttributeAsync("data-warehouse"))!);
    }

    public async Task<CountDialog> OpenCountAsync(string sku, string warehouse)
    {
        var name = CountDialog.TitleOf(sku, warehouse);
        await Row(sku, warehouse).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        return await new CountDialog(Page, name).IsOpenAsync();
    }

    public QuarantineDialog Quarantine(string sku, string warehouse) => new(Page, QuarantineDialog.TitleOf(sku, warehouse));

    /// <summary>Gives a file of those counts and waits until all of it is in.</summary>
    public async Task<ILocator> FillCountsFromAFileAsync(string lines)
    {
        await Link(Texts.Stock_CountFile).ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog, new() { Name = Texts.Stock_CountFile, Exact = true });
        await dialog.GetByLabel(Texts.Import_Drop).SetInputFilesAsync(new FilePayload { Name = "counts.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(lines) });
        await Assertions.Expect(dialog.GetByText(Texts.Import_Done, new() { Exact = true })).ToBeVisibleAsync();
        return dialog;
    }
}

/// <summary>Units that leave quarantine.</summary>
internal sealed class QuarantineDialog(IPage page, string title) : OrderDialog(page, title, Texts.Stock_Quarantine)
{
    public static string TitleOf(string sku, string warehouse) =>
        Texts.Stock_QuarantineOf.Replace("{0}", sku, StringComparison.Ordinal).Replace("{1}", warehouse, StringComparison.Ordinal);

    public async Task FillAsync(long units, string reason)
    {
        await Field(Texts.Stock_Quantity).FillAsync(units.ToString(CultureInfo.InvariantCulture));
        await Field(Texts.Stock_QuarantineReason).FillAsync(reason);
    }
}

/// <summary>A count by hand.</summary>
internal sealed class CountDialog(IPage page, string title) : OrderDialog(page, title, Texts.Action_Save)
{
    public static string TitleOf(string sku, string warehouse) =>
        Texts.Stock_CountOf.Replace("{0}", sku, StringComparison.Ordinal).Replace("{1}", warehouse, StringComparison.Ordinal);

    public async Task FillAsync(long units, string note)
    {
        await Field(Texts.Stock_Quantity).FillAsync(units.ToString(CultureInfo.InvariantCulture));
        await Field(Texts.Stock_Note).FillAsync(note);
    }
}
