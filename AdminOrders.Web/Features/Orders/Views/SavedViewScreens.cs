using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Account;

namespace AdminOrders.Web.Features.Orders.Views;

/// <summary>The views that the reader sees.</summary>
/// <param name="MayChangeStores">Whether the reader may change those of the store.</param>
public sealed record SavedViewScreen(IReadOnlyList<SavedView> Views, bool MayChangeStores)
{
    public bool MayChange(SavedView view) => MayChangeStores || !view.IsOfStore;
}

/// <summary>What came of saving.</summary>
/// <param name="Id">The view's; null where nothing was saved.</param>
/// <param name="Problem">Why not, in the reader's language; null: it was.</param>
public sealed record SavedViewAnswer(string? Id, string? Problem);

/// <summary>Reads and changes saved views for who uses this page: who may list orders has their own, who may manage settings changes the store's.</summary>
internal sealed class SavedViewScreens(SavedViews views, ListLayouts layouts, CurrentUser currentUser)
{
    /// <summary>Null where the reader may not list orders any more.</summary>
    public async Task<SavedViewScreen?> ReadAsync(CancellationToken cancellationToken) =>
        await ReaderAsync(cancellationToken) is { } user ? new(await views.List(user.UserId, cancellationToken), user.May(Resource.ManageSettings)) : null;

    /// <param name="isOfStore">Whether everybody is to see it.</param>
    public Task<SavedViewAnswer> AddAsync(bool isOfStore, string name, ViewContent content, CancellationToken cancellationToken) =>
        ChangeAsync(isOfStore, owner => views.Add(owner, name, content, cancellationToken), cancellationToken);

    public Task<SavedViewAnswer> RenameAsync(SavedView view, string name, CancellationToken cancellationToken) =>
        ChangeAsync(view.IsOfStore, async owner => (view.Id, await views.Rename(view.Id, owner, name, cancellationToken)), cancellationToken);

    public Task<SavedViewAnswer> OverwriteAsync(SavedView view, ViewContent content, CancellationToken cancellationToken) =>
        ChangeAsync(view.IsOfStore, async owner => (view.Id, await views.Overwrite(view.Id, owner, content, cancellationToken)), cancellationToken);

    public Task<SavedViewAnswer> DeleteAsync(SavedView view, CancellationToken cancellationToken) => ChangeAsync(
        view.IsOfStore, async owner => (view.Id, await views.Delete(view.Id, owner, cancellationToken) ? null : SavedViewProblem.Gone), cancellationToken);

    /// <summary>Keeps how the reader has the list drawn; false where they may not list orders any more.</summary>
    public async Task<bool> KeepLayoutAsync(ListLayout layout, CancellationToken cancellationToken)
    {
        if (await ReaderAsync(cancellationToken) is not { } user)
        {
            return false;
        }

        await layouts.Keep(user.UserId, layout, cancellationToken);
        return true;
    }

    private async Task<SignedIn?> ReaderAsync(CancellationToken cancellationToken) =>
        await currentUser.ReadAsync(cancellationToken) is { } user && user.May(Resource.ListOrders) ? user : null;

    private async Task<SavedViewAnswer> ChangeAsync(
        bool isOfStore, Func<string, Task<(string? Id, SavedViewProblem? Problem)>> change, CancellationToken cancellationToken)
    {
        if (await ReaderAsync(cancellationToken) is not { } user || (isOfStore && !user.May(Resource.ManageSettings)))
        {
            return new(null, Texts.Views_Denied);
        }

        var (id, problem) = await change(isOfStore ? SavedViews.Store : user.UserId);
        return problem is { } why ? new(null, WordsOf(why)) : new(id, null);
    }

    private static string WordsOf(SavedViewProblem problem) => problem switch
    {
        SavedViewProblem.NameInvalid => Texts.Views_NameInvalid,
        SavedViewProblem.NameTaken => Texts.Views_NameTaken,
        SavedViewProblem.TooMany => Texts.Views_TooMany,
        SavedViewProblem.TooLong => Texts.Views_TooLong,
        SavedViewProblem.Gone => Texts.Views_Gone,
    };
}
