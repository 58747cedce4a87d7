using System.Data.Common;
using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>
/// The statements about orders that hang between two statuses, those that hang longest first: a walk along an index of nothing else, of which each status that
/// the order leaves takes it away.
/// </summary>
internal static class MovingSql
{
    private const string Columns =
        """
        SELECT o."Key", o."OrderId", o."Status", o."StatusDueAt", o."Currency", o."CustomerName", o."CustomerEmail", o."AffiliateId", o."SellerId" FROM "Orders" o
        """;

    /// <summary>
    /// Which orders are in the index. The status is an expression there and in each statement: else an engine may look for statuses by another index, and sort what
    /// it finds.
    /// </summary>
    public static readonly string IsIndexed =
        $"""("Status" || '') IN ({string.Join(", ", Stages.Known.Where(WaitsForPerson).Order(StringComparer.Ordinal).Select(status => $"'{status}'"))})""";

    private static readonly string Hangs = $"""o."StatusDueAt" <= @now AND {IsIndexed.Replace("\"Status\"", "o.\"Status\"", StringComparison.Ordinal)}""";

    public static readonly string Count = $"""SELECT 'moving-order', (SELECT COUNT(*) FROM "Orders" o WHERE {Hangs}), 0, 0, 0""";

    /// <summary>At most <paramref name="limit"/> orders beyond the cursor, the nearest to it first.</summary>
    public static SqlQuery Page(UnfinishedCursor? cursor, DateTimeOffset now, int limit)
    {
        var (past, direction, end) = cursor is { Backward: true } ? ('<', "DESC", long.MaxValue) : ('>', "ASC", 0);
        // Behind an order that hangs no longer the part begins anew.
        var beyond = cursor is null or { Key: long.MaxValue } ? "" : string.Create(
            CultureInfo.InvariantCulture,
            $""" AND (o."StatusDueAt", o."Key") {past} (COALESCE((SELECT c."StatusDueAt" FROM "Orders" c WHERE c."Key" = @key AND c."StatusDueAt" <= @now), {end}), @key)""");
        return new(
            $"""{Columns} WHERE {Hangs}{beyond} ORDER BY o."StatusDueAt" {direction}, o."Key" {direction} LIMIT @limit""",
            [new("@now", Ticks.Of(now)), new("@limit", limit), .. beyond.Length == 0 ? Array.Empty<KeyValuePair<string, object>>() : [new("@key", cursor!.Key)]]);
    }

    /// <summary>These orders, whether they hang or not.</summary>
    public static SqlQuery ByKeys(IReadOnlyCollection<long> keys) => KeysSql.Of(keys, among => $"""{Columns} WHERE o."Key" IN ({among})""");

    public static UnfinishedItem Item(DbDataReader row, DateTimeOffset now)
    {
        var (status, due) = (row.GetString(2), row.InstantOrNull(3));
        return new()
        {
            Key = UnfinishedKey.Of(UnfinishedPart.MovingOrders, row.GetInt64(0)),
            OrderKey = row.GetInt64(0),
            EffectId = "",
            Kind = UnfinishedKind.MovingOrder,
            State = !WaitsForPerson(status) ? EffectState.Done : due > now ? EffectState.Waiting : EffectState.GivenUp,
            Since = due ?? now,
            OrderId = row.GetString(1),
            Status = status,
            Currency = row.GetString(4),
            CustomerName = row.GetString(5),
            CustomerEmail = row.GetString(6),
            AffiliateId = row.GetString(7),
            SellerId = row.GetString(8),
        };
    }

    private static bool WaitsForPerson(string status) => Stages.Of(status) is Stage.Moving && !Stages.MovesOnByItself(status);
}
