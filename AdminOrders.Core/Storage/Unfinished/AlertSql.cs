using System.Data.Common;
using System.Globalization;
using AdminOrders.Core.Orders;

namespace AdminOrders.Core.Storage;

/// <summary>The statements about alerts, those of the oldest order first. Only what nobody has seen to is in their table: a page is a walk along its key.</summary>
internal static class AlertSql
{
    public const string Count = """SELECT 'alert', (SELECT COUNT(*) FROM "Alerts"), 0, 0, 0""";

    // What a channel told of items stands in the comment that came with the alert.
    private static readonly string Told = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        CASE WHEN a."Kind" = {(int)AlertKind.ItemsCanceledThere} THEN (
            SELECT t."Value" FROM "History" h JOIN "HistoryTexts" t ON t."HistoryId" = h."HistoryId" AND t."Name" = 'comment'
            WHERE h."OrderKey" = a."OrderKey" AND h."Kind" = 'comment-added' AND h."ActorSide" = {(int)Side.Marketplace} ORDER BY h."Number" DESC LIMIT 1) END
        """);

    /// <summary>At most <paramref name="limit"/> alerts beyond the cursor, the nearest to it first.</summary>
    public static SqlQuery Page(UnfinishedCursor? cursor, int limit)
    {
        var (past, direction) = cursor is { Backward: true } ? ('<', "DESC") : ('>', "ASC");
        var (orderKey, kind) = UnfinishedKey.Alert(cursor?.Key ?? 0);
        return new(
            Rows(
                cursor is null ? "" : $"""WHERE (a."OrderKey", a."Kind") {past} (@order, @kind)""",
                $"""ORDER BY a."OrderKey" {direction}, a."Kind" {direction}""", " LIMIT @limit"),
            [new("@limit", limit), .. cursor is null ? Array.Empty<KeyValuePair<string, object>>() : [new("@order", orderKey), new("@kind", kind)]]);
    }

    /// <summary>The alerts of these orders.</summary>
    public static SqlQuery OfOrders(IReadOnlyCollection<long> orderKeys) =>
        KeysSql.Of(orderKeys, among => Rows($"""WHERE a."OrderKey" IN ({among})""", """ORDER BY a."OrderKey", a."Kind" """.TrimEnd(), ""));

    public static UnfinishedItem Item(DbDataReader row) => new()
    {
        Key = UnfinishedKey.Of(row.GetInt64(0), row.GetInt32(1)),
        OrderKey = row.GetInt64(0),
        EffectId = EffectId.Of((AlertKind)row.GetInt32(1)),
        Kind = UnfinishedKind.Alert,
        State = EffectState.GivenUp,
        Since = Ticks.From(row.GetInt64(2)),
        LastAnswer = row.TextOrNull(3),
        OrderId = row.GetString(4),
        Status = row.GetString(5),
        Currency = row.GetString(6),
        CustomerName = row.GetString(7),
        CustomerEmail = row.GetString(8),
        AffiliateId = row.GetString(9),
        SellerId = row.GetString(10),
    };

    // CROSS: orders are looked up for the alerts, never the other way round.
    private static string Rows(string condition, string order, string limit) =>
        $"""
        SELECT a."OrderKey", a."Kind", a."RaisedAt", {Told},
            o."OrderId", o."Status", o."Currency", o."CustomerName", o."CustomerEmail", o."AffiliateId", o."SellerId"
        FROM (SELECT a."OrderKey", a."Kind", a."RaisedAt" FROM "Alerts" a {condition} {order}{limit}) a CROSS JOIN "Orders" o
        WHERE o."Key" = a."OrderKey" {order}
        """;
}
