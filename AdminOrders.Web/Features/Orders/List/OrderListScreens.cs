using System.Globalization;
using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Core.Text;
using AdminOrders.Web.Features.Account;
using AdminOrders.Web.Features.Orders.Details;
using AdminOrders.Web.Shell.Localization;

namespace AdminOrders.Web.Features.Orders.List;

/// <summary>Reads what the list shows, for who uses this page, and only while they may list orders.</summary>
internal sealed class OrderListScreens(
    OrderReader reader, OrderCounts counts, OrderViewStore views, SavedViews savedViews, ListLayouts layouts, CancellationReasons reasons, Cancelers cancelers, CurrentUser currentUser,
    UserZone zone, TimeProvider time)
{
    private const int PageSize = 50;

    private const int MostProducts = 20;

    // So many arrivals are counted one by one; beyond, only that there are more matters.
    private const int MostArrivals = 99;

    /// <summary>The screen for the address; null where its reader may not list orders.</summary>
    public async Task<OrderListScreen?> ReadAsync(OrderListQuery query, CancellationToken cancellationToken)
    {
        if (await currentUser.ReadAsync(cancellationToken) is not { } user || !user.May(Resource.ListOrders))
        {
            return null;
        }

        var view = query.SavedId is { } id ? await savedViews.Find(id, user.UserId, cancellationToken) : null;
        var layout = view?.Content.Layout ?? await layouts.Of(user.UserId, cancellationToken);
        return await ShowAsync(query, cancellationToken) with { View = view, Layout = layout, MayCancel = user.May(Resource.CancelOrder) };
    }

    /// <summary>What an address means that names a saved view and nothing else: the whole of it. Null: it names none that is there, or its reader may not list orders.</summary>
    public async Task<OrderListQuery?> OpenAsync(OrderListQuery query, CancellationToken cancellationToken)
    {
        if (!query.IsOnlySaved || await currentUser.ReadAsync(cancellationToken) is not { } user || !user.May(Resource.ListOrders)
            || await savedViews.Find(query.SavedId!, user.UserId, cancellationToken) is not { } view)
        {
            return null;
        }

        var textId = view.Content.Text is { } text ? await views.Save(text, cancellationToken) : null;
        var opened = OrderListQuery.Parse($"?{view.Content.Query}").Lasting with { SavedId = view.Id, ViewId = textId };
        return opened.IsOnlySaved ? null : opened;
    }

    /// <summary>What stands around the rows, for a page that shows something else instead; null where its reader may not list orders.</summary>
    public async Task<OrderListScreen?> FrameAsync(OrderListQuery query, CancellationToken cancellationToken) =>
        await currentUser.MayAsync(Resource.ListOrders, cancellationToken) ? await WithoutRowsAsync(query, cancellationToken) : null;

    private async Task<OrderListScreen> ShowAsync(OrderListQuery query, CancellationToken cancellationToken)
    {
        var frame = await WithoutRowsAsync(query, cancellationToken);
        if (frame.IsSearchGone)
        {
            return frame;
        }

        var page = await reader.List(Filter(query, frame.Text), query.Place(zone.Zone), PageSize, cancellationToken);
        return frame with { Items = await ItemsAsync(page.Rows, cancellationToken), Next = page.Next, Previous = page.Previous, IsSortedByDate = page.Sort != query.Sort };
    }

    private async Task<OrderListScreen> WithoutRowsAsync(OrderListQuery query, CancellationToken cancellationToken)
    {
        var choices = await reader.Choices(cancellationToken);
        var text = query.ViewId is { } view ? await views.Find(view, cancellationToken) : null;
        return new(query.Address, [], null, null, choices)
        {
            Text = text,
            IsSearchGone = query.ViewId is not null && text is null,
            More = query.MoreCount > 0 ? await MoreAsync(cancellationToken) : null,
        };
    }

    /// <summary>What can be chosen in the panel of more filters.</summary>
    public async Task<MoreChoices> MoreAsync(CancellationToken cancellationToken) => new(
        [.. (await cancelers.List(cancellationToken)).Select(who => (who.Id, who.Id == Actor.System.Id ? OrderWords.Sentence(OrderWords.Of(Side.System)) : who.Name))],
        [.. (await reasons.List(cancellationToken)).Select(reason => (reason.Code, reason.Label.In(CultureInfo.CurrentUICulture))), (OrderFilter.NoReason, Texts.List_NoReason)]);

    /// <summary>How many orders the list finds, as far as that is known at once; null where its reader may not list orders.</summary>
    public Task<OrderCount?> CountAsync(OrderListQuery query, string? text, CancellationToken cancellationToken) =>
        CountAsync(counts.AtOnce, query, text, cancellationToken);

    /// <summary>The same, counted to the end.</summary>
    public Task<OrderCount?> CountExactlyAsync(OrderListQuery query, string? text, CancellationToken cancellationToken) =>
        CountAsync(counts.Exactly, query, text, cancellationToken);

    /// <summary>The first products of an order; null where the reader may not list orders any more.</summary>
    public async Task<OrderProducts?> ProductsAsync(long key, CancellationToken cancellationToken) =>
        await currentUser.MayAsync(Resource.ListOrders, cancellationToken) ? await reader.Products(key, MostProducts, cancellationToken) : null;

    /// <summary>
    /// The screen after these orders changed: rows that did are read again where they stand, orders that would come into the page are
    /// only counted. The same screen where nothing of it changed; null where its reader may not list orders any more.
    /// </summary>
    public async Task<OrderListScreen?> FollowAsync(
        OrderListScreen screen, OrderListQuery query, IReadOnlySet<long> changed, CancellationToken cancellationToken)
    {
        if (!await currentUser.MayAsync(Resource.ListOrders, cancellationToken))
        {
            return null;
        }

        var shown = screen.Items.Select(item => item.Order.Key).ToHashSet();
        var fresh = await RereadAsync(screen, [.. shown.Where(changed.Contains)], cancellationToken);
        var arrived = await ArrivedAsync(screen, query, [.. changed.Except(shown).Except(screen.Arrived).Take(MostArrivals + 1)], cancellationToken);
        return fresh.Count == 0 && arrived.Count == 0
            ? screen
            : screen with
            {
                Items = [.. screen.Items.Select(item => fresh.GetValueOrDefault(item.Order.Key, item))],
                Arrived = [.. screen.Arrived, .. arrived],
            };
    }

    private async Task<Dictionary<long, OrderListItem>> RereadAsync(
        OrderListScreen screen, IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        var before = screen.Items.ToDictionary(item => item.Order.Key);
        var moved = (await reader.Rows(keys, cancellationToken)).Where(row => row != before[row.Key].Order).ToList();
        return (await ItemsAsync(moved, cancellationToken))
            .ToDictionary(item => item.Order.Key, item => item with { Changes = before[item.Order.Key].Changes + 1 });
    }

    private async Task<IReadOnlySet<long>> ArrivedAsync(
        OrderListScreen screen, OrderListQuery query, IReadOnlyCollection<long> keys, CancellationToken cancellationToken)
    {
        // Only a first page has a beginning where something can arrive.
        if (screen.Previous is not null || screen.IsSearchGone || screen.Arrived.Count > MostArrivals)
        {
            return new HashSet<long>();
        }

        var last = screen.Next is null ? null : screen.Items[^1].Order;
        var filter = Filter(query, screen.Text);
        return await reader.Ahead(screen.IsSortedByDate ? filter with { Sort = OrderSort.CreatedAt } : filter, last, keys, cancellationToken);
    }

    private async Task<OrderCount?> CountAsync(
        Func<OrderFilter, CancellationToken, Task<OrderCount>> count, OrderListQuery query, string? text, CancellationToken cancellationToken) =>
        await currentUser.MayAsync(Resource.ListOrders, cancellationToken) ? await count(Filter(query, text), cancellationToken) : null;

    private OrderFilter Filter(OrderListQuery query, string? text) => query.ToFilter(text, zone.Zone, time.GetUtcNow());

    private async Task<IReadOnlyList<OrderListItem>> ItemsAsync(IReadOnlyList<OrderListView> rows, CancellationToken cancellationToken)
    {
        var labels = await reasons.Labels(cancellationToken);
        return [.. rows.Select(row => new OrderListItem(row, ReasonWords.Of(new(row.CancelReasonLabelId, row.CancelReasonText), labels, CultureInfo.CurrentUICulture)))];
    }
}
