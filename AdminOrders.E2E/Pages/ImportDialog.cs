using AdminOrders.Core.Text;

namespace AdminOrders.E2E.Pages;

/// <summary>Import: a file of order documents.</summary>
internal sealed class ImportDialog(IPage page) : PagePart(page)
{
    private const float LongestImport = 60_000;

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog, new() { Name = Texts.Import_Orders, Exact = true });

    protected override ILocator Root => Dialog;

    /// <summary>How many documents were bad, each with its line and reason.</summary>
    public ILocator Failures => Root.GetByRole(AriaRole.Region, new() { Name = Texts.Import_Failed, Exact = true });

    /// <summary>Chooses a file of that content and waits until all of it is in.</summary>
    public async Task ImportAsync(string documents)
    {
        var file = new FilePayload { Name = "orders.ndjson", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(documents) };
        await Root.GetByLabel(Texts.Import_Drop).SetInputFilesAsync(file);
        await Assertions.Expect(Root.GetByText(Texts.Import_Done, new() { Exact = true })).ToBeVisibleAsync(new() { Timeout = LongestImport });
    }

    public Task CloseAsync() => Root.GetByRole(AriaRole.Button, new() { Name = Texts.Action_Close, Exact = true }).Last.ClickAsync();
}
