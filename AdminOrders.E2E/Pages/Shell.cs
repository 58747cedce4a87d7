using AdminOrders.Core.Text;

namespace AdminOrders.E2E.Pages;

/// <summary>What stands around every page: search bar, navigation, language, appearance, account.</summary>
internal sealed class Shell(IPage page) : PagePart(page)
{
    public ILocator SearchBar => Root.GetByRole(AriaRole.Combobox, new() { Name = Texts.Search_Label, Exact = true });

    /// <summary>What the search bar offers.</summary>
    public ILocator Suggestions => Root.GetByRole(AriaRole.Option);

    /// <summary>Types into the search bar and presses Enter.</summary>
    public async Task SearchAsync(string text)
    {
        await BeReadyAsync();
        await SearchBar.FillAsync(text);
        await SearchBar.PressAsync("Enter");
    }

    /// <summary>Chooses a language by its own name: English, Español, Português.</summary>
    public async Task ChooseLanguageAsync(string ownName)
    {
        await BeReadyAsync();
        await Button(Texts.Shell_Language).ClickAsync();
        var language = Link(ownName);
        var code = await language.GetAttributeAsync("lang") ?? throw new InvalidOperationException($"{ownName} does not say which language it is.");
        await language.ClickAsync();
        // Words that two languages share say nothing about which page this is.
        await Assertions.Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", code);
        await BeReadyAsync();
    }

    /// <summary>Chooses one of the appearances.</summary>
    public async Task ChooseAppearanceAsync(string name)
    {
        await BeReadyAsync();
        await Button(Texts.Shell_Theme).ClickAsync();
        await Link(name).ClickAsync();
    }

    public async Task SignOutAsync()
    {
        await BeReadyAsync();
        await Root.GetByRole(AriaRole.Button, new() { Name = Beginning(Texts.Account_User) }).ClickAsync();
        await Button(Texts.Account_SignOut).ClickAsync();
    }
}
