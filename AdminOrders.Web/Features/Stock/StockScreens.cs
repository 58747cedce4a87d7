using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage.Stock;
using AdminOrders.Web.Features.Account;

namespace AdminOrders.Web.Features.Stock;

/// <summary>Reads and counts stock for who uses this page: who may list orders sees it, who may change their workflow status counts.</summary>
internal sealed class StockScreens(StockReader reader, StockDetails details, StockCounts counts, CurrentUser currentUser)
{
    private const int PageSize = 50;

    /// <summary>The screen for the address; null where its reader may not list orders.</summary>
    public async Task<StockScreen?> ReadAsync(StockQuery query, CancellationToken cancellationToken)
    {
        if (await currentUser.ReadAsync(cancellationToken) is not { } user || !user.May(Resource.ListOrders))
        {
            return null;
        }

        var page = await reader.List(query.Filter, query.Cursor, PageSize, cancellationToken);
        return new(
            query.WithoutPanel, user.Actor, user.May(Resource.ChangeOrderWorkflowStatus), [.. page.Rows.Select(level => new StockLine(level))], page.Next, page.Previous,
            await reader.Warehouses(cancellationToken), await reader.ToCount(cancellationToken));
    }

    /// <summary>
    /// The screen as things are now: rows stay where they stand, what would come into the page is only counted. The same screen where nothing of it
    /// changed; null where its reader may not list orders any more.
    /// </summary>
    public async Task<StockScreen?> FollowAsync(StockScreen screen, CancellationToken cancellationToken)
    {
        if (!await currentUser.MayAsync(Resource.ListOrders, cancellationToken))
        {
            return null;
        }

        var now = (await reader.Of([.. screen.Lines.Select(line => line.Level.Place)], cancellationToken)).ToDictionary(level => level.Place);
        var lines = screen.Lines.Select(line => now.GetValueOrDefault(line.Level.Place) is { } level && level != line.Level ? new StockLine(level, line.Changes + 1) : line).ToList();
        var known = screen.Lines.Select(line => line.Level.Place).ToHashSet();
        var page = await reader.List(screen.Query.Filter, screen.Query.Cursor, PageSize, cancellationToken);
        var arrived = page.Rows.Count(level => !known.Contains(level.Place));
        var toCount = await reader.ToCount(cancellationToken);
        return (arrived, toCount) == (screen.Arrived, screen.ToCount) && lines.SequenceEqual(screen.Lines) ? screen : screen with { Lines = lines, Arrived = arrived, ToCount = toCount };
    }

    /// <summary>What is behind the figures of a level; null: there is none, or its reader may not list orders.</summary>
    public async Task<StockDetail?> DetailAsync(StockPlace place, int held, int movements, CancellationToken cancellationToken) =>
        await currentUser.MayAsync(Resource.ListOrders, cancellationToken) ? await details.Get(place, held, movements, cancellationToken) : null;

    /// <summary>Takes a count by hand; null where its reader may not count any more.</summary>
    public async Task<CountedStock?> CountAsync(StockCount count, bool mayBeBelowReserved, CancellationToken cancellationToken) =>
        await CounterAsync(cancellationToken) is { } actor ? (await counts.Take([count], actor, mayBeBelowReserved, cancellationToken))[0] : null;

    /// <summary>Takes units out of quarantine; null where its reader may not any more.</summary>
    public async Task<QuarantineAnswer?> TakeOutAsync(QuarantineExit exit, CancellationToken cancellationToken) =>
        await CounterAsync(cancellationToken) is { } actor ? await counts.TakeOut(exit, actor, cancellationToken) : null;

    /// <summary>Who counts; null where they may not any more.</summary>
    public async Task<Actor?> CounterAsync(CancellationToken cancellationToken) =>
        await currentUser.ReadAsync(cancellationToken) is { } user && user.May(Resource.ChangeOrderWorkflowStatus) ? user.Actor : null;
}
