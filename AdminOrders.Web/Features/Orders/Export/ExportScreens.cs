using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Storage.Export;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Features.Orders.List;
using AdminOrders.Web.Shell.Localization;

namespace AdminOrders.Web.Features.Orders.Export;

/// <summary>How somebody wants to have what a list shows.</summary>
/// <param name="Columns">The heads; null: all.</param>
internal sealed record ExportForm(ExportRows Rows, ExportFormat Format, IReadOnlySet<string>? Columns);

/// <summary>What became of the wish to have something exported.</summary>
internal enum ExportBegun
{
    Begun,

    /// <summary>As many of theirs as may are waiting already.</summary>
    TooMany,

    /// <summary>What was searched for is not kept any more.</summary>
    SearchGone,

    /// <summary>They may not list orders.</summary>
    Denied,
}

/// <summary>Reads and begins exports for who uses this page: their own; who makes accounts sees everybody's, and has the files of none but their own.</summary>
internal sealed class ExportScreens(
    PastExports exports, ExportFiles files, OrderReader orders, OrderListScreens lists, OrderViewStore views, CurrentUser currentUser, UserZone zone, TimeProvider time)
{
    private const int PageSize = 50;

    /// <summary>The screen for the address; null where its reader may not list orders.</summary>
    public async Task<ExportsScreen?> ReadAsync(ExportsQuery query, CancellationToken cancellationToken)
    {
        if (await UserAsync(cancellationToken) is not { } user)
        {
            return null;
        }

        var maySeeAll = user.May(Resource.ManageUsers);
        var found = await exports.List(query.IsEverybodys && maySeeAll ? null : user.Actor.Id, query.Before, PageSize + 1, cancellationToken);
        var shown = found.Take(PageSize).ToList();
        return new(
            query, await ItemsAsync(shown, user, cancellationToken), found.Count > PageSize ? (query with { Before = shown[^1].CreatedAt }).Address : null, maySeeAll, files.KeptFor);
    }

    /// <summary>The screen as things are now: the same where nothing of it changed.</summary>
    public async Task<ExportsScreen?> FollowAsync(ExportsScreen before, CancellationToken cancellationToken)
    {
        var now = await ReadAsync(before.Query, cancellationToken);
        return now is not null && now.MaySeeAll == before.MaySeeAll && now.Rows.Select(Mark).SequenceEqual(before.Rows.Select(Mark)) ? before : now;
    }

    /// <summary>Has what the list shows written in the background.</summary>
    public async Task<ExportBegun> BeginAsync(OrderListQuery query, ExportForm form, CancellationToken cancellationToken)
    {
        if (await UserAsync(cancellationToken) is not { } user)
        {
            return ExportBegun.Denied;
        }

        return await WishAsync(user, query, form, cancellationToken) is not { } wish ? ExportBegun.SearchGone
            : await exports.Begin(wish, user.Actor, cancellationToken) is null ? ExportBegun.TooMany
            : ExportBegun.Begun;
    }

    /// <summary>What the list shows, as this user wants and may have it; null: what was searched for is not kept any more.</summary>
    public async Task<ExportWish?> WishAsync(SignedIn user, OrderListQuery query, ExportForm form, CancellationToken cancellationToken)
    {
        var text = query.ViewId is { } view ? await views.Find(view, cancellationToken) : null;
        if (query.ViewId is not null && text is null)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var whole = new ExportRequest(query.ToFilter(text, zone.Zone, now), form.Rows, zone.Zone, CultureInfo.CurrentUICulture) { Format = form.Format, IsPersonal = user.May(Resource.ViewOrder) };
        var isWhole = whole.Offered.All(column => form.Columns?.Contains(column.Name) is not false);
        return new(query.Lasting.Dated(zone.Zone, now).ToQueryString(), text, isWhole ? whole : whole with { Columns = form.Columns });
    }

    /// <summary>An export of who uses this page; null: there is none of that id.</summary>
    public async Task<PastExport?> FindAsync(string id, CancellationToken cancellationToken) =>
        await UserAsync(cancellationToken) is { } user ? await exports.Find(id, user.Actor, cancellationToken) : null;

    /// <summary>Ends one that is not done.</summary>
    public async Task CancelAsync(string id, CancellationToken cancellationToken)
    {
        if (await UserAsync(cancellationToken) is { } user)
        {
            await exports.Cancel(id, user.Actor, cancellationToken);
        }
    }

    /// <summary>Deletes the file of one that is done.</summary>
    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        if (await UserAsync(cancellationToken) is { } user)
        {
            await exports.Delete(id, user.Actor, cancellationToken);
        }
    }

    private static (string Id, long Version, bool HasFile) Mark(ExportItem item) => (item.Export.Id, item.Export.Version, item.HasFile);

    private async Task<IReadOnlyList<ExportItem>> ItemsAsync(IReadOnlyList<PastExport> shown, SignedIn user, CancellationToken cancellationToken)
    {
        var queries = shown.Select(export => OrderListQuery.Parse("?" + export.Wish.Query)).ToList();
        var choices = queries.Exists(query => query.SellerId is not null) ? await orders.Choices(cancellationToken) : null;
        var more = queries.Exists(query => query.MoreCount > 0) ? await lists.MoreAsync(cancellationToken) : null;
        return
        [
            .. shown.Zip(queries, (export, query) => new ExportItem(
                export, [.. FilterWords.Active(query, export.Wish.Text, choices, more).Select(chosen => chosen.Label)], files.Has(export), export.ActorId == user.Actor.Id)),
        ];
    }

    private async Task<SignedIn?> UserAsync(CancellationToken cancellationToken) =>
        await currentUser.ReadAsync(cancellationToken) is { } user && user.May(Resource.ListOrders) ? user : null;
}
