namespace AdminOrders.E2E.Pages;

/// <summary>A page or a part of one. Finds things as people do: by role and by the words of the current language.</summary>
internal abstract class PagePart(IPage page)
{
    public IPage Page => page;

    /// <summary>The part of the page that everything is looked for in.</summary>
    protected virtual ILocator Root => page.Locator("body");

    /// <summary>Waits until a click would be heard.</summary>
    protected Task BeReadyAsync() => page.Locator("html[data-interactive]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

    protected ILocator Button(string name) => Root.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    protected ILocator Link(string name) => Root.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    protected ILocator Heading(string name) => Root.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    protected ILocator Field(string label) => Root.GetByLabel(label, new() { Exact = true });

    /// <summary>What a text says before its first place: "Account of" of "Account of {0}".</summary>
    protected static string Beginning(string text) => text.Split('{')[0].Trim();
}
