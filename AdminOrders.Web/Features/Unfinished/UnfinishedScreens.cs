using AdminOrders.Core.Orders;
using AdminOrders.Core.Storage;
using AdminOrders.Web.Features.Account;

namespace AdminOrders.Web.Features.Unfinished;

/// <summary>Reads unfinished work for who uses this page, and only while they may list orders.</summary>
internal sealed class UnfinishedScreens(UnfinishedReader reader, UnfinishedCounts counts, CurrentUser currentUser, TimeProvider time)
{
    private const int PageSize = 50;

    /// <summary>The screen for the address; null where its reader may not list orders.</summary>
    public async Task<UnfinishedScreen?> ReadAsync(UnfinishedQuery query, CancellationToken cancellationToken)
    {
        if (await ReaderAsync(Resource.ListOrders, cancellationToken) is not { } actor)
        {
            return null;
        }

        var tally = await counts.Now(cancellationToken);
        var page = await reader.List(query.Filter, query.Cursor, PageSize, cancellationToken);
        return new(query, actor, actor.May(Resource.ViewOrder), Lines(page.Rows, actor, tally), page.Next, page.Previous, tally);
    }

    /// <summary>
    /// The screen as things are now: rows stay where they stand, finished ones too; what would come into the page is only counted. The same screen where
    /// nothing of it changed; null where its reader may not list orders any more.
    /// </summary>
    public async Task<UnfinishedScreen?> FollowAsync(UnfinishedScreen screen, CancellationToken cancellationToken)
    {
        if (await ReaderAsync(Resource.ListOrders, cancellationToken) is not { } actor)
        {
            return null;
        }

        var tally = await counts.Now(cancellationToken);
        var now = (await reader.Now([.. screen.Lines.Select(line => line.Item)], cancellationToken)).ToDictionary(item => item.Key);
        var lines = screen.Lines.Select(line => now.GetValueOrDefault(line.Item.Key) is { } item && line.HasMoved(item)
            ? UnfinishedLine.Of(item, actor, line.IsBrought, time.GetUtcNow()) with { Changes = line.Changes + 1 }
            : line).ToList();
        var arrived = await ArrivedAsync(screen, tally, cancellationToken);
        return tally == screen.Tally && arrived == screen.Arrived && lines.SequenceEqual(screen.Lines) ? screen : screen with { Lines = lines, Tally = tally, Arrived = arrived };
    }

    /// <summary>What of an order is not done; none for who may not see orders.</summary>
    public async Task<IReadOnlyList<UnfinishedLine>> OfOrderAsync(long orderKey, CancellationToken cancellationToken) =>
        await ReaderAsync(Resource.ViewOrder, cancellationToken) is { } actor
            ? Lines(await reader.OfOrder(orderKey, cancellationToken), actor, await counts.Now(cancellationToken))
            : [];

    // What the outside is owed and is new is younger than all that is shown: it comes in at the end of the last page. What waits for a person comes in before
    // it. A mail that is about to go out is no news.
    private async Task<int> ArrivedAsync(UnfinishedScreen screen, UnfinishedTally? tally, CancellationToken cancellationToken)
    {
        var known = screen.Lines.Select(line => line.Item.Key).ToHashSet();
        var page = await reader.List(screen.Query.Filter, screen.Query.Cursor, PageSize, cancellationToken);
        return page.Rows.Count(item => !known.Contains(item.Key) && (UnfinishedKinds.WaitsForPerson(item.Kind)
            || (screen.Next is null && !(item.State is EffectState.Waiting or EffectState.UnderWay && IsBrought(item, tally)))));
    }

    private List<UnfinishedLine> Lines(IEnumerable<UnfinishedItem> items, Actor actor, UnfinishedTally? tally)
    {
        var now = time.GetUtcNow();
        return [.. items.Select(item => UnfinishedLine.Of(item, actor, IsBrought(item, tally), now))];
    }

    private static bool IsBrought(UnfinishedItem item, UnfinishedTally? tally) => tally?.Kinds.FirstOrDefault(kind => kind.Kind == item.Kind)?.IsBrought ?? true;

    private async Task<Actor?> ReaderAsync(string resource, CancellationToken cancellationToken) =>
        await currentUser.ReadAsync(cancellationToken) is { } user && user.May(resource) ? user.Actor : null;
}
