using System.Globalization;

namespace AdminOrders.Core.Storage;

/// <summary>
/// Orders of a while ago lie, in the order of their last change, behind all that has changed since, and no index answers both. Where many match and the nearest
/// changes hold hardly any of them, a list that somebody looks at stands in the order of creation and says so. It is asked where a list begins, of dates and statuses.
/// </summary>
internal static class FarSort
{
    private const int Looked = OrderCandidates.Few;

    // A page is read within twenty rows for each that it shows.
    private const int OneIn = 20;

    /// <summary>Whether a walk in the filter's order would pass by thousands. For a filter that more orders match than can be sorted; open requests have an index of their own.</summary>
    public static async Task<bool> IsFar(StoreReading reading, OrderFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Sort is not OrderSort.LastChangeAt || filter.OnlyOpenRequests || (filter.CreatedFrom is null && filter.CreatedBefore is null))
        {
            return false;
        }

        var most = Looked / Math.Max(1, filter.Statuses.Count);
        var arms = await reading.Read(Nearest(filter, most), row => (Looked: row.GetInt64(0), Fit: row.GetInt64(1)), cancellationToken);
        return arms.Exists(arm => arm.Looked == most && arm.Fit * OneIn < arm.Looked);
    }

    // An arm for each status, as the list has them: one that ends is not far, whatever fits.
    private static SqlQuery Nearest(OrderFilter filter, int most)
    {
        List<KeyValuePair<string, object>> parameters =
        [
            new("@from", (filter.CreatedFrom ?? DateTimeOffset.MinValue).UtcTicks), new("@before", (filter.CreatedBefore ?? DateTimeOffset.MaxValue).UtcTicks),
            .. filter.Statuses.Select((status, at) => KeyValuePair.Create(Name(at), (object)status)),
        ];
        var arms = filter.Statuses.Count == 0 ? [Arm(0, "")] : filter.Statuses.Select((_, at) => Arm(at, $" WHERE \"Status\" = {Name(at)}"));
        return new(
            $"""
            SELECT COUNT(*), SUM(CASE WHEN "CreatedAt" >= @from AND "CreatedAt" < @before THEN 1 ELSE 0 END)
            FROM ({string.Join(" UNION ALL ", arms)}) AS nearest GROUP BY "Arm"
            """,
            parameters);

        string Arm(int at, string where)
        {
            var direction = filter.Ascending ? "ASC" : "DESC";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"""SELECT * FROM (SELECT "CreatedAt", {at} AS "Arm" FROM "Orders"{where} ORDER BY "LastChangeAt" {direction}, "Key" {direction} LIMIT {most}) AS arm""");
        }
    }

    private static string Name(int at) => "@s" + at.ToString(CultureInfo.InvariantCulture);
}
