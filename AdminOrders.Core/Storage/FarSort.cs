using System.Globalization;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Orders of a while ago lie, in the order of their last change, behind all that has changed since, and no index answers both. Where many match and the nearest
/// changes hold hardly any of them, a page that somebody looks at stands in the order of creation and says so.
/// </summary>
internal static class FarSort
{
    private const int Looked = OrderCandidates.Few;

    // A page is read within twenty rows for each that it shows.
    private const int Enough = Looked / 20;

    /// <summary>Whether a walk in the filter's order would pass by thousands. For a filter that more orders match than can be sorted; open requests have an index of their own.</summary>
    public static async Task<bool> IsFar(StoreReading reading, OrderFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Sort is not OrderSort.LastChangeAt || filter.OnlyOpenRequests || (filter.CreatedFrom is null && filter.CreatedBefore is null))
        {
            return false;
        }

        return (await reading.Read(Nearest(filter), row => row.GetInt64(0), cancellationToken))[0] < Enough;
    }

    private static SqlQuery Nearest(OrderFilter filter)
    {
        List<KeyValuePair<string, object>> parameters =
        [
            new("@from", (filter.CreatedFrom ?? DateTimeOffset.MinValue).UtcTicks), new("@before", (filter.CreatedBefore ?? DateTimeOffset.MaxValue).UtcTicks),
            .. filter.Statuses.Select((status, at) => KeyValuePair.Create(Name(at), (object)status)),
        ];
        var arms = filter.Statuses.Count == 0 ? [Arm("", Looked)] : filter.Statuses.Select((_, at) => Arm($" WHERE \"Status\" = {Name(at)}", Looked / filter.Statuses.Count));
        return new($"""SELECT COUNT(*) FROM ({string.Join(" UNION ALL ", arms)}) AS nearest WHERE "CreatedAt" >= @from AND "CreatedAt" < @before""", parameters);

        string Arm(string where, int most)
        {
            var direction = filter.Ascending ? "ASC" : "DESC";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"""SELECT * FROM (SELECT "CreatedAt" FROM "Orders"{where} ORDER BY "LastChangeAt" {direction}, "Key" {direction} LIMIT {most}) AS arm""");
        }
    }

    private static string Name(int at) => "@s" + at.ToString(CultureInfo.InvariantCulture);
}
