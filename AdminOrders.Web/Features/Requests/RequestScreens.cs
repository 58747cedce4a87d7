using System.Collections.Immutable;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Features.Orders.Dialogs;
using AdminOrders.Web.Shell.Localization;

namespace AdminOrders.Web.Features.Requests;

/// <summary>Reads what the queue shows, for who uses this page, and only while they may list orders.</summary>
internal sealed class RequestScreens(
    RequestReader reader, CancellationReasons reasons, PolicySetting policy, Colleagues colleagues, CurrentUser currentUser, UserZone zone, TimeProvider time)
{
    private const int PageSize = 50;
    private const int MostArrivals = 99;

    /// <summary>The screen for the address; null where its reader may not list orders.</summary>
    public async Task<RequestScreen?> ReadAsync(RequestQuery query, CancellationToken cancellationToken)
    {
        if (await ReaderAsync(cancellationToken) is not { } actor)
        {
            return null;
        }

        var labels = query.ReasonCode is { } code ? await reasons.LabelsOf(code, cancellationToken) : null;
        var filter = query.ToFilter(labels, actor.Id, zone.Zone, time.GetUtcNow());
        var page = await reader.List(filter, query.Cursor, PageSize, cancellationToken);
        var items = await ItemsAsync(page.Rows, actor, cancellationToken);
        return new(
            query.WithoutPanel.Address, filter, actor, items, page.Next, page.Previous,
            await reader.Choices(cancellationToken), await reasons.List(cancellationToken))
        {
            Colleagues = await KnownColleagues.None.WithAsync(Answers(items), colleagues, cancellationToken),
        };
    }

    /// <summary>
    /// The screen after these orders changed: rows stay where they stand, answered ones too; what would come into the page is only counted. The same
    /// screen where nothing of it changed; null where its reader may not list orders any more.
    /// </summary>
    public async Task<RequestScreen?> FollowAsync(RequestScreen screen, IReadOnlySet<long> changed, CancellationToken cancellationToken)
    {
        if (await ReaderAsync(cancellationToken) is not { } actor)
        {
            return null;
        }

        var shown = screen.Items.ToDictionary(item => item.Order.Key);
        var moved = (await reader.Rows([.. shown.Keys.Where(changed.Contains)], cancellationToken)).Where(row => row.Position != shown[row.Key].Order.Position).ToList();
        var fresh = (await ItemsAsync(moved, actor, cancellationToken))
            .ToDictionary(item => item.Order.Key, item => item with { Changes = shown[item.Order.Key].Changes + 1 });
        var arrived = await ArrivedAsync(screen, [.. changed.Except(shown.Keys).Except(screen.Arrived).Take(MostArrivals + 1)], cancellationToken);
        return fresh.Count == 0 && arrived.Count == 0
            ? screen
            : screen with
            {
                Items = [.. screen.Items.Select(item => fresh.GetValueOrDefault(item.Order.Key, item))],
                Arrived = [.. screen.Arrived, .. arrived],
                Colleagues = await screen.Colleagues.WithAsync(Answers(fresh.Values), colleagues, cancellationToken),
            };
    }

    private static IEnumerable<Decision> Answers(IEnumerable<RequestItem> items) =>
        items.SelectMany(item => new[] { item.Actions.Confirm.Decision, item.Actions.Decline.View.Decision });

    // A page that has a next one ends somewhere: what is due later comes in there.
    private async Task<IReadOnlySet<long>> ArrivedAsync(RequestScreen screen, IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        if (screen.Previous is not null || screen.Arrived.Count > MostArrivals)
        {
            return new HashSet<long>();
        }

        var last = screen.Next is null ? null : screen.Items.LastOrDefault(item => !item.IsAnswered)?.Order;
        return await reader.Ahead(screen.Filter, last, keys, cancellationToken);
    }

    private async Task<Actor?> ReaderAsync(CancellationToken cancellationToken) =>
        await currentUser.ReadAsync(cancellationToken) is { } user && user.May(Resource.ListOrders) ? user.Actor : null;

    private async Task<IReadOnlyList<RequestItem>> ItemsAsync(IReadOnlyList<QueuedOrder> rows, Actor actor, CancellationToken cancellationToken)
    {
        var (inForce, labels, now) = (await policy.Read(cancellationToken), await reasons.Labels(cancellationToken), time.GetUtcNow());
        return [.. rows.Select(row => new RequestItem(row, Asked(row, labels), RequestWords.Would(row.Facts, actor, now, inForce), RequestActions.Of(row.Facts, actor, now, inForce)))];
    }

    private static ImmutableArray<AskedLine> Asked(QueuedOrder row, IReadOnlyDictionary<int, ReasonLabel> labels) =>
    [
        .. row.Facts.Requests.OrderBy(request => request.DueAt).Select(request => new AskedLine(
            OrderWords.Asked(request.RequestedBy, request.EnteredBySide, request.EnteredBy, row.EnteredByNames.GetValueOrDefault(request.Id, "")),
            OrderWords.Of(request.Reason, labels))),
    ];
}
