namespace AdminOrders.E2E.Pages;

/// <summary>What the API offers, to look at. Its pages are Swagger UI's, in English.</summary>
internal sealed class ApiDocsPage(IPage page)
{
    public IPage Page => page;

    public async Task<ApiDocsPage> OpenAsync()
    {
        await page.GotoAsync("/api-docs");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "AdminOrders API" })).ToBeVisibleAsync();
        return this;
    }

    /// <summary>The operation under that tag.</summary>
    public ILocator Operation(string tag, string id) => page.Locator($"#operations-{tag}-{id}");

    public Task OpenTheOperationAsync(string tag, string id) => Operation(tag, id).GetByRole(AriaRole.Button).First.ClickAsync();
}
