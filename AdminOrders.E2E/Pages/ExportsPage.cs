using AdminOrders.Core.Storage.Export;
using AdminOrders.Core.Text;

namespace AdminOrders.E2E.Pages;

/// <summary>Exports: what was written in the background or loaded down.</summary>
internal sealed class ExportsPage(IPage page) : PagePart(page)
{
    public ILocator Title => Heading(Texts.Export_PastTitle);

    /// <summary>The newest of those whose search or filters say that.</summary>
    public ILocator Row(string words) => Root.Locator("tr[data-export]").Filter(new() { HasText = words }).First;

    public async Task<ExportsPage> OpenAsync()
    {
        await Page.GotoAsync("/exports");
        await BeReadyAsync();
        return this;
    }

    /// <summary>Waits until the export is there.</summary>
    public static Task IsInAsync(ILocator row, ExportState state) => Assertions.Expect(row).ToHaveAttributeAsync("data-state", state.ToString());

    /// <summary>Loads the file down and returns its name and its first bytes.</summary>
    public async Task<(string Name, byte[] Bytes)> DownloadAsync(ILocator row)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => row.GetByRole(AriaRole.Link, new() { Name = Texts.Export_Download }).ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return (download.SuggestedFilename, bytes.ToArray());
    }

    public static Task DeleteFileAsync(ILocator row) => row.GetByRole(AriaRole.Button, new() { Name = Texts.Export_Delete }).ClickAsync();
}
