using AdminOrders.Core.Storage;
using AdminOrders.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AdminOrders.Tests.Storage;

/// <summary>Views that have a name, and how users have the list drawn.</summary>
public sealed class SavedViewsTests
{
    private const string Ana = "user-ana";
    private const string Bea = "user-bea";
    private static readonly ViewContent Handling = new("status=handling&sort=value", "silva & \"souza\"", new("Status,Id,Total", ListDensity.Compact));
    private static readonly ViewContent All = new("", null, ListLayout.Usual);

    [Theory]
    [EveryEngine]
    public async Task A_view_is_its_owners_and_one_of_the_store_is_everybodys(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var views = store.Get<SavedViews>();
        var own = await Added(views, Ana, "  Zu bearbeiten  ", Handling);
        var stores = await Added(views, SavedViews.Store, "All", All);

        Assert.Equal([stores, own], (await views.List(Ana)).Select(view => view.Id));
        Assert.Equal(new SavedView(own, false, "Zu bearbeiten", Handling), await views.Find(own, Ana));
        Assert.Equal([stores], (await views.List(Bea)).Select(view => view.Id));
        Assert.Null(await views.Find(own, Bea));
        Assert.Equal(new SavedView(stores, true, "All", All), await views.Find(stores, Bea));
    }

    [Theory]
    [EveryEngine]
    public async Task Nobody_changes_another_owners(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var views = store.Get<SavedViews>();
        var own = await Added(views, Ana, "Mine", Handling);
        var stores = await Added(views, SavedViews.Store, "Ours", All);

        foreach (var (id, owner) in new[] { (own, Bea), (own, SavedViews.Store), (stores, Ana), ("0", Ana), ("'; DROP TABLE \"SavedViews\"", Ana) })
        {
            Assert.Equal(SavedViewProblem.Gone, await views.Rename(id, owner, "Theirs"));
            Assert.Equal(SavedViewProblem.Gone, await views.Overwrite(id, owner, All));
            Assert.False(await views.Delete(id, owner));
        }

        Assert.Equal(["Ours", "Mine"], (await views.List(Ana)).Select(view => view.Name));
    }

    [Theory]
    [EveryEngine]
    public async Task It_is_renamed_overwritten_and_deleted_once(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var views = store.Get<SavedViews>();
        var id = await Added(views, Ana, "Mine", Handling);

        Assert.Null(await views.Rename(id, Ana, "MINE"));
        Assert.Null(await views.Overwrite(id, Ana, All));
        Assert.Equal(new SavedView(id, false, "MINE", All), await views.Find(id, Ana));
        Assert.True(await views.Delete(id, Ana));
        Assert.False(await views.Delete(id, Ana));

        Assert.Empty(await views.List(Ana));
        Assert.Equal(SavedViewProblem.Gone, await views.Rename(id, Ana, "Mine"));
    }

    [Theory]
    [EveryEngine]
    public async Task An_owner_has_a_name_once_however_it_is_written(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var views = store.Get<SavedViews>();
        await Added(views, Ana, "Ação", Handling);
        var other = await Added(views, Ana, "Other", All);

        Assert.Equal((null, SavedViewProblem.NameTaken), await views.Add(Ana, " AÇÃO ", All));
        Assert.Equal((null, SavedViewProblem.NameTaken), await views.Add(Ana, "Ac\u0327a\u0303o", All));
        Assert.Equal(SavedViewProblem.NameTaken, await views.Rename(other, Ana, "ação"));
        await Added(views, Bea, "Ação", All);
        await Added(views, SavedViews.Store, "Ação", All);

        Assert.Equal("Other", (await views.Find(other, Ana))!.Name);
    }

    [Theory]
    [EveryEngine]
    public async Task Two_processes_that_save_one_name_at_once_save_it_once(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        await using var other = store.OpenElsewhere();
        var (here, there) = (store.Get<SavedViews>(), other.GetRequiredService<SavedViews>());

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(number => new[]
        {
            Task.Run(() => here.Add(Ana, $"view {number}", All)), Task.Run(() => there.Add(Ana, $"View {number}", Handling)),
        }));

