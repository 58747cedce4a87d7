namespace AdminOrders.Core.Storage;

/// <summary>Goes through the parts of the list that a filter lets through, one after the other, either way.</summary>
internal sealed class UnfinishedWalk(StoreSource source, StoreReading reading, UnfinishedFilter filter, DateTimeOffset now)
{
    /// <summary>At most <paramref name="most"/> rows beyond the cursor, the nearest to it first.</summary>
    public async Task<List<UnfinishedItem>> Read(UnfinishedCursor? from, int most, CancellationToken cancellationToken)
    {
        var found = new List<UnfinishedItem>();
        foreach (var part in PartsBeyond(from))
        {
            if (found.Count < most)
            {
                found.AddRange(await Read(part, from?.In(part), most - found.Count, cancellationToken));
            }
        }

        return found;
    }

    private Task<List<UnfinishedItem>> Read(UnfinishedPart part, UnfinishedCursor? from, int most, CancellationToken cancellationToken) => part switch
    {
        UnfinishedPart.Alerts => reading.Read(AlertSql.Page(from, most), AlertSql.Item, cancellationToken),
        UnfinishedPart.MovingOrders => reading.Read(MovingSql.Page(from, now, most), row => MovingSql.Item(row, now), cancellationToken),
        UnfinishedPart.Deliveries => reading.Read(new UnfinishedSql(source, filter, now).Page(from, most), row => UnfinishedSql.Item(row, now), cancellationToken),
    };

    private IEnumerable<UnfinishedPart> PartsBeyond(UnfinishedCursor? from)
    {
        var parts = Enum.GetValues<UnfinishedPart>().Where(Shows);
        return from is null ? parts
            : from.Backward ? parts.Where(part => part <= UnfinishedKey.PartOf(from.Key)).Reverse()
            : parts.Where(part => part >= UnfinishedKey.PartOf(from.Key));
    }

    private bool Shows(UnfinishedPart part) => part switch
    {
        UnfinishedPart.Alerts => filter.ShowsWaiting(UnfinishedKind.Alert),
        UnfinishedPart.MovingOrders => filter.ShowsWaiting(UnfinishedKind.MovingOrder),
        UnfinishedPart.Deliveries => filter.Kind is not { } kind || !UnfinishedKinds.WaitsForPerson(kind),
    };
}
