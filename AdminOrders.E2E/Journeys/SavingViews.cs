using AdminOrders.Core.Text;
using AdminOrders.E2E.Pages;
using AdminOrders.E2E.Support;

namespace AdminOrders.E2E.Journeys;

/// <summary>Views of All orders that have a name, and columns as somebody wants them. Each name is of this run; what was saved is deleted.</summary>
public sealed class SavingViews(SharedStore store) : Journey(store), IClassFixture<SharedStore>
{
    private static readonly string[] Panels = ["views", "save-view", "share-filters", "import-filters", "columns"];
    private readonly string name = $"To pack {Guid.NewGuid():N}"[..16];

    [Fact]
    public Task A_view_is_saved_opened_renamed_and_deleted_without_a_mouse() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Support);
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        var list = await new AllOrdersPage(page).OpenAsync("?status=handling&sort=value");
        var dialog = new SavedViewDialogs(page);
        await page.PressByKeyAsync(list.Views);
        await page.PressByKeyAsync(dialog.SaveThisView);
        await Assertions.Expect(dialog.Name).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(dialog.Name).ToBeFocusedAsync();
        await keys.TypeAsync(name);
        await keys.PressAsync("Enter");
        await Assertions.Expect(list.ActiveView).ToContainTextAsync(name);

        await page.PressByKeyAsync(list.Columns);
        await page.TabToAsync(dialog.Column(Texts.List_Payment));
        await keys.PressAsync("Space");
        await page.PressByKeyAsync(dialog.MoveUp(Texts.List_Total));
        // A browser takes the focus away from what moves; the page gives it back.
        await Assertions.Expect(dialog.ColumnAt(5)).ToContainTextAsync(Texts.List_Total);
        await Assertions.Expect(dialog.MoveUp(Texts.List_Total)).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await page.PressByKeyAsync(dialog.Save);
        await Assertions.Expect(list.Heads).ToHaveCountAsync(10);
        Assert.Equal([Texts.List_Date, Texts.List_LastChange, Texts.List_Total], (await list.Heads.AllInnerTextsAsync()).Skip(2).Take(3));
        await Assertions.Expect(list.ActiveView).ToHaveCountAsync(0);

        // Behind the rows there is nothing that leads back to the tools: the button before this one does.
        await keys.PressAsync("Shift+Tab");
        await Assertions.Expect(list.Views).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await page.PressByKeyAsync(dialog.View(name));
        await Assertions.Expect(list.ActiveView).ToContainTextAsync(name);
        await Assertions.Expect(list.Heads).ToHaveCountAsync(11);
        Assert.Matches("status=handling&saved=[0-9a-f]{32}&sort=value$", page.Url);

        await page.PressByKeyAsync(list.Views);
        await page.PressByKeyAsync(dialog.RenameView(name));
        await Assertions.Expect(dialog.Name).ToBeFocusedAsync();
        await page.RetypeAsync($"{name} 2");
        await keys.PressAsync("Enter");
        await page.PressByKeyAsync(dialog.DeleteView($"{name} 2"));
        await page.PressByKeyAsync(dialog.Delete);
        await Assertions.Expect(dialog.SaveThisView).ToBeVisibleAsync();
        await Assertions.Expect(dialog.DeleteView($"{name} 2")).ToHaveCountAsync(0);
        await keys.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(list.Views).ToBeFocusedAsync();

        await page.PressByKeyAsync(list.Columns);
        await page.PressByKeyAsync(dialog.AsAlways);
        await page.PressByKeyAsync(dialog.Save);
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Views_and_columns_look_right_in_every_language() => WalkAsync(async () =>
    {
        var visit = await OpenAsync(Account.Owner);
        var list = new AllOrdersPage(visit.Page);
        foreach (var panel in Panels)
        {
            await list.OpenAsync($"?status=window-to-cancel&panel={panel}");
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            await visit.TakeAsync($"list-{panel}");
            await Accessible.LooksRightAsync(visit.Page.GetByRole(AriaRole.Dialog));
        }

        await list.OpenAsync("?status=window-to-cancel&at=2026-11-01");
        await Assertions.Expect(list.GoToDate).ToHaveValueAsync("2026-11-01");
        await LooksRightInAllLanguagesAsync(visit, "list-tools", () => Assertions.Expect(list.Columns).ToBeVisibleAsync());
        await list.OpenAsync("?status=window-to-cancel&panel=columns");
        await visit.Page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await visit.TakeAsync("list-columns-phone-pt");
        await Accessible.LooksRightAsync(visit.Page.GetByRole(AriaRole.Dialog), Colors.ByDay);
    });
}