        Assert.Equal((20, 20), (answers.Count(answer => answer.Problem is null), answers.Count(answer => answer.Problem is SavedViewProblem.NameTaken)));
        Assert.Equal(20, (await here.List(Ana)).Count);
    }

    [Theory]
    [EveryEngine("")]
    [EveryEngine(" \t")]
    [EveryEngine("a\0b")]
    [EveryEngine("a\nb")]
    public async Task Something_else_than_a_name_is_none(Engine engine, string name)
    {
        await using var store = await TestStore.Open(engine);
        var views = store.Get<SavedViews>();
        var id = await Added(views, Ana, "Mine", All);

        Assert.Equal((null, SavedViewProblem.NameInvalid), await views.Add(Ana, name, All));
        Assert.Equal(SavedViewProblem.NameInvalid, await views.Rename(id, Ana, name));
        Assert.Equal(SavedViewProblem.NameInvalid, await views.Rename(id, Ana, "half a letter " + "😀"[0]));
    }

    [Theory]
    [EveryEngine]
    public async Task Sixty_characters_are_a_name_and_sixty_one_are_none(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var views = store.Get<SavedViews>();

        await Added(views, Ana, new string('ß', SavedViews.LongestName), All);
        await Added(views, Ana, string.Concat(Enumerable.Repeat("😀", SavedViews.LongestName / 2)), All);

        Assert.Equal((null, SavedViewProblem.NameInvalid), await views.Add(Ana, new string('x', SavedViews.LongestName + 1), All));
    }

    [Theory]
    [EveryEngine]
    public async Task An_owner_has_a_hundred_and_no_more(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var views = store.Get<SavedViews>();
        foreach (var number in Enumerable.Range(0, SavedViews.MostPerOwner))
        {
            await Added(views, Ana, $"{number}", All);
        }

        Assert.Equal((null, SavedViewProblem.TooMany), await views.Add(Ana, "one more", All));
        await Added(views, Bea, "the first", All);
    }

    [Theory]
    [EveryEngine]
    public async Task More_than_is_kept_is_not_saved(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var views = store.Get<SavedViews>();

        var id = await Added(views, Ana, "longest", All with { Text = new string('x', OrderViewStore.LongestText), Query = new string('x', 4_000) });

        Assert.Equal((null, SavedViewProblem.TooLong), await views.Add(Ana, "a", All with { Text = new string('x', OrderViewStore.LongestText + 1) }));
        Assert.Equal((null, SavedViewProblem.TooLong), await views.Add(Ana, "a", All with { Query = new string('x', 4_001) }));
        Assert.Equal(SavedViewProblem.TooLong, await views.Overwrite(id, Ana, All with { Query = new string('x', 4_001) }));
        await Assert.ThrowsAsync<ArgumentException>(() => store.Get<ListLayouts>().Keep(Ana, new(new string('x', 500), ListDensity.Compact)));
    }

    [Theory]
    [EveryEngine]
    public async Task A_user_has_the_list_drawn_as_they_said_last(Engine engine)
    {
        await using var store = await TestStore.Open(engine);
        var layouts = store.Get<ListLayouts>();
        Assert.Equal(ListLayout.Usual, await layouts.Of(Ana));

        await layouts.Keep(Ana, Handling.Layout);
        await layouts.Keep(Bea, new("", ListDensity.Compact));
        await layouts.Keep(Ana, new("Id,Status", ListDensity.Comfortable));

        Assert.Equal((new ListLayout("Id,Status", ListDensity.Comfortable), new ListLayout("", ListDensity.Compact)), (await layouts.Of(Ana), await layouts.Of(Bea)));
        await using var db = store.Read();
        Assert.Equal(2, await db.ListLayouts.CountAsync());
    }

    private static async Task<string> Added(SavedViews views, string owner, string name, ViewContent content)
    {
        var (id, problem) = await views.Add(owner, name, content);
        Assert.Null(problem);
        return id!;
    }
}
